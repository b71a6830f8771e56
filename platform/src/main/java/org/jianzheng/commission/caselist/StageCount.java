package org.jianzheng.commission.caselist;

/**
 * How many cases stand at a stage.
 *
 * @param overdue how many of them wait at a task whose time limit has passed
 */
public record StageCount(CaseStage stage, long cases, long overdue) {}
