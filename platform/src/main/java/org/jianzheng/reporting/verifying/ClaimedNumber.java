package org.jianzheng.reporting.verifying;

import java.util.regex.Pattern;

/** The report number that a file says its seal was given for; what a stranger's file claims proves nothing. */
final class ClaimedNumber {

    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]{2,8}-[A-Z]{2,4}-\\d{4}-\\d{5,6}");

    private ClaimedNumber() {}

    /** Null where it claims none. */
    static String in(String reason) {
        var found = NUMBER.matcher(reason == null ? "" : reason);
        return found.find() ? found.group() : null;
    }
}
