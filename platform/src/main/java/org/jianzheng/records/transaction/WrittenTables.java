package org.jianzheng.records.transaction;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The tables in which the current transaction has written official rows: what it reads there nobody else sees yet. */
public final class WrittenTables extends HeldByTransaction {

    private final Set<String> names = new HashSet<>();

    private WrittenTables() {}

    public static void add(String table) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            current(WrittenTables.class, WrittenTables::new).names.add(table);
        }
    }

    /** Whether one of these is among them. */
    public static boolean any(Set<String> tables) {
        return held(WrittenTables.class)
                .filter(written -> !Collections.disjoint(written.names, tables))
                .isPresent();
    }
}
