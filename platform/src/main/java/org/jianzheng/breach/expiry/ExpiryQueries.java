package org.jianzheng.breach.expiry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jianzheng.records.ChineseText;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What expires within some days. What has been renewed already has a later row and is left out. */
@Component
class ExpiryQueries {

    private static final String LABS =
            """
            SELECT l.code, l.name, c.certificate_type, c.valid_until
              FROM qualification_lab_certificate c JOIN qualification_lab l ON l.code = c.lab_code
             WHERE c.valid_until BETWEEN :today AND :last
               AND NOT EXISTS (SELECT 1 FROM qualification_lab_certificate o
                                WHERE o.lab_code = c.lab_code AND o.certificate_type = c.certificate_type
                                  AND o.valid_from > c.valid_from)
            """;

    private static final String SCOPES =
            """
            SELECT s.lab_code, s.item, MAX(s.valid_until) AS last_day FROM qualification_scope s
             GROUP BY s.lab_code, s.item HAVING MAX(s.valid_until) BETWEEN :today AND :last
            """;

    private static final String PEOPLE =
            """
            SELECT c.certificate_no, p.name, p.employer, c.role, c.valid_until
              FROM qualification_certificate c JOIN qualification_person p ON p.username = c.username
             WHERE c.valid_until BETWEEN :today AND :last AND p.left_on IS NULL
               AND NOT EXISTS (SELECT 1 FROM qualification_certificate o
                                WHERE o.username = c.username AND o.role = c.role AND o.valid_until > c.valid_until)
            """;

    private static final String EQUIPMENT =
            """
            SELECT code, name, lab_code, calibrated_until FROM qualification_equipment
             WHERE calibrated_until BETWEEN :today AND :last
            """;

    private final JdbcClient jdbc;
    private final ChineseText wording;

    ExpiryQueries(JdbcClient jdbc, ChineseText wording) {
        this.jdbc = jdbc;
        this.wording = wording;
    }

    List<Expiring> within(LocalDate today, int days) {
        List<Expiring> all = new ArrayList<>();
        all.addAll(ask(LABS, today, days)
                .query((row, n) -> new Expiring(
                        Expiring.Kind.LAB,
                        row.getString(3).equals("CMA") ? row.getString(1) + "/CMA" : row.getString(1),
                        "labs/" + row.getString(1),
                        wording.text("expiry.LAB." + row.getString(3), row.getString(2)),
                        row.getObject(4, LocalDate.class)))
                .list());
        all.addAll(ask(SCOPES, today, days)
                .query((row, n) -> new Expiring(
                        Expiring.Kind.SCOPE,
                        row.getString(1) + "/" + row.getString(2),
                        "labs/" + row.getString(1),
                        wording.text("expiry.SCOPE", label(row.getString(2))),
                        row.getObject(3, LocalDate.class)))
                .list());
        all.addAll(ask(PEOPLE, today, days)
                .query((row, n) -> new Expiring(
                        Expiring.Kind.PERSON,
                        row.getString(1),
                        row.getString(3),
                        wording.text(
                                "expiry.PERSON",
                                row.getString(2),
                                wording.text("qualification.role." + row.getString(4)),
                                row.getString(1)),
                        row.getObject(5, LocalDate.class)))
                .list());
        all.addAll(ask(EQUIPMENT, today, days)
                .query((row, n) -> new Expiring(
                        Expiring.Kind.EQUIPMENT,
                        row.getString(1),
                        "labs/" + row.getString(3),
                        wording.text("expiry.EQUIPMENT", row.getString(2), row.getString(1)),
                        row.getObject(4, LocalDate.class)))
                .list());
        return all;
    }

    private JdbcClient.StatementSpec ask(String sql, LocalDate today, int days) {
        return jdbc.sql(sql).param("today", today).param("last", today.plusDays(days));
    }

    private static String label(String item) {
        return Catalogue.current().label(item);
    }
}
