package org.jianzheng.records.ledger;

import java.util.HashSet;
import java.util.Set;
import org.jianzheng.records.transaction.HeldByTransaction;

/**
 * The subjects about which the current transaction has appended facts, and those about which it still has to: without them
 * it is not committed.
 */
public final class RecordedSubjects {

    private RecordedSubjects() {}

    static void add(String subject) {
        current().subjects.add(subject);
    }

    /** An official row about this subject was written. The entry may have been appended before, or may come yet. */
    public static void demand(String subject) {
        Held held = current();
        held.demanded.add(subject);
        if (held.checked) {
            held.check();
        }
    }

    /** @throws IllegalStateException when the transaction has appended nothing about it */
    public static void require(String subject) {
        if (!contains(subject)) {
            throw new IllegalStateException(
                    "Official record %s changes in a transaction that appends no ledger entry about it"
                            .formatted(subject));
        }
    }

    /** Whether this transaction has appended a fact about it. */
    static boolean contains(String subject) {
        return HeldByTransaction.held(Held.class)
                .filter(held -> held.subjects.contains(subject))
                .isPresent();
    }

    private static Held current() {
        return HeldByTransaction.current(Held.class, Held::new);
    }

    private static final class Held extends HeldByTransaction {

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
    }
}
