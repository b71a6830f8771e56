package org.jianzheng.batch;

/**
 * A batch of a project that may be evaluated.
 *
 * @param counting groups that count
 * @param evaluated how many of them a standing evaluation counts already
 * @param failed how many of them fail by themselves
 * @param uncounted groups of it that do not count
 */
public record BatchOffer(BatchCriteria criteria, int counting, int evaluated, int failed, int uncounted) {}
