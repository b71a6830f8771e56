package org.jianzheng.face;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.List;
import org.jianzheng.face.matching.TurnFinding;
import org.jianzheng.face.matching.TurnOutcome;
import org.jianzheng.sampling.event.HeadTurn;
import org.jianzheng.sampling.event.SiteRecordKept;

/** Whether who was photographed turned their head when the phone asked them to. */
@Embeddable
class TurnCheck {

    @Column(name = "turn_asked")
    @Enumerated(EnumType.STRING)
    private HeadTurn asked;

    /** SHA-256 of each, a line each, in the order they were taken. */
    @Column(name = "turn_photos")
    private String photos;

    @Column(name = "turn_outcome")
    @Enumerated(EnumType.STRING)
    private TurnOutcome outcome;

    @Column(name = "turn_by")
    private BigDecimal by;

    @Column(name = "turn_needed")
    private BigDecimal needed;

    protected TurnCheck() {}

    TurnCheck(SiteRecordKept.Turn turn) {
        asked = turn.asked();
        photos = turn.photos().isEmpty() ? null : String.join("\n", turn.photos());
    }

    static TurnCheck none() {
        return new TurnCheck(new SiteRecordKept.Turn(null, List.of()));
    }

    void found(TurnFinding found) {
        outcome = found.outcome();
        by = found.by();
        needed = found.needed();
    }

    ComparisonView.Turn view() {
        return new ComparisonView.Turn(
                asked, photos == null ? List.of() : photos.lines().toList(), outcome, by, needed);
    }
}
