package org.jianzheng.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What several people do at the same moment, each in a thread of their own. */
public final class AtOnce {

    private AtOnce() {}

    /** The answers in the order of the people; what one of them throws is thrown. */
    public static <T> List<T> all(List<Callable<T>> people) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(people.size());
        CyclicBarrier together = new CyclicBarrier(people.size());
        try {
            List<Future<T>> begun = new ArrayList<>();
            for (Callable<T> person : people) {
                begun.add(threads.submit(() -> {
                    together.await();
                    return person.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : begun) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
