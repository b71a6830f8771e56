package org.jianzheng.nonconformity;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jianzheng.nonconformity.loop.Loop;
import org.jianzheng.nonconformity.loop.Loops;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which loops are over the same material: a re-test that fails has one of its own beside the first (ADR 6). */
@Component
class LoopLinks {

    private final Loops loops;
    private final JdbcTemplate sql;

    LoopLinks(Loops loops, JdbcTemplate sql) {
        this.loops = loops;
        this.sql = sql;
    }

    /** The first failure's loop before those of its re-tests, oldest first. */
    List<LinkedLoop> of(String reportNo, Predicate<Loop> seen) {
        Stream<LinkedLoop> first = read("SELECT report_no FROM nonconformity_retest WHERE retest_no = ?", reportNo)
                .filter(seen)
                .map(loop -> new LinkedLoop(loop.reportNo(), false, loop.state()));
        Stream<LinkedLoop> again = read(
                        "SELECT retest_no FROM nonconformity_retest WHERE report_no = ? ORDER BY signed_at", reportNo)
                .filter(seen)
                .map(loop -> new LinkedLoop(loop.reportNo(), true, loop.state()));
        return Stream.concat(first, again).toList();
    }

    private Stream<Loop> read(String query, String reportNo) {
        return sql.queryForList(query, String.class, reportNo).stream()
                .map(loops::findById)
                .flatMap(Optional::stream);
    }
}
