package org.jianzheng.sampling;

/**
 * One mark with its sample, as its page shows it.
 *
 * @param kept whether the reader's scan is part of the custody chain
 * @param awaited whether it would be, once they say that they hold the specimen
 */
public record MarkView(String mark, int position, boolean kept, boolean awaited, SampleView sample) {}
