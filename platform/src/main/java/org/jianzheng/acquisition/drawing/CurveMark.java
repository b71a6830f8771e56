package org.jianzheng.acquisition.drawing;

import java.math.BigDecimal;

/**
 * A point that is marked on a curve.
 *
 * @param label what it is, as printed
 * @param manual whether a person picked it
 */
public record CurveMark(String label, int millis, BigDecimal kilonewtons, boolean manual) {}
