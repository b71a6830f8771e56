package org.jianzheng.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jianzheng.identity.CaseParties;

/**
 * A construction project with its parties, as registered with the station. Days and position are null for a project that
 * was registered before they were asked for.
 *
 * @param supervisionRegNo 监督注册号
 * @param permitNo 施工许可证号
 * @param permitOn day of the permit
 * @param plannedUntil last day as planned; work goes on after it until an end is registered
 * @param suspendedOn first day on which work stands still; null while it does not
 * @param endedOn last day; null while it runs
 * @param longitude degrees, CGCS2000
 */
public record Project(
        String code,
        String name,
        String address,
        String supervisionRegNo,
        String permitNo,
        LocalDate permitOn,
        LocalDate startsOn,
        LocalDate plannedUntil,
        LocalDate suspendedOn,
        LocalDate endedOn,
        BigDecimal longitude,
        BigDecimal latitude,
        Party developer,
        Party contractor,
        Party supervision) {

    /** An organisation that takes part. */
    public record Party(String code, String name) {}

    public CaseParties partiesWith(String labCode) {
        return new CaseParties(labCode, developer.code(), contractor.code(), supervision.code());
    }

    /** Whether people of this employer take part in the project; the station watches all. */
    public boolean involves(String employer) {
        return employer.equals("developers/" + developer.code())
                || employer.equals("contractors/" + contractor.code())
                || employer.equals("supervision/" + supervision.code())
                || employer.equals("station");
    }

    /** Whether a case of it still has the parties it has now. */
    public boolean hasStill(CaseParties parties) {
        return developer.code().equals(parties.developerCode())
                && contractor.code().equals(parties.contractorCode())
                && supervision.code().equals(parties.supervisionCode());
    }

    /** How a project stands. */
    public enum State {
        RUNNING,
        SUSPENDED,
        ENDED
    }

    public State stateOn(LocalDate day) {
        if (endedOn != null && day.isAfter(endedOn)) {
            return State.ENDED;
        }
        return suspendedOn == null || day.isBefore(suspendedOn) ? State.RUNNING : State.SUSPENDED;
    }
}
