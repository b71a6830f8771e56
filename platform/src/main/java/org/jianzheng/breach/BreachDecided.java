package org.jianzheng.breach;

import java.time.Instant;

/** The station has decided; {@code decision} is DISMISS, WARN, CORRECT or SUSPEND. DISMISS after another decision is one reversed on appeal. */
public record BreachDecided(String breachId, String labCode, String rule, String decision, Instant at) {}
