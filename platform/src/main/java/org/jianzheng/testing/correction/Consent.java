package org.jianzheng.testing.correction;

import org.jianzheng.identity.CaseParties;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;

/** Whose word a correction may need, in the order they are asked (domain rules C.4). */
public enum Consent {
    /** The client or the sampler asks for it in writing. */
    SITE {
        @Override
        public boolean mayBeGivenBy(Person person, CaseParties parties) {
            return works(person, "developers/" + parties.developerCode(), Role.COMMISSIONER)
                    || works(person, "contractors/" + parties.contractorCode(), Role.SAMPLER);
        }
    },
    /** The laboratory's technical head; its administrator where there is none or they may not. */
    HEAD {
        @Override
        public boolean mayBeGivenBy(Person person, CaseParties parties) {
            String lab = "labs/" + parties.labCode();
            return works(person, lab, Role.TECHNICALHEAD) || works(person, lab, Role.LABADMIN);
        }
    },
    WITNESS {
        @Override
        public boolean mayBeGivenBy(Person person, CaseParties parties) {
            return works(person, "supervision/" + parties.supervisionCode(), Role.WITNESS);
        }
    },
    STATION {
        @Override
        public boolean mayBeGivenBy(Person person, CaseParties parties) {
            return works(person, "station", Role.SUPERVISOR) || works(person, "station", Role.STATIONADMIN);
        }
    };

    /** Whether that is the person's to say; whoever had a part in what is corrected may not all the same. */
    public abstract boolean mayBeGivenBy(Person person, CaseParties parties);

    private static boolean works(Person person, String employer, Role as) {
        return person.has(as) && person.employer().filter(employer::equals).isPresent();
    }
}
