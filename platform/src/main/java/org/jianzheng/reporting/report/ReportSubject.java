package org.jianzheng.reporting.report;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.standards.evaluation.Verdict;

/** What a report is about, as lists and searches need it. */
@Embeddable
public class ReportSubject {

    private String family;
    private String item;
    private String title;
    private String commissionNo;
    private String sampleNo;
    private String projectCode;
    private String projectName;

    @Enumerated(EnumType.STRING)
    private Verdict conclusion;

    protected ReportSubject() {}

    public ReportSubject(
            TestItem item,
            String commissionNo,
            String sampleNo,
            String projectCode,
            String projectName,
            Verdict conclusion) {
        this.family = item.family();
        this.item = item.code();
        this.title = item.report().title();
        this.commissionNo = commissionNo;
        this.sampleNo = sampleNo;
        this.projectCode = projectCode;
        this.projectName = projectName;
        this.conclusion = conclusion;
    }

    String family() {
        return family;
    }

    public String item() {
        return item;
    }

    /** The evaluation method a program knows the test by. */
    String method() {
        return Catalogue.current().method(item);
    }

    public String title() {
        return title;
    }

    String commissionNo() {
        return commissionNo;
    }

    public String sampleNo() {
        return sampleNo;
    }

    public String projectCode() {
        return projectCode;
    }

    String projectName() {
        return projectName;
    }

    public Verdict conclusion() {
        return conclusion;
    }
}
