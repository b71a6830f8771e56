package org.jianzheng.sampling;

/**
 * One mark with its sample, as its page shows it.
 *
 * @param kept whether this scan counts for the custody chain, because the person belongs to it
 */
public record MarkView(String mark, int position, boolean kept, SampleView sample) {}
