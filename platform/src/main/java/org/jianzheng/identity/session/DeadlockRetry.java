package org.jianzheng.identity.session;

import java.sql.SQLException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** The database ends one of two transactions that wait for each other: that one is simply done once more. */
class DeadlockRetry implements TransactionOperations {

    private static final int ATTEMPTS = 3;
    // Of MySQL and MariaDB; a lock that was waited for in vain has another number, and is not waited for again.
    private static final int DEADLOCK = 1213;

    private final TransactionOperations once;

    DeadlockRetry(TransactionOperations once) {
        this.once = once;
    }

    @Override
    public <T> T execute(TransactionCallback<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once.execute(work);
            } catch (ConcurrencyFailureException overtaken) {
                if (attempt == ATTEMPTS || !isDeadlock(overtaken)) {
                    throw overtaken;
                }
            }
        }
    }

    private static boolean isDeadlock(ConcurrencyFailureException failure) {
        return failure.getMostSpecificCause() instanceof SQLException sql && sql.getErrorCode() == DEADLOCK;
    }
}
