package org.jianzheng.notice.carrier;

import java.time.Duration;

/**
 * What became of a message.
 *
 * @param error what the other side said; null where it took the message
 * @param after before then the other side does not want to be asked again; null where it did not say
 */
public record Carried(Fate fate, String error, Duration after) {

    /** What is to be done next. */
    public enum Fate {
        SENT,
        /** Try again. */
        LATER,
        /** The other side does not know the address any more. */
        GONE,
        /** It will never take this message. */
        REFUSED
    }

    public static Carried sent() {
        return new Carried(Fate.SENT, null, null);
    }

    public static Carried later(String error) {
        return new Carried(Fate.LATER, error, null);
    }

    public static Carried gone(String error) {
        return new Carried(Fate.GONE, error, null);
    }

    public static Carried refused(String error) {
        return new Carried(Fate.REFUSED, error, null);
    }
}
