package org.jianzheng.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.entry.EntryWords;
import org.jianzheng.registration.entry.RegistryChange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every change of the registries: who applied, who approved, when, what it was and what it became. */
@Service
public class RegistryHistory {

    private final JdbcClient jdbc;
    private final OfficialRows official;
    private final EntryWords entryWords;
    private final Identity identity;

    RegistryHistory(JdbcClient jdbc, OfficialRows official, EntryWords entryWords, Identity identity) {
        this.jdbc = jdbc;
        this.official = official;
        this.entryWords = entryWords;
        this.identity = identity;
    }

    /** @param before null for what is new */
    record Step(Map<String, String> before, Map<String, String> after) {}

    void add(Application by, List<Step> steps, Person approver, Instant at) {
        official.insertAll(
                by.ledgerSubject(),
                "qualification_history",
                "id, subject, house, kind, application_id, changed_at, applied_by, approved_by, reason, before_text,"
                        + " after_text",
                steps.stream().map(step -> row(by, step, approver, at)).toList());
    }

    private Object[] row(Application by, Step step, Person approver, Instant at) {
        return new Object[] {
            UUID.randomUUID().toString(),
            by.kind().subject(step.after()),
            by.kind().house(by.house(), step.after()),
            by.kind().name(),
            by.id(),
            CityTime.utc(at),
            by.submittedName(),
            approver.name(),
            entryWords.kind(by.kind()),
            step.before() == null ? null : ApplicationEntries.text(ApplicationEntries.lasting(step.before())),
            ApplicationEntries.text(ApplicationEntries.lasting(step.after()))
        };
    }

    /** Changes of that subject that the acting person may know of, newest first. */
    @Transactional(readOnly = true)
    public List<RegistryChange> of(String subject) {
        boolean all = identity.scope().kind() == Scope.Kind.ALL;
        String house = identity.acting().employer().orElse("");
        return jdbc.sql("SELECT * FROM qualification_history WHERE subject = ? AND (? OR house = ?)"
                        + " ORDER BY changed_at DESC, id LIMIT 200")
                .params(subject, all, house)
                .query(this::row)
                .list();
    }

    /** What an approved application changed. The caller has checked who may know. */
    List<RegistryChange> by(String application) {
        return jdbc.sql("SELECT * FROM qualification_history WHERE application_id = ? ORDER BY changed_at, id LIMIT"
                        + " 200")
                .param(application)
                .query(this::row)
                .list();
    }

    private RegistryChange row(ResultSet row, int n) throws SQLException {
        EntryKind kind = EntryKind.valueOf(row.getString("kind"));
        Optional<String> before = Optional.ofNullable(row.getString("before_text"));
        List<RegistryChange.Value> values = entryWords.values(
                kind,
                before.map(ApplicationEntries::entry).orElse(Map.of()),
                ApplicationEntries.entry(row.getString("after_text")));
        return new RegistryChange(
                kind,
                row.getString("subject"),
                row.getString("application_id"),
                CityTime.instant(row, "changed_at"),
                row.getString("applied_by"),
                row.getString("approved_by"),
                before.isEmpty(),
                values.stream()
                        .filter(value -> !value.before().equals(value.after()))
                        .toList());
    }
}
