package org.jianzheng.nonconformity.loop;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** The station's last word. */
@Embeddable
record StationClosing(String closedBy, Instant closedAt, String closeOpinion) {}
