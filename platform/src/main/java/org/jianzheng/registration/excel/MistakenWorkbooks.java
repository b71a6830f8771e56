package org.jianzheng.registration.excel;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registry.personal.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Workbooks with mistakes, kept sealed for a day for the one person who sent them. */
@Service
@Transactional
public class MistakenWorkbooks {

    private static final Period KEPT = Period.ofDays(1);

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final Identity identity;
    private final Clock clock;

    MistakenWorkbooks(JdbcClient jdbc, PersonalData personal, Identity identity, Clock clock) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.identity = identity;
        this.clock = clock;
    }

    /** @param rows how many were read */
    public record View(String id, EntryKind kind, int rows, Paged<WorkbookProblem> problems) {}

    String keep(EntryKind kind, int rows, List<WorkbookProblem> problems, byte[] workbook) {
        String id = UUID.randomUUID().toString();
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM qualification_import WHERE uploaded_at < ?")
                .param(CityTime.utc(now.minus(KEPT)))
                .update();
        jdbc.sql("INSERT INTO qualification_import (id, kind, uploaded_at, uploaded_by, rows_read, problems, workbook)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        kind.name(),
                        CityTime.utc(now),
                        identity.acting().username(),
                        rows,
                        personal.sealText(StoredJson.write(problems)),
                        personal.sealText(Base64.getEncoder().encodeToString(workbook)))
                .update();
        return id;
    }

    /** @throws NotFound for whoever did not send it */
    @Transactional(readOnly = true)
    public View find(String id, int page, int size) {
        return jdbc.sql("SELECT kind, rows_read, problems FROM qualification_import WHERE id = ? AND uploaded_by = ?")
                .params(id, identity.acting().username())
                .query((row, n) -> new View(
                        id,
                        EntryKind.valueOf(row.getString("kind")),
                        row.getInt("rows_read"),
                        part(
                                StoredJson.read(personal.open(row.getString("problems")), new TypeReference<>() {}),
                                page,
                                size)))
                .optional()
                .orElseThrow(() -> new NotFound("registration.import.unknown"));
    }

    /** The workbook with what is wrong in its last column. */
    @Transactional(readOnly = true)
    public byte[] workbook(String id) {
        return jdbc.sql("SELECT workbook FROM qualification_import WHERE id = ? AND uploaded_by = ?")
                .params(id, identity.acting().username())
                .query(String.class)
                .optional()
                .map(kept -> Base64.getDecoder().decode(personal.open(kept)))
                .orElseThrow(() -> new NotFound("registration.import.unknown"));
    }

    private static Paged<WorkbookProblem> part(List<WorkbookProblem> problems, int page, int size) {
        int from = (int) Math.min(problems.size(), (long) page * size);
        return new Paged<>(problems.subList(from, Math.min(problems.size(), from + size)), problems.size());
    }
}
