package org.jianzheng.nonconformity.loop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;

/** How the contractor means to treat it; replaced as a whole by the next plan. */
@Embeddable
public record TreatmentPlan(
        @Enumerated(EnumType.STRING) Treatment treatment,
        @Column(name = "plan") String text,
        String responsible,
        LocalDate plannedUntil,
        String plannedBy,
        Instant plannedAt) {}
