package org.jianzheng.reporting;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jianzheng.records.number.Numbers;
import org.springframework.aop.framework.Advised;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How long the row of a series of numbers stays locked: from the taking of a report's number to the end of its transaction. */
final class SeriesLock implements MethodInterceptor {

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Queue<Long> processor = new ConcurrentLinkedQueue<>();

    static SeriesLock watched(ApplicationContext platform) {
        var lock = new SeriesLock();
        ((Advised) platform.getBean(Numbers.class)).addAdvice(lock);
        return lock;
    }

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        Object answer = call.proceed();
        if (call.getMethod().getName().equals("take") && "HNT".equals(call.getArguments()[0])) {
            long since = System.nanoTime();
            long worked = PROCESSOR.getCurrentThreadCpuTime();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    nanos.add(System.nanoTime() - since);
                    processor.add(PROCESSOR.getCurrentThreadCpuTime() - worked);
                }
            });
        }
        return answer;
    }

    void forget() {
        nanos.clear();
        processor.clear();
    }

    /** Milliseconds each, in ascending order. */
    double[] held() {
        return millis(nanos);
    }

    /** Of these what the platform itself worked, which other programs on the machine hardly disturb. */
    double[] worked() {
        return millis(processor);
    }

    private static double[] millis(Queue<Long> nanos) {
        return nanos.stream().mapToDouble(each -> each / 1e6).sorted().toArray();
    }
}
