package org.jianzheng.testing.correction;

/**
 * How many verdict-changing corrections, and corrections of curves, of a period somebody proposed and agreed to.
 *
 * @param curves of those proposed, how many picked a yield on a curve
 * @param failToPass of those proposed, how many made a pass of what was none
 */
public record CorrectionTally(
        String username, String name, long proposed, long curves, long failToPass, long approved) {}
