package org.jianzheng.nonconformity.register;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.nonconformity.BreachRows;
import org.jianzheng.nonconformity.LoopRows;
import org.jianzheng.support.bench.Askers;
import org.jianzheng.support.bench.BareServer;
import org.jianzheng.support.bench.BenchPlatform;
import org.jianzheng.support.bench.FullTables;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The station's board over HTTP by a signed-in supervisor, with 5,000 open loops of 40 laboratories, 100,000 closed ones and
 * 500 open breaches; then the first page of the register, and its open loops printed and as a workbook. Target for the board:
 * p95 200 ms. The stock way counts the open loops by state and laboratory in one query.
 */
final class BoardBench {

    private static final int LABS = 40;
    private static final int LOOPS_OF_A_LAB = 125;
    private static final int CLOSED = 100_000;
    private static final int BREACHES = 500;

    private BoardBench() {}

    public static void main(String[] none) throws Exception {
        try (var platform = BenchPlatform.start()) {
            fill(platform.sql());
            String supervisor = platform.signedIn("supervisor");
            var people = new Askers(1);
            double stock = stock(people, platform.sql());
            double board = ask(people, platform, supervisor, "/board");
            System.out.printf(Locale.ROOT, "of the stock way's rate: board %.3f%n", board / stock);
            ask(people, platform, supervisor, "/nonconformities?state=OPEN");
            ask(people, platform, supervisor, "/nonconformities/register.xlsx?state=OPEN");
            ask(people, platform, supervisor, "/nonconformities/register.pdf?state=OPEN");
        }
    }

    private static void fill(JdbcTemplate sql) {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        for (int lab = 0; lab < LABS; lab++) {
            LoopRows.insert(sql, "Z%02d".formatted(lab), LOOPS_OF_A_LAB, now);
        }
        for (int i = 0; i < BREACHES; i++) {
            BreachRows.insert(sql, UUID.randomUUID().toString(), "Z%02d".formatted(i % LABS), now.minusHours(250 - i));
        }
        new FullTables(sql)
                .copies(
                        "nonconformity_loop",
                        "lab_code = 'Z00'",
                        CLOSED,
                        Map.of(
                                "report_no", "CONCAT('Z', LPAD(n, 14, '0'))",
                                "case_id", "UUID()",
                                "process", "UUID()",
                                "lab_code", "CONCAT('Z', LPAD(n MOD " + LABS + ", 2, '0'))",
                                "opened_at", "TIMESTAMPADD(HOUR, -n MOD 9000, source.opened_at)",
                                "state", "'CLOSED'",
                                "closed_at", "source.opened_at"));
    }

    private static double ask(Askers people, BenchPlatform platform, String cookie, String page) throws Exception {
        return people.measure(
                page, "", n -> platform.request(page).header("Cookie", cookie).build());
    }

    private static double stock(Askers people, JdbcTemplate sql) throws Exception {
        try (var bare = new BareServer(path -> sql.queryForList("SELECT lab_code, state, COUNT(*) AS loops"
                        + " FROM nonconformity_loop WHERE closed_at IS NULL GROUP BY lab_code, state")
                .toString())) {
            return people.measure("stock: one query", "loops", n -> bare.request("/board"));
        }
    }
}
