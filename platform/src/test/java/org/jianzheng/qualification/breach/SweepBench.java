package org.jianzheng.qualification.breach;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jianzheng.JianzhengApplication;
import org.jianzheng.identity.Role;
import org.jianzheng.qualification.OwnLab;
import org.jianzheng.support.As;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.TestDatabase;
import org.springframework.boot.SpringApplication;

/** The nightly sweep over 20,000 open cases of 40 laboratories, 4,000 of them being tested; two laboratories lose an item. */
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
