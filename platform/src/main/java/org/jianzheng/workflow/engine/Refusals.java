package org.jianzheng.workflow.engine;

import java.sql.SQLException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jianzheng.kernel.RuleBroken;
import org.springframework.dao.ConcurrencyFailureException;

/** Finds what a failed engine command says in people's words, under what the engine wrapped around it. */
public final class Refusals {

    private static final String BUSY = "workflow.task.busy";

    private Refusals() {}

    /** The broken rule behind a failure; the failure itself where there is none. */
    public static RuntimeException of(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleBroken rule) {
                return rule;
            }
            if (cause instanceof AuthorizationException) {
                return new Forbidden("workflow.task.notYours");
            }
            if (races(cause)) {
                return new Conflict(BUSY);
            }
        }
        return failure;
    }

    /** Whether somebody at the same place at the same moment was faster, and nothing else is wrong. */
    static boolean isRace(RuntimeException failure) {
        return of(failure) instanceof Conflict conflict && conflict.code().equals(BUSY);
    }

    private static boolean races(Throwable cause) {
        // 40xxx: the database rolled back a deadlock's victim.
        return cause instanceof OptimisticLockingException
                || cause instanceof ConcurrencyFailureException
                || cause instanceof jakarta.persistence.OptimisticLockException
                || (cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith("40"));
    }
}
