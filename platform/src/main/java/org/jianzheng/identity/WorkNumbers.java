package org.jianzheng.identity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianzheng.kernel.RuleBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * 工号, typed or read off a card at a terminal that several people use. It names somebody and proves nobody: that takes the
 * password. Where the account says none, or others of the laboratory have the same, it does not even name.
 */
@Component
public class WorkNumbers {

    private static final Logger LOG = LoggerFactory.getLogger(WorkNumbers.class);

    private static final String FIELD = "workNumber";
    private static final Pattern SPELT = Pattern.compile("[0-9A-Za-z-]{2,32}");

    private final Identity identity;
    private final ObjectProvider<WorkNumberHolders> realm;

    WorkNumbers(Identity identity, ObjectProvider<WorkNumberHolders> realm) {
        this.identity = identity;
        this.realm = realm;
    }

    /** What the acting person's own number is worth. */
    public enum Standing {
        /** It is theirs alone in their laboratory. */
        OWN,
        /** The account says none. */
        NONE,
        /** Somebody else of the laboratory has it, too. */
        SHARED,
        /** The realm does not say who else has it. */
        UNCHECKED
    }

    public Standing standing() {
        Person acting = identity.acting();
        if (acting.workNumber().isBlank()) {
            return Standing.NONE;
        }
        try {
            List<Person> holders = colleagues(acting, acting.workNumber());
            boolean alone = holders.size() == 1 && holders.get(0).username().equals(acting.username());
            return holders.isEmpty() ? Standing.UNCHECKED : alone ? Standing.OWN : Standing.SHARED;
        } catch (RuntimeException silent) {
            LOG.warn("Nobody says who has a work number: {}", silent.toString());
            return Standing.UNCHECKED;
        }
    }

    /** The acting person, with their work number where it names them and nobody else, else with none. */
    public Person named() {
        Person acting = identity.acting();
        return standing() == Standing.OWN ? acting : new Person(acting.username(), acting.name(), acting.groups());
    }

    /**
     * @param typed at a terminal, blank where nothing was
     * @throws RuleBroken where it is not the acting person's, or is left out by somebody whom theirs names
     */
    public void requireOwn(String typed) {
        Person acting = identity.acting();
        String number = typed.strip();
        if (number.isEmpty()) {
            if (standing() == Standing.OWN) {
                throw RuleBroken.at(FIELD, "identity.workNumber.missing", acting.name());
            }
        } else if (!number.equals(acting.workNumber())) {
            throw holder(number)
                    .map(other ->
                            RuleBroken.at(FIELD, "identity.workNumber.other", acting.name(), number, other.name()))
                    .orElseGet(() -> RuleBroken.at(FIELD, "identity.workNumber.unknown", acting.name(), number));
        }
    }

    /** The one other person of the acting person's laboratory whom that number names. */
    public Optional<Person> holder(String typed) {
        Person acting = identity.acting();
        try {
            List<Person> holders = colleagues(acting, typed.strip());
            return holders.size() == 1
                    ? holders.stream()
                            .filter(one -> !one.username().equals(acting.username()))
                            .findFirst()
                    : Optional.empty();
        } catch (RuntimeException silent) {
            LOG.warn("Nobody says who has a work number: {}", silent.toString());
            return Optional.empty();
        }
    }

    private List<Person> colleagues(Person acting, String number) {
        WorkNumberHolders holders = realm.getIfAvailable();
        if (holders == null || acting.lab().isEmpty() || !SPELT.matcher(number).matches()) {
            return List.of();
        }
        return holders.of(number).stream()
                .filter(one -> one.lab().equals(acting.lab()))
                .toList();
    }
}
