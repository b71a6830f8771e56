package org.jianzheng.records.ledger;

/**
 * An entry as its row has it.
 *
 * @param form of its leaf, see {@link LeafText}
 * @param keyId which key marked it; null in form 1
 * @param mac the platform's mark over the leaf's text; null in form 1
 * @param leafHash what was placed in the tree; null while it waits
 */
record StoredEntry(LedgerLine line, int form, String keyId, byte[] mac, byte[] leafHash) {}
