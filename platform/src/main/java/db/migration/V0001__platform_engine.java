package db.migration;

import java.sql.Connection;
import java.util.stream.Stream;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * The engine's tables, from the scripts of the engine's own jar: what its vendor tests is what runs. An engine upgrade adds
 * a migration that runs the vendor's upgrade script; this one is never edited.
 */
public class V0001__platform_engine extends BaseJavaMigration {

    private static final String SCRIPT = "org/camunda/bpm/engine/db/create/activiti.mysql.create.%s.sql";

    @Override
    public void migrate(Context context) {
        Connection connection = context.getConnection();
        Stream.of("engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history")
                .map(SCRIPT::formatted)
                .forEach(script -> ScriptUtils.executeSqlScript(connection, new ClassPathResource(script)));
    }
}
