package org.jianzheng.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.official.OfficialRows;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the station has permitted and laboratories have chosen: rows that are only ever added. */
@Repository
class PolicyStore {

    private static final String DECISION = "DECISION";
    private static final String WITHDRAWAL = "WITHDRAWAL";

    private static final String CHOICES =
            """
            SELECT c.*, d.granted, d.reason AS d_reason, d.acting_name AS d_name, d.acted_at AS d_at,
                   w.reason AS w_reason, w.acting_name AS w_name, w.acted_at AS w_at
              FROM policy_choice c
              LEFT JOIN policy_choice_act d ON d.lab_code = c.lab_code AND d.choice_id = c.id AND d.act = 'DECISION'
              LEFT JOIN policy_choice_act w ON w.lab_code = c.lab_code AND w.choice_id = c.id AND w.act = 'WITHDRAWAL'
            """;

    private final JdbcClient sql;
    private final OfficialRows rows;

    PolicyStore(JdbcClient sql, OfficialRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    void add(OpenPoint point, PermissionChange change, Person by) {
        insert(
                point.subject(),
                "policy_permission",
                "item, input, number, value, permitted, effective_from, reason, decided_by, decided_name, decided_at",
                point.item(),
                point.input(),
                change.number(),
                change.value(),
                change.permitted(),
                change.from(),
                change.reason(),
                by.username(),
                by.name(),
                CityTime.utc(change.at()));
    }

    void add(PolicyChoice choice) {
        insert(
                choice.subject(),
                "policy_choice",
                "lab_code, id, item, input, value, effective_from, reason, proposed_by, proposed_name, proposed_at",
                choice.lab(),
                choice.id(),
                choice.item(),
                choice.input(),
                choice.value(),
                choice.from(),
                choice.reason(),
                choice.proposedBy(),
                choice.proposedName(),
                CityTime.utc(choice.proposedAt()));
    }

    void decide(PolicyChoice choice, PolicyChoice.Act act, Person by) {
        act(choice, DECISION, act, by);
    }

    void withdraw(PolicyChoice choice, PolicyChoice.Act act, Person by) {
        act(choice, WITHDRAWAL, act, by);
    }

    private void act(PolicyChoice choice, String kind, PolicyChoice.Act act, Person by) {
        insert(
                choice.subject(),
                "policy_choice_act",
                "lab_code, choice_id, act, granted, reason, acting, acting_name, acted_at",
                choice.lab(),
                choice.id(),
                kind,
                act.granted(),
                act.reason(),
                by.username(),
                act.byName(),
                CityTime.utc(act.at()));
    }

    // Whoever comes second at the same moment finds it done.
    private void insert(String subject, String table, String columns, Object... values) {
        try {
            rows.insert(subject, table, columns, values);
        } catch (DuplicateKeyException sameMoment) {
            throw new RuleBroken("policy.meanwhile");
        }
    }

    /** @throws RuleBroken where somebody changed, added or removed past the platform what is permitted there */
    void requireIntact(OpenPoint point) {
        rows.requireIntact("policy_permission", Map.of("item", point.item()));
    }

    /** @throws RuleBroken where somebody did so to what the laboratory has chosen */
    void requireIntactOf(String lab) {
        rows.requireIntact(chosen(lab));
    }

    /** @throws RuleBroken where somebody did so to the one or the other */
    void requireIntact(OpenPoint point, String lab) {
        Map<String, List<Map<String, String>>> all = new HashMap<>(chosen(lab));
        all.put("policy_permission", List.of(Map.of("item", point.item())));
        rows.requireIntact(all);
    }

    private static Map<String, List<Map<String, String>>> chosen(String lab) {
        List<Map<String, String>> ofLab = List.of(Map.of("lab_code", lab));
        return Map.of("policy_choice", ofLab, "policy_choice_act", ofLab);
    }

    /** Oldest first. */
    List<PermissionChange> permissions(OpenPoint point) {
        return permissions(point.item()).getOrDefault(point.input(), List.of());
    }

    private record Permitted(String input, PermissionChange change) {}

    /** Of all inputs, oldest first. */
    Map<String, List<PermissionChange>> permissions(String item) {
        return sql
                .sql("SELECT * FROM policy_permission WHERE item = ? ORDER BY input, number")
                .param(item)
                .query((row, n) -> new Permitted(
                        row.getString("input"),
                        new PermissionChange(
                                row.getInt("number"),
                                row.getString("value"),
                                row.getBoolean("permitted"),
                                day(row),
                                row.getString("reason"),
                                row.getString("decided_name"),
                                CityTime.instant(row, "decided_at"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Permitted::input, Collectors.mapping(Permitted::change, Collectors.toList())));
    }

    /** Of one input, oldest first. */
    List<PolicyChoice> choices(String lab, OpenPoint point) {
        return choices(lab, point.item()).getOrDefault(point.input(), List.of());
    }

    /** Of all inputs, oldest first. */
    Map<String, List<PolicyChoice>> choices(String lab, String item) {
        return sql
                .sql(CHOICES + " WHERE c.lab_code = ? AND c.item = ? ORDER BY c.proposed_at, c.id")
                .params(lab, item)
                .query(PolicyStore::choice)
                .list()
                .stream()
                .collect(Collectors.groupingBy(PolicyChoice::input));
    }

    /** Of several laboratories, whatever it is about. */
    List<PolicyChoice> choices(Collection<String> labs) {
        return labs.isEmpty()
                ? List.of()
                : sql.sql(CHOICES + " WHERE c.lab_code IN (:labs) ORDER BY c.proposed_at, c.id")
                        .param("labs", labs)
                        .query(PolicyStore::choice)
                        .list();
    }

    Optional<PolicyChoice> find(String lab, String id) {
        return sql.sql(CHOICES + " WHERE c.lab_code = ? AND c.id = ?")
                .params(lab, id)
                .query(PolicyStore::choice)
                .optional();
    }

    private static PolicyChoice choice(ResultSet row, int n) throws SQLException {
        return new PolicyChoice(
                row.getString("id"),
                row.getString("lab_code"),
                row.getString("item"),
                row.getString("input"),
                row.getString("value"),
                day(row),
                row.getString("reason"),
                row.getString("proposed_by"),
                row.getString("proposed_name"),
                CityTime.instant(row, "proposed_at"),
                act(row, "d", row.getBoolean("granted")),
                act(row, "w", true));
    }

    private static PolicyChoice.Act act(ResultSet row, String of, boolean granted) throws SQLException {
        return row.getString(of + "_name") == null
                ? null
                : new PolicyChoice.Act(
                        granted,
                        row.getString(of + "_reason"),
                        row.getString(of + "_name"),
                        CityTime.instant(row, of + "_at"));
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return row.getObject("effective_from", LocalDate.class);
    }
}
