package org.jianzheng.nonconformity.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.Paged;
import org.jianzheng.nonconformity.loop.LoopState;
import org.jianzheng.nonconformity.loop.Treatment;
import org.jianzheng.nonconformity.retest.RetestView;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The register of nonconformities (clause 9.1.2), read by sets within the acting person's scope. */
@Component
public class NonconformityRegister {

    static final String LINE =
            "SELECT report_no, case_id, lab_code, project_name, place, item, sample, parameters, state, opened_at,"
                    + " closed_at, due_at, waiting_for FROM nonconformity_loop";

    private static final String WHOLE =
            "SELECT l.*, (SELECT GROUP_CONCAT(CONCAT(r.commission_no, ' / ', r.retest_no) ORDER BY r.signed_at"
                    + " SEPARATOR '\\n') FROM nonconformity_retest r WHERE r.report_no = l.report_no AND NOT EXISTS"
                    + " (SELECT 1 FROM nonconformity_retest_objection o WHERE o.report_no = r.report_no"
                    + " AND o.retest_no = r.retest_no)) AS retests"
                    + " FROM nonconformity_loop l";

    private final JdbcTemplate sql;
    private final Identity identity;
    private final DisplayNames names;
    private final Clock clock;

    NonconformityRegister(JdbcTemplate sql, Identity identity, DisplayNames names, Clock clock) {
        this.sql = sql;
        this.identity = identity;
        this.names = names;
        this.clock = clock;
    }

    public Paged<LoopLine> list(RegisterFilter filter, int page, int size) {
        RegisterQuery where = where(filter);
        return Paged.read(page, size, () -> count(where), (backwards, from, shown) -> {
            String direction = backwards ? "ASC" : "DESC";
            String order = " ORDER BY opened_at " + direction + ", report_no " + direction;
            return lines(
                    " JOIN (SELECT report_no FROM nonconformity_loop" + where.text() + order
                            + " LIMIT ? OFFSET ?) shown USING (report_no)" + order,
                    where.with(shown, from));
        });
    }

    private long count(RegisterQuery where) {
        Long count = sql.queryForObject(
                "SELECT COUNT(*) FROM nonconformity_loop" + where.text(), Long.class, where.values());
        return count == null ? 0 : count;
    }

    List<LoopLine> lines(String rest, Object... values) {
        Map<String, String> known = new HashMap<>();
        Instant now = clock.instant();
        return sql.query(LINE + rest, (row, i) -> line(row, now, known), values);
    }

    private LoopLine line(ResultSet row, Instant now, Map<String, String> known) throws SQLException {
        Instant opened = CityTime.instant(row, "opened_at");
        Instant closed = CityTime.instant(row, "closed_at");
        Instant due = CityTime.instant(row, "due_at");
        String waiting = row.getString("waiting_for");
        return new LoopLine(
                row.getString("report_no"),
                row.getString("case_id"),
                row.getString("lab_code"),
                name(known, "labs/" + row.getString("lab_code")),
                row.getString("project_name"),
                row.getString("place"),
                row.getString("item"),
                row.getString("sample"),
                row.getString("parameters"),
                LoopState.valueOf(row.getString("state")),
                opened,
                Duration.between(opened, closed == null ? now : closed).toDays(),
                due,
                due != null && due.isBefore(now),
                waiting.isEmpty()
                        ? List.of()
                        : Arrays.stream(waiting.split(","))
                                .map(path -> name(known, path))
                                .toList());
    }

    private String name(Map<String, String> known, String path) {
        return known.computeIfAbsent(path, names::employer);
    }

    public void each(RegisterFilter filter, Consumer<RegisterLine> take) {
        RegisterQuery where = where(filter);
        Map<String, String> known = new HashMap<>();
        sql.query(
                WHOLE + where.text() + " ORDER BY l.opened_at, l.report_no",
                row -> {
                    take.accept(whole(row, known));
                },
                where.values());
    }

    private RegisterLine whole(ResultSet row, Map<String, String> known) throws SQLException {
        String parties = Arrays.stream(new String[] {
                    "developers/" + row.getString("developer_code"),
                    "contractors/" + row.getString("contractor_code"),
                    "supervision/" + row.getString("supervision_code")
                })
                .map(path -> name(known, path))
                .collect(Collectors.joining("\n"));
        Instant notified = CityTime.instant(row, "notified_at");
        String treatment = row.getString("treatment");
        String waiting = row.getString("waiting_for");
        return new RegisterLine(
                row.getString("report_no"),
                new RegisterLine.Found(
                        name(known, "labs/" + row.getString("lab_code")),
                        row.getString("project_name"),
                        row.getString("place"),
                        row.getString("sample"),
                        row.getString("parameters"),
                        row.getString("required"),
                        row.getString("measured"),
                        row.getString("represents"),
                        CityTime.instant(row, "found_at")),
                new RegisterLine.Told(CityTime.instant(row, "opened_at"), notified == null ? null : parties, notified),
                new RegisterLine.Handled(
                        row.getString("retests"),
                        treatment == null ? null : Treatment.of(treatment).label(),
                        row.getObject("finished_on", LocalDate.class),
                        CityTime.instant(row, "completed_at"),
                        row.getString("checked_by"),
                        CityTime.instant(row, "checked_at"),
                        row.getString("closed_by"),
                        CityTime.instant(row, "closed_at")),
                LoopState.valueOf(row.getString("state")),
                waiting.isEmpty()
                        ? null
                        : Arrays.stream(waiting.split(","))
                                .map(path -> name(known, path))
                                .collect(Collectors.joining("、")));
    }

    public List<RetestView> retests(String reportNo) {
        return sql.query(
                "SELECT r.retest_no, r.case_id, r.commission_no, r.conclusion, r.signed_at, o.objection"
                        + " FROM nonconformity_retest r LEFT JOIN nonconformity_retest_objection o"
                        + " ON o.report_no = r.report_no AND o.retest_no = r.retest_no"
                        + " WHERE r.report_no = ? ORDER BY r.signed_at",
                (row, i) -> new RetestView(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        CityTime.instant(row, "signed_at"),
                        row.getString(6)),
                reportNo);
    }

    public RegisterChoices choices() {
        RegisterQuery where = RegisterQuery.within(identity.scope());
        SortedSet<String> labs = new TreeSet<>();
        SortedSet<String> projects = new TreeSet<>();
        SortedSet<String> items = new TreeSet<>();
        sql.query(
                "SELECT DISTINCT lab_code, project_name, item FROM nonconformity_loop" + where.text(),
                row -> {
                    labs.add(row.getString(1));
                    projects.add(row.getString(2));
                    items.add(row.getString(3));
                },
                where.values());
        return new RegisterChoices(
                named(labs, code -> names.employer("labs/" + code)),
                List.copyOf(projects),
                named(items, code -> Catalogue.current().label(code)));
    }

    private static Map<String, String> named(
            Collection<String> codes, java.util.function.Function<String, String> name) {
        Map<String, String> named = new LinkedHashMap<>();
        codes.forEach(code -> named.put(code, name.apply(code)));
        return named;
    }

    private RegisterQuery where(RegisterFilter filter) {
        return RegisterQuery.within(identity.scope()).matching(filter, clock.instant());
    }
}
