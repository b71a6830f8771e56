package org.jianzheng.acquisition.run;

import java.util.EnumSet;
import java.util.Set;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.identity.Scope;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/**
 * Which runs the acting person may see: those who test, judge or lead in a laboratory its own, the station all. Nobody of
 * the building site: a curve shows what a sample will come to before its result is there.
 */
@Component
public class RunSight {

    private static final Set<Role> WATCHING = EnumSet.of(
            Role.TESTER,
            Role.REVIEWER,
            Role.SIGNATORY,
            Role.TECHNICALHEAD,
            Role.LABADMIN,
            Role.SUPERVISOR,
            Role.STATIONADMIN,
            Role.SYSTEM);

    private final Identity identity;

    RunSight(Identity identity) {
        this.identity = identity;
    }

    public boolean sees(CaseParties parties) {
        return watches(identity.acting()) && identity.scope().sees(parties);
    }

    /** The same as a condition of a query. */
    public Specification<Run> within() {
        return watches(identity.acting())
                ? identity.scope().within("parties")
                : (root, query, builder) -> builder.disjunction();
    }

    /** Whether the acting person sees runs at all; whose, is asked of each. */
    public boolean watches() {
        return watches(identity.acting());
    }

    /** Whether the acting person sees the runs of more than one laboratory. */
    public boolean seesAll() {
        return identity.scope().kind() == Scope.Kind.ALL;
    }

    private static boolean watches(Person person) {
        return person.roles().stream().anyMatch(WATCHING::contains);
    }
}
