package org.jianzheng.acquisition.ingest;

import org.jianzheng.acquisition.broker.Arrival;

/** What is known of the software that a machine sends with, and the trials in which it is found out. */
public interface MachineValidation {

    /** Whether the message is of a trial, where it is looked at and kept no longer. */
    boolean takes(Arrival arrival);

    /** Whether that version was tried on that machine and kept the contract, the last time it was tried. */
    boolean isValidated(String equipment, String software);

    /** Whether the station refuses runs of any other. */
    boolean isRequired();
}
