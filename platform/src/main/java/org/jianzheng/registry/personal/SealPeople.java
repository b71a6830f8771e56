package org.jianzheng.registry.personal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Migration 0211: seals the numbers of the people who are registered already. Needs the keys, so it is no SQL file. */
@Component
class SealPeople extends BaseJavaMigration {

    private static final String UPDATE =
            """
            UPDATE qualification_person
               SET id_sealed = ?, id_hash = ?, id_masked = ?, phone_sealed = ?, phone_masked = ? WHERE username = ?""";

    private final PersonalData data;

    SealPeople(PersonalData data) {
        this.data = data;
    }

    @Override
    protected void init() {
        // The class is named for what it does, not for its number.
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("0211");
    }

    @Override
    public String getDescription() {
        return "qualification seal people";
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (var select = connection.createStatement();
                var update = connection.prepareStatement(UPDATE);
                var people = select.executeQuery("SELECT username, id_number, phone FROM qualification_person")) {
            while (people.next()) {
                seal(people, update);
            }
        }
    }

    private void seal(ResultSet person, PreparedStatement update) throws SQLException {
        PersonalData.Sealed id = data.sealId(person.getString("id_number"));
        PersonalData.Sealed phone = data.sealPhone(person.getString("phone"));
        int column = 1;
        for (String value : new String[] {
            id.cipher(), id.hash(), id.masked(), phone.cipher(), phone.masked(), person.getString("username")
        }) {
            update.setString(column++, value);
        }
        update.executeUpdate();
    }
}
