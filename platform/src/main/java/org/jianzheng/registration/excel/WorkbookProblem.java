package org.jianzheng.registration.excel;

/**
 * What is wrong in a workbook, and the way out.
 *
 * @param cell its address, such as {@code C17}; only the row where no one cell is to blame
 * @param column its heading
 */
public record WorkbookProblem(int row, String cell, String column, String text) {}
