package org.jianzheng.breach.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jianzheng.JianzhengApplication;
import org.jianzheng.gate.OwnLab;
import org.jianzheng.identity.Role;
import org.jianzheng.support.As;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The nightly sweep over 20,000 open cases of 40 laboratories, 4,000 of them being tested; two laboratories lose an item. The
 * stock way asks the database about every case.
 */
final class SweepBench {

    private static final int LABS = 40;
    private static final int CASES_OF_A_LAB = 500;
    private static final int TESTS_OF_A_LAB = 100;
    private static final int RUNS = 10;

    private SweepBench() {}

    public static void main(String[] none) {
        var application = new SpringApplication(JianzhengApplication.class);
        application.addInitializers(new TestDatabase.Initializer());
        application.setAdditionalProfiles("test");
        try (var platform = application.run("--server.port=0")) {
            DemoCity.seed(platform.getBean(DataSource.class));
            List<OwnLab> labs = new ArrayList<>();
            for (int i = 0; i < LABS; i++) {
                labs.add(busy(new OwnLab(platform, "concrete-cube", "rebar")));
            }
            stock(platform.getBean(JdbcTemplate.class));
            Sweep sweep = platform.getBean(Sweep.class);
            print("first, warnings of expiry included", run(sweep));
            labs.subList(0, 2).forEach(lab -> lab.dropScope("concrete-cube"));
            print("two laboratories have lost an item", run(sweep));
            for (int i = 0; i < RUNS; i++) {
                print("again", run(sweep));
            }
        }
    }

    private static OwnLab busy(OwnLab lab) {
        String tester = lab.member(
                "检", Role.TESTER, "concrete-cube,rebar", OwnLab.TODAY.minusDays(9), OwnLab.TODAY.plusDays(200));
        List<String> cubes = lab.openCases(CASES_OF_A_LAB / 2, "concrete-cube", "TESTING");
        lab.openCases(CASES_OF_A_LAB / 2, "rebar", "SAMPLING");
        cubes.subList(0, TESTS_OF_A_LAB).forEach(caseId -> lab.runningTest(caseId, "concrete-cube", tester));
        return lab;
    }

    /** One question to the database for every open case, of its laboratory's scope alone. */
    private static void stock(JdbcTemplate sql) {
        for (int run = 0; run < 2; run++) {
            long start = System.nanoTime();
            List<Map<String, Object>> open = sql.queryForList("SELECT lab_code, item FROM commission_case");
            for (Map<String, Object> one : open) {
                sql.queryForObject(
                        "SELECT COUNT(*) FROM qualification_scope WHERE lab_code = ? AND item = ?"
                                + " AND CURRENT_DATE BETWEEN valid_from AND valid_until",
                        Long.class,
                        one.get("lab_code"),
                        one.get("item"));
            }
            System.out.printf(
                    Locale.ROOT,
                    "stock, a query a case: %d cases in %d ms%n",
                    open.size(),
                    (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static SweepResult run(Sweep sweep) {
        return As.person("system", sweep::run);
    }

    private static void print(String what, SweepResult result) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d cases in %d ms; %d breaches there are, %d opened, %d warnings%n",
                what,
                result.cases(),
                result.millis(),
                result.found(),
                result.opened(),
                result.warned());
    }
}
