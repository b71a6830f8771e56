package org.jianzheng.records.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jianzheng.records.nightly.NightlyCheck.Mismatch;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a migration does to official rows, which the owner of the schema has taken as they then stand. */
@PlatformTest
@Clause({"4.1.7", "5.4.4"})
class RowAdoptionTest {

    @Autowired
    RowMarks marks;

    @Autowired
    RowAdoption adoption;

    JdbcTemplate owner = TestDatabase.owner();
    String id = UUID.randomUUID().toString();

    @Test
    void aRowThatAMigrationTookAwayIsNotMissed() {
        owner.update("INSERT INTO official_sample (id, words) VALUES (?, '1')", id);
        adoptAnew();
        owner.update("DELETE FROM official_sample WHERE id = ?", id);
        assertThat(look().missing("official_sample", List.of(id)))
                .containsExactly(new Mismatch("official_sample", "official_sample " + id, "ROW_MISSING"));

        adoptAnew();
        adoptAnew();

        assertThat(look().missing("official_sample", List.of(id))).isEmpty();
        assertThat(owner.queryForObject("SELECT COUNT(*) FROM official_row_state WHERE row_key = ?", Integer.class, id))
                .isEqualTo(2);
        owner.update("INSERT INTO official_sample (id, words) VALUES (?, '1')", id);
        assertThat(look().mismatches(new RowReader(owner, "official_sample").of(List.of(id))))
                .extracting(Mismatch::what)
                .containsExactly("ROW_NOT_OURS");
    }

    private void adoptAnew() {
        owner.update("DELETE FROM official_adoption WHERE table_name = 'official_sample'");
        adoption.adopt(owner);
    }

    private RowLook look() {
        return new RowLook(owner, table -> new RowReader(owner, table), marks);
    }
}
