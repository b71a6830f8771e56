package org.jianzheng.standards.evaluation;

import java.time.LocalDate;

/**
 * A standard that is in force no more.
 *
 * @param by the one that came after it
 */
public record Superseded(String standard, LocalDate lastDay, String by) {}
