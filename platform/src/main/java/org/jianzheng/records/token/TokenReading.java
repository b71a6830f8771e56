package org.jianzheng.records.token;

/**
 * What a token turned out to be.
 *
 * @param facts null unless the token is genuine
 */
public record TokenReading(Status status, ReportFacts facts) {

    public enum Status {
        GENUINE,
        /** Damaged, altered or made up: no key of the platform signed it as it is. */
        FORGED,
        /** Signed, if at all, with a key that the platform does not have. */
        UNKNOWN_KEY
    }

    public boolean genuine() {
        return status == Status.GENUINE;
    }
}
