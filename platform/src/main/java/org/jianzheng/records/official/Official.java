package org.jianzheng.records.official;

import org.jianzheng.records.ledger.Ledger;

/**
 * An entity that is an official record: no change of it is committed unless the same transaction appended a
 * {@link Ledger.Fact} about this subject.
 */
public interface Official {

    /** The subject that ledger entries about this record carry, {@code sample:BJ01-YP-2026-00001}; never changes. */
    String ledgerSubject();
}
