package org.jianzheng.records;

import java.util.HashSet;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The subjects about which the current transaction has appended facts, and those about which it still has to: without them
 * it is not committed.
 */
final class RecordedSubjects {

    private static final Object KEY = RecordedSubjects.class;

    private RecordedSubjects() {}

    static void add(String subject) {
        current().subjects.add(subject);
    }

    /** An official row about this subject was written. The entry may have been appended before, or may come yet. */
    static void demand(String subject) {
        Held held = current();
        held.demanded.add(subject);
        if (held.checked) {
            held.check();
        }
    }

    /** @throws IllegalStateException when the transaction has appended nothing about it */
    static void require(String subject) {
        if (!contains(subject)) {
            throw new IllegalStateException(
                    "Official record %s changes in a transaction that appends no ledger entry about it"
                            .formatted(subject));
        }
    }

    private static boolean contains(String subject) {
        return TransactionSynchronizationManager.getResource(KEY) instanceof Held held
                && held.subjects.contains(subject);
    }

    private static Held current() {
        if (TransactionSynchronizationManager.getResource(KEY) instanceof Held held) {
            return held;
        }
        Held held = new Held();
        TransactionSynchronizationManager.bindResource(KEY, held);
        TransactionSynchronizationManager.registerSynchronization(held);
        return held;
    }

    /** Put aside while an inner transaction runs, dropped at the end. */
    private static final class Held implements TransactionSynchronization {

        private final Set<String> subjects = new HashSet<>();
        private final Set<String> demanded = new HashSet<>();
        private boolean checked;

        @Override
        public void beforeCommit(boolean readOnly) {
            checked = true;
            check();
        }

        private void check() {
            demanded.forEach(RecordedSubjects::require);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(KEY);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(KEY, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        }
    }
}
