package org.jianzheng.acquisition.run;

import java.time.Instant;

/** When a test was whose run has ended, as {@link RunView.Times} tells it. */
public record RunSpan(String runId, Instant from, Instant to) {}
