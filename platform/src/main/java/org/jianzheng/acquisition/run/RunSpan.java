package org.jianzheng.acquisition.run;

import java.time.Instant;

/** When a run took place that has ended, by the server's clock. */
public record RunSpan(String runId, Instant from, Instant to) {}
