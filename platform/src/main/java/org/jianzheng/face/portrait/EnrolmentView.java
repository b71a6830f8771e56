package org.jianzheng.face.portrait;

import java.math.BigDecimal;
import java.time.Instant;
import org.jianzheng.face.matching.FaceOutcome;

/**
 * An enrolment as its owner sees it.
 *
 * @param likeness to the picture that the registry has of the person
 * @param score null where none was reckoned
 * @param confirmed null while nobody and nothing has said that the portrait shows them
 */
public record EnrolmentView(
        String id, Instant enrolledAt, FaceOutcome likeness, BigDecimal score, Confirmed confirmed) {

    /** @param byName null where the likeness to the registered picture did */
    public record Confirmed(Instant at, String byName) {}
}
