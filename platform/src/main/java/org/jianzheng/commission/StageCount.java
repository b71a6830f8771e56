package org.jianzheng.commission;

/**
 * How many cases stand at a stage.
 *
 * @param overdue how many of them wait at a task whose time limit has passed
 */
public record StageCount(Stage stage, long cases, long overdue) {}
