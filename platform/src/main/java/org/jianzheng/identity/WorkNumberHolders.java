package org.jianzheng.identity;

import java.util.List;

/** Whose account says which work number, as the realm has it now; implemented by what reads the realm. */
public interface WorkNumberHolders {

    /** Those who may sign in, of whatever employer. */
    List<Person> of(String workNumber);
}
