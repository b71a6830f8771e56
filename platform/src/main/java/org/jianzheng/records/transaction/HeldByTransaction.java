package org.jianzheng.records.transaction;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One object of its class for the current transaction: put aside while an inner one runs, dropped at the end. */
public abstract class HeldByTransaction implements TransactionSynchronization {

    /** The one of the current transaction, made when it is first asked for. */
    public static <T extends HeldByTransaction> T current(Class<T> kind, Supplier<T> make) {
        return held(kind).orElseGet(() -> {
            T made = make.get();
            TransactionSynchronizationManager.bindResource(kind, made);
            TransactionSynchronizationManager.registerSynchronization(made);
            return made;
        });
    }

    /** The one of the current transaction, where there is one yet. */
    public static <T extends HeldByTransaction> Optional<T> held(Class<T> kind) {
        return Optional.ofNullable(TransactionSynchronizationManager.getResource(kind))
                .map(kind::cast);
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(getClass());
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(getClass(), this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(getClass());
    }
}
