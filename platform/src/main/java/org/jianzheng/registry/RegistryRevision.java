package org.jianzheng.registry;

import java.util.Set;
import org.jianzheng.records.ReadOnce;
import org.jianzheng.records.transaction.WrittenTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row that says which state the registries are in. */
@Component
class RegistryRevision {

    private static final int ID = 1;
    private static final String TABLE = "qualification_revision";

    /** Whose rows are kept by revision. */
    private static final Set<String> TABLES = Set.of(
            TABLE,
            "qualification_organisation",
            "qualification_person",
            "qualification_certificate",
            "qualification_equipment",
            "qualification_contract",
            "qualification_project",
            "qualification_lab",
            "qualification_lab_certificate",
            "qualification_scope");

    private final JdbcClient jdbc;
    private final ReadOnce<Integer, String> stamp = new ReadOnce<>(this::read);

    RegistryRevision(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String stamp() {
        return stamp.of(ID);
    }

    private String read(int id) {
        return jdbc.sql("SELECT stamp FROM qualification_revision WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    void lock() {
        jdbc.sql("SELECT stamp FROM qualification_revision WHERE id = 1 FOR UPDATE")
                .query(String.class)
                .single();
        ReadOnce.forgetAll();
    }

    /** The stamp is drawn, not counted: a change that is rolled back leaves one that nobody will ever meet again. */
    void renew() {
        jdbc.sql("UPDATE qualification_revision SET stamp = UUID() WHERE id = 1")
                .update();
        ReadOnce.forgetAll();
        WrittenTables.add(TABLE);
    }

    /** Whether this transaction has changed what is registered: others do not see that before its end. */
    boolean isChangedHere() {
        return WrittenTables.any(TABLES);
    }
}
