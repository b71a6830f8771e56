package org.jianzheng.console.web;

import org.springframework.http.HttpStatus;

/**
 * What went wrong, in the reader's language, whoever the reader is.
 *
 * @param code key of the message that {@code detail} was made from: stable, for programs
 * @param field the form field or JSON member that has to change, or null
 * @param incident under which the log tells the rest; only for faults of ours, else null
 */
record Mishap(HttpStatus status, String code, String title, String detail, String field, String incident) {

    /** Ours to mend, or theirs. */
    public boolean ours() {
        return status.is5xxServerError();
    }
}
