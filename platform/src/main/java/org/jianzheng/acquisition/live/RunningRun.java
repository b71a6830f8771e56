package org.jianzheng.acquisition.live;

import java.math.BigDecimal;
import org.jianzheng.acquisition.run.RunView;

/** A run that is under way, with the last that came of it: null until something has. */
public record RunningRun(RunView run, Integer millis, BigDecimal kilonewtons, LiveRate rate) {}
