package org.jianzheng.nonconformity.loop;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** The witness's word on the treatment. */
@Embeddable
record WitnessCheck(String checkedBy, Instant checkedAt, String checkOpinion) {}
