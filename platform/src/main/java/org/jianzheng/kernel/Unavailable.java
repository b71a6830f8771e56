package org.jianzheng.kernel;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

/** Something the platform cannot work without does not answer now: the database, or who a person still is. It passes. */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    // SQL standard: connection exception.
    private static final String CONNECTION = "08";
    // MySQL and MariaDB: a lock that somebody holds was waited for in vain.
    private static final int LOCKED = 1205;

    public Unavailable(String what, Throwable cause) {
        super(what, cause);
    }

    /** Whether that is what a failure comes from, however deep. */
    public static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unavailable || cause instanceof SQLException sql && passes(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(SQLException failure) {
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || failure.getErrorCode() == LOCKED
                || failure.getSQLState() != null && failure.getSQLState().startsWith(CONNECTION);
    }
}
