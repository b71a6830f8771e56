package org.jianzheng.gate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jianzheng.gate.RegistrySnapshot.Certificate;
import org.jianzheng.gate.RegistrySnapshot.LabFacts;
import org.jianzheng.gate.RegistrySnapshot.MachineFacts;
import org.jianzheng.gate.RegistrySnapshot.PersonFacts;
import org.jianzheng.gate.RegistrySnapshot.ScopeLine;
import org.jianzheng.gate.RegistrySnapshot.Suspended;
import org.jianzheng.gate.RegistrySnapshot.Waived;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.DaySpan;
import org.jianzheng.registry.Lab;
import org.jianzheng.registry.ScopeCodes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the registries, one query a table. */
@Component
class SnapshotLoader {

    private final JdbcClient jdbc;

    SnapshotLoader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RegistrySnapshot load(String stamp) {
        Map<String, PersonFacts> people = people();
        return new RegistrySnapshot(
                stamp,
                labs(),
                people,
                people.values().stream().collect(groupingBy(PersonFacts::employer)),
                machines(),
                suspensions(),
                waivers());
    }

    private record Line(String lab, String item, ScopeLine what) {}

    private Map<String, LabFacts> labs() {
        Map<String, Map<String, List<ScopeLine>>> scopes = scopes();
        Map<String, List<DaySpan>> certificates = jdbc
                .sql("SELECT lab_code, '', valid_from, valid_until FROM qualification_lab_certificate"
                        + " WHERE certificate_type = 'QUALIFICATION' ORDER BY valid_from, id")
                .query((row, n) -> new Line(row.getString(1), row.getString(2), new ScopeLine(span(row, 3), null)))
                .list()
                .stream()
                .collect(groupingBy(Line::lab, mapping(line -> line.what().valid(), toList())));
        return jdbc
                .sql("SELECT code, name FROM qualification_lab")
                .query((row, n) -> new LabFacts(
                        row.getString(1),
                        row.getString(2),
                        Lab.inForce(certificates.getOrDefault(row.getString(1), List.of())),
                        scopes.getOrDefault(row.getString(1), Map.of())))
                .list()
                .stream()
                .collect(toMap(LabFacts::code, Function.identity()));
    }

    private Map<String, Map<String, List<ScopeLine>>> scopes() {
        return jdbc
                .sql("SELECT lab_code, item, valid_from, valid_until, parameters FROM qualification_scope ORDER BY id")
                .query((row, n) -> new Line(
                        row.getString(1), row.getString(2), new ScopeLine(span(row, 3), ofScope(row.getString(5)))))
                .list()
                .stream()
                .collect(groupingBy(Line::lab, groupingBy(Line::item, mapping(Line::what, toList()))));
    }

    private static ScopeCodes ofScope(String parameters) {
        return parameters == null || parameters.isBlank() ? null : ScopeCodes.of(parameters);
    }

    private record Held(String username, Certificate certificate) {}

    private Map<String, PersonFacts> people() {
        Map<String, List<Certificate>> held = jdbc
                .sql("SELECT username, certificate_no, role, items, valid_from, valid_until"
                        + " FROM qualification_certificate ORDER BY valid_until DESC")
                .query((row, n) -> new Held(
                        row.getString(1),
                        new Certificate(
                                row.getString(2),
                                Role.valueOf(row.getString(3)),
                                ScopeCodes.of(row.getString(4)),
                                span(row, 5))))
                .list()
                .stream()
                .collect(groupingBy(Held::username, mapping(Held::certificate, toList())));
        return jdbc
                .sql("SELECT username, name, employer, left_on FROM qualification_person")
                .query((row, n) -> new PersonFacts(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        day(row, 4),
                        held.getOrDefault(row.getString(1), List.of())))
                .list()
                .stream()
                .collect(toMap(PersonFacts::username, Function.identity()));
    }

    private Map<String, MachineFacts> machines() {
        return jdbc
                .sql("SELECT code, lab_code, name, kind, accuracy, items, calibrated_on, calibrated_until"
                        + " FROM qualification_equipment")
                .query((row, n) -> new MachineFacts(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        ScopeCodes.of(row.getString(6)),
                        span(row, 7)))
                .list()
                .stream()
                .collect(toMap(MachineFacts::code, Function.identity()));
    }

    private Map<String, List<Suspended>> suspensions() {
        return jdbc
                .sql("SELECT lab_code, item, from_day, until_day, reason FROM qualification_suspension"
                        + " WHERE lifted_at IS NULL")
                .query((row, n) ->
                        new Suspended(row.getString(1), row.getString(2), day(row, 3), day(row, 4), row.getString(5)))
                .list()
                .stream()
                .collect(groupingBy(one -> one.lab() + "/" + one.item()));
    }

    private List<Waived> waivers() {
        return jdbc.sql("SELECT lab_code, rule_name, item, from_day, until_day FROM qualification_waiver"
                        + " WHERE withdrawn_at IS NULL")
                .query((row, n) ->
                        new Waived(row.getString(1), row.getString(2), row.getString(3), day(row, 4), day(row, 5)))
                .list();
    }

    private static DaySpan span(ResultSet row, int from) throws SQLException {
        return new DaySpan(day(row, from), day(row, from + 1));
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
