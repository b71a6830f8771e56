package org.jianzheng.commission;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.records.Official;

/** A construction project with its parties, as registered with the station. */
@Entity
@Immutable
@Table(name = "commission_project")
class Project implements Official {

    @Id
    private String code;

    private String name;
    private String address;
    private String supervisionRegNo;
    private String permitNo;
    private String developerCode;
    private String contractorCode;
    private String supervisionCode;

    protected Project() {}

    @Override
    public String ledgerSubject() {
        return "project:" + code;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    String address() {
        return address;
    }

    String supervisionRegNo() {
        return supervisionRegNo;
    }

    String permitNo() {
        return permitNo;
    }

    CaseParties partiesWith(String labCode) {
        return new CaseParties(labCode, developerCode, contractorCode, supervisionCode);
    }

    /** Whether people of this employer take part in the project; the station watches all. */
    boolean involves(String employer) {
        return employer.equals("developers/" + developerCode)
                || employer.equals("contractors/" + contractorCode)
                || employer.equals("supervision/" + supervisionCode)
                || employer.equals("station");
    }
}
