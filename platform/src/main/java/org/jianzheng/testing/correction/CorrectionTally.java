package org.jianzheng.testing.correction;

/**
 * How many verdict-changing corrections of a period somebody proposed and agreed to.
 *
 * @param failToPass of those proposed, how many made a pass of what was none
 */
public record CorrectionTally(String username, String name, long proposed, long failToPass, long approved) {}
