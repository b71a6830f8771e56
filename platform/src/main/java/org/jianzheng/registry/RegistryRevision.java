package org.jianzheng.registry;

import org.jianzheng.records.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row that says which state the registries are in. */
@Component
class RegistryRevision {

    private static final int ID = 1;

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
    }
}
