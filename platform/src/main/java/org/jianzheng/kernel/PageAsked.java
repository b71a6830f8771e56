package org.jianzheng.kernel;

import java.util.function.Function;

/**
 * Which page of a list somebody asks for, brought within bounds: addresses are typed by hand too. Programs are refused instead.
 *
 * @param page from 0
 * @param size at most {@value #LARGEST}
 */
public record PageAsked(int page, int size) {

    /** Of a page. */
    public static final int LARGEST = 200;
    /** Times the largest size it is still an int, which is what a database's driver counts in. */
    public static final int LAST = 1_000_000;

    public PageAsked {
        page = Math.min(Math.max(0, page), LAST);
        size = Math.min(Math.max(1, size), LARGEST);
    }

    /** A page as a person is shown it. */
    public record Shown<T>(Paged<T> list, PageAsked at) {}

    /** The page, or the last one of a list that does not reach so far: people are not left with an empty page. */
    public <T> Shown<T> show(Function<PageAsked, Paged<T>> lists) {
        Paged<T> found = lists.apply(this);
        int last = (int) Math.min(LAST, Math.max(0, found.total() - 1) / size);
        if (page <= last) {
            return new Shown<>(found, this);
        }
        PageAsked nearest = new PageAsked(last, size);
        return new Shown<>(lists.apply(nearest), nearest);
    }
}
