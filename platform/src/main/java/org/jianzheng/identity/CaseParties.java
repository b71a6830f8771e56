package org.jianzheng.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The four organisations of a case, by code: whoever works for one of them may see its rows. */
@Embeddable
public class CaseParties {

    @Column(name = "lab_code", nullable = false, length = 32)
    private String labCode;

    @Column(name = "developer_code", nullable = false, length = 32)
    private String developerCode;

    @Column(name = "contractor_code", nullable = false, length = 32)
    private String contractorCode;

    @Column(name = "supervision_code", nullable = false, length = 32)
    private String supervisionCode;

    protected CaseParties() {}

    public CaseParties(String labCode, String developerCode, String contractorCode, String supervisionCode) {
        this.labCode = labCode;
        this.developerCode = developerCode;
        this.contractorCode = contractorCode;
        this.supervisionCode = supervisionCode;
    }

    public String labCode() {
        return labCode;
    }

    public String developerCode() {
        return developerCode;
    }

    public String contractorCode() {
        return contractorCode;
    }

    public String supervisionCode() {
        return supervisionCode;
    }
}
