package org.jianzheng.nonconformity;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** The witness's word on the treatment. */
@Embeddable
record Checked(String checkedBy, Instant checkedAt, String checkOpinion) {}
