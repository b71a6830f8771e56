package org.jianzheng.reporting;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jianzheng.records.Numbers;
import org.springframework.aop.framework.Advised;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How long the row of a series of numbers stays locked: from a report number's allocation to the end of its transaction. */
final class SeriesLock implements MethodInterceptor {

    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    static SeriesLock watched(ApplicationContext platform) {
        var lock = new SeriesLock();
        ((Advised) platform.getBean(Numbers.class)).addAdvice(lock);
        return lock;
    }

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        Object answer = call.proceed();
        if (call.getMethod().getName().equals("allocate") && "HNT".equals(call.getArguments()[0])) {
            long since = System.nanoTime();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    nanos.add(System.nanoTime() - since);
                }
            });
        }
        return answer;
    }

    void forget() {
        nanos.clear();
    }

    /** Milliseconds each, in ascending order. */
    double[] held() {
        return Arrays.stream(nanos.toArray(Long[]::new))
                .mapToDouble(each -> each / 1e6)
                .sorted()
                .toArray();
    }
}
