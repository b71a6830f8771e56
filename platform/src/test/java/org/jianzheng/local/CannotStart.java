package org.jianzheng.local;

/** The local platform cannot start; the message says why and what to do, and is all that is shown. */
class CannotStart extends RuntimeException {

    CannotStart(String message, Object... values) {
        super(message.formatted(values));
    }
}
