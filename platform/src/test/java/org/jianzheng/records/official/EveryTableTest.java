package org.jianzheng.records.official;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every table of the schema says what it is and why, and is written as it says. */
@PlatformTest
@Clause({"4.1.7", "5.4.4"})
public class EveryTableTest {

    @Autowired
    JdbcTemplate sql;

    @Autowired
    EntityManagerFactory factory;

    Map<String, String> comments = new TreeMap<>();

    @BeforeEach
    void read() {
        sql.query(
                "SELECT table_name, table_comment FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
                row -> {
                    comments.put(row.getString(1), row.getString(2));
                });
        // The engine's and Flyway's own.
        comments.keySet().removeIf(name -> name.startsWith("ACT_") || name.startsWith("flyway_"));
    }

    @Test
    void everyTableSaysWhatItIsAndWhy() {
        Set<String> silent = comments.keySet().stream()
                .filter(table -> TableKind.of(comments.get(table)).isEmpty()
                        || !comments.get(table).matches("[a-z -]+: .{5,}"))
                .collect(Collectors.toSet());

        assertThat(silent)
                .as("say it in the comment of the table, see R__records_what_each_table_is.sql")
                .isEmpty();
        assertThat(comments).hasSizeGreaterThan(50);
    }

    @Test
    void anEntityIsOfficialWhereItsTableIs() {
        Map<String, Class<?>> guarded = new TreeMap<>();
        Map<String, Class<?>> unguarded = new TreeMap<>();
        mapping().forEachEntityDescriptor(entity -> {
            Class<?> type = entity.getMappedClass();
            String table = ((AbstractEntityPersister) entity).getTableName();
            (Official.class.isAssignableFrom(type) ? guarded : unguarded).put(table, type);
        });

        assertThat(guarded.keySet()).as("entities that are Official").isSubsetOf(official());
        assertThat(unguarded.keySet()).as("entities that are not Official").doesNotContainAnyElementsOf(official());
        assertThat(guarded).hasSizeGreaterThan(15);
    }

    @Test
    void aCollectionOfAnEntityIsOfficialWhereItsTableIs() {
        mapping().forEachCollectionDescriptor(collection -> {
            boolean guarded = Official.class.isAssignableFrom(
                    collection.getOwnerEntityPersister().getMappedClass());
            String table = Arrays.stream(collection.getCollectionSpaces())
                    .map(Object::toString)
                    .findFirst()
                    .orElseThrow();
            assertThat(official().contains(table)).as(table).isEqualTo(guarded);
        });
    }

    /** What the application may do is what the table's words say: nothing official is ever deleted. */
    @Test
    void theApplicationMayDoToATableWhatItSays() {
        List<String> excess = comments.keySet().stream()
                .filter(table -> granted(table).stream().anyMatch(right -> !TableKind.of(comments.get(table))
                        .map(TableKind::rights)
                        .orElse("")
                        .contains(right)))
                .toList();

        assertThat(excess).isEmpty();
        assertThat(official()).allSatisfy(table -> assertThat(granted(table)).doesNotContain("DELETE"));
    }

    private Set<String> granted(String table) {
        return new LinkedHashSet<>(sql.queryForList(
                "SELECT privilege_type FROM information_schema.table_privileges"
                        + " WHERE table_schema = DATABASE() AND table_name = ?",
                String.class,
                table));
    }

    private Set<String> official() {
        return comments.keySet().stream()
                .filter(table -> TableKind.of(comments.get(table))
                        .filter(TableKind::official)
                        .isPresent())
                .collect(Collectors.toSet());
    }

    private MappingMetamodel mapping() {
        return factory.unwrap(SessionFactoryImplementor.class)
                .getRuntimeMetamodels()
                .getMappingMetamodel();
    }
}
