package org.jianzheng.records;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An official record that only tests have. */
@Entity
@Table(name = "official_sample")
class OfficialSample implements Official {

    @Id
    private String id;

    @Column(name = "words")
    private String text = "1";

    protected OfficialSample() {}

    OfficialSample(String id) {
        this.id = id;
    }

    void change(String to) {
        text = to;
    }

    String text() {
        return text;
    }

    @Override
    public String ledgerSubject() {
        return "official:" + id;
    }
}
