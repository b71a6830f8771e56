package org.jianzheng.commission.order;

import java.util.List;
import org.jianzheng.identity.CaseParties;

/** Why a test is commissioned, which says who may commission it (order 57, articles 21 and 25). */
public enum CommissionNature {
    DEVELOPER("建设单位委托"),
    SUPERVISORY("监督抽检"),
    SELF_CHECK("施工自检"),
    DISPUTE("争议复检");

    private final String label;

    CommissionNature(String label) {
        this.label = label;
    }

    /** As printed. */
    public String label() {
        return label;
    }

    /** For what people of this employer may commission a first test. */
    public static List<CommissionNature> firstTestsOf(String employer) {
        return switch (employer.split("/", 2)[0]) {
            case "developers" -> List.of(DEVELOPER);
            case "contractors" -> List.of(SELF_CHECK);
            case "station" -> List.of(SUPERVISORY);
            default -> List.of();
        };
    }

    /** May people of this employer commission a test of this nature for a project of these parties. */
    public boolean isOpenTo(String employer, CaseParties parties) {
        String developer = "developers/" + parties.developerCode();
        String contractor = "contractors/" + parties.contractorCode();
        String supervision = "supervision/" + parties.supervisionCode();
        return switch (this) {
            case DEVELOPER -> employer.equals(developer);
            case SUPERVISORY -> employer.equals("station");
            case SELF_CHECK -> employer.equals(contractor);
            case DISPUTE ->
                employer.equals(developer)
                        || employer.equals(contractor)
                        || employer.equals(supervision)
                        || employer.equals("station");
        };
    }
}
