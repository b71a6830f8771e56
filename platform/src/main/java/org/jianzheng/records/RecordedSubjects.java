package org.jianzheng.records;

import java.util.HashSet;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The subjects about which the current transaction has appended facts. */
final class RecordedSubjects {

    private static final Object KEY = RecordedSubjects.class;

    private RecordedSubjects() {}

    static void add(String subject) {
        current().add(subject);
    }

    static boolean contains(String subject) {
        return TransactionSynchronizationManager.getResource(KEY) instanceof Held held
                && held.subjects.contains(subject);
    }

    private static Set<String> current() {
        if (TransactionSynchronizationManager.getResource(KEY) instanceof Held held) {
            return held.subjects;
        }
        Held held = new Held();
        TransactionSynchronizationManager.bindResource(KEY, held);
        TransactionSynchronizationManager.registerSynchronization(held);
        return held.subjects;
    }

    /** Put aside while an inner transaction runs, dropped at the end. */
    private static final class Held implements TransactionSynchronization {

        private final Set<String> subjects = new HashSet<>();

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
