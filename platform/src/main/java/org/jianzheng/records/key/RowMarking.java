package org.jianzheng.records.key;

/**
 * Marks rows with an HMAC under a key that is not in the database, so that a row which the database's accounts added or
 * changed can be told from one that the platform wrote. A text begins with what kind of row it is of, so that the mark of
 * one kind is none of another.
 */
public interface RowMarking {

    /** @param keyId which key made it */
    record Mark(String keyId, byte[] mac) {}

    Mark mark(String text);

    /** The mark of this text under that key; null where there is no such key. */
    byte[] mac(String keyId, String text);

    /** Did the platform mark this text so? */
    boolean isMark(String keyId, byte[] mac, String text);
}
