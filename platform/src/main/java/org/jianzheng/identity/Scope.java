package org.jianzheng.identity;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.function.Function;
import org.springframework.data.jpa.domain.Specification;

/**
 * Which rows somebody may see: those that name their employer, all for the station, none for a system administrator.
 *
 * @param code the organisation's code; empty for {@link Kind#ALL} and {@link Kind#NONE}
 */
public record Scope(Kind kind, String code) {

    /** Whose rows: the attribute of {@link CaseParties} that has to name the organisation. */
    public enum Kind {
        ALL(null, null),
        LAB("labCode", CaseParties::labCode),
        DEVELOPER("developerCode", CaseParties::developerCode),
        CONTRACTOR("contractorCode", CaseParties::contractorCode),
        SUPERVISION("supervisionCode", CaseParties::supervisionCode),
        NONE(null, null);

        private final String attribute;
        private final Function<CaseParties, String> party;

        Kind(String attribute, Function<CaseParties, String> party) {
            this.attribute = attribute;
            this.party = party;
        }
    }

    static final Scope ALL = new Scope(Kind.ALL, "");
    static final Scope NONE = new Scope(Kind.NONE, "");

    static Scope of(Person person) {
        if (person.has(Role.SYSTEM)) {
            return ALL;
        }
        return person.employer().map(Scope::ofEmployer).orElse(NONE);
    }

    private static Scope ofEmployer(String path) {
        String code = path.substring(path.indexOf('/') + 1);
        return switch (path.substring(0, path.length() - code.length())) {
            case "labs/" -> new Scope(Kind.LAB, code);
            case "developers/" -> new Scope(Kind.DEVELOPER, code);
            case "contractors/" -> new Scope(Kind.CONTRACTOR, code);
            case "supervision/" -> new Scope(Kind.SUPERVISION, code);
            default -> code.equals("station") ? ALL : NONE;
        };
    }

    public boolean sees(CaseParties parties) {
        return switch (kind) {
            case ALL -> true;
            case NONE -> false;
            default -> code.equals(kind.party.apply(parties));
        };
    }

    /** Whether they see what is a laboratory's own and concerns no case: it itself and the station. */
    public boolean seesLab(String labCode) {
        return kind == Kind.ALL || kind == Kind.LAB && code.equals(labCode);
    }

    /**
     * The same as a condition of a query.
     *
     * @param attribute that holds the laboratory's code
     */
    public <T> Specification<T> withinLab(String attribute) {
        return (root, query, builder) -> switch (kind) {
            case ALL -> builder.conjunction();
            case LAB -> builder.equal(root.get(attribute), code);
            default -> builder.disjunction();
        };
    }

    /**
     * {@link #sees} as a condition of a query.
     *
     * @param parties name of the entity's attribute of type {@link CaseParties}; a path such as {@code order.parties} too
     */
    public <T> Specification<T> within(String parties) {
        return (root, query, builder) -> {
            Path<?> path = root;
            for (String step : parties.split("\\.")) {
                path = path.get(step);
            }
            return condition(path, builder);
        };
    }

    private Predicate condition(Path<?> parties, CriteriaBuilder builder) {
        return switch (kind) {
            case ALL -> builder.conjunction();
            case NONE -> builder.disjunction();
            default -> builder.equal(parties.get(kind.attribute), code);
        };
    }
}
