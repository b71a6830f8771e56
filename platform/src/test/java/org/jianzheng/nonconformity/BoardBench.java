package org.jianzheng.nonconformity;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jianzheng.JianzhengApplication;
import org.jianzheng.support.As;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * The station's board, its page included, with 5,000 open loops of 40 laboratories and 500 open breaches; then the first
 * page of the register, and the whole of it printed and as a workbook. Target for the board: p95 200 ms.
 */
final class BoardBench {

    private static final int LABS = 40;
    private static final int LOOPS_OF_A_LAB = 125;
    private static final int BREACHES = 500;
    private static final int PAGES = 300;
    private static final int FILES = 5;

    private final MockMvc browser;

    private BoardBench(MockMvc browser) {
        this.browser = browser;
    }

    public static void main(String[] none) throws Exception {
        var application = new SpringApplication(JianzhengApplication.class);
        application.addInitializers(new TestDatabase.Initializer());
        application.setAdditionalProfiles("test");
        try (var platform = application.run("--server.port=0")) {
            DemoCity.seed(platform.getBean(DataSource.class));
            fill(platform.getBean(JdbcTemplate.class));
            var bench = new BoardBench(MockMvcBuilders.webAppContextSetup((WebApplicationContext) platform)
                    .apply(springSecurity())
                    .build());
            bench.measure("/board", PAGES);
            bench.measure("/nonconformities?state=OPEN", PAGES);
            bench.measure("/nonconformities/register.xlsx", FILES);
            bench.measure("/nonconformities/register.pdf", FILES);
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
    }

    private void measure(String page, int times) throws Exception {
        run(page, times / 2);
        double[] millis = run(page, times);
        System.out.printf(
                Locale.ROOT,
                "%-32s p50 %.1f ms, p95 %.1f ms of %d, %d kB%n",
                page,
                millis[times / 2],
                millis[(times - 1) * 95 / 100],
                times,
                ask(page).length / 1024);
    }

    private double[] run(String page, int times) throws Exception {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            ask(page);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    private byte[] ask(String page) throws Exception {
        var answer = browser.perform(get(page).with(As.signedIn("supervisor")))
                .andReturn()
                .getResponse();
        if (answer.getStatus() != 200) {
            throw new IllegalStateException(page + ": " + answer.getStatus());
        }
        return answer.getContentAsByteArray();
    }
}
