package org.jianzheng.records.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jianzheng.records.official.Official;

/** An official record that only tests have. */
@Entity
@Table(name = "official_sample")
public class OfficialSample implements Official {

    @Id
    private String id;

    @Column(name = "words")
    private String text = "1";

    protected OfficialSample() {}

    public OfficialSample(String id) {
        this.id = id;
    }

    public void change(String to) {
        text = to;
    }

    public String text() {
        return text;
    }

    @Override
    public String ledgerSubject() {
        return "official:" + id;
    }
}
