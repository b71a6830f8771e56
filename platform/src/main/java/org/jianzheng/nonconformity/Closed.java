package org.jianzheng.nonconformity;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** The station's last word. */
@Embeddable
record Closed(String closedBy, Instant closedAt, String closeOpinion) {}
