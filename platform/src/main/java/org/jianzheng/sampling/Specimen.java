package org.jianzheng.sampling;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jianzheng.records.official.Official;

/** One specimen of a sample, known by its mark. A mark is issued once and never given to another. */
@Entity
@Immutable
@Table(name = "sampling_specimen")
class Specimen implements Official {

    @Id
    private String mark;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "sample_id")
    private Sample sample;

    private int position;

    // Null for a mark that was issued with its case.
    private String rollNo;

    protected Specimen() {}

    Specimen(String mark, Sample sample, int position) {
        this(mark, sample, position, null);
    }

    /** @param rollNo of the roll that the mark was printed with */
    Specimen(String mark, Sample sample, int position, String rollNo) {
        this.rollNo = rollNo;
        this.mark = mark;
        this.sample = sample;
        this.position = position;
    }

    String mark() {
        return mark;
    }

    Sample sample() {
        return sample;
    }

    int position() {
        return position;
    }

    boolean isOfRoll() {
        return rollNo != null;
    }

    @Override
    public String ledgerSubject() {
        return sample.ledgerSubject();
    }
}
