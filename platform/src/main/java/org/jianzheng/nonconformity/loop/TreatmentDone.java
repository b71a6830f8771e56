package org.jianzheng.nonconformity.loop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;

/** What the contractor reports as done. */
@Embeddable
public record TreatmentDone(
        @Column(name = "completion") String text, LocalDate finishedOn, String completedBy, Instant completedAt) {}
