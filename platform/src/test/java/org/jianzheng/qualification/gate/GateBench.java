package org.jianzheng.qualification.gate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jianzheng.JianzhengApplication;
import org.jianzheng.identity.Role;
import org.jianzheng.qualification.GateAnswer;
import org.jianzheng.qualification.GatePoint;
import org.jianzheng.qualification.GateQuestion;
import org.jianzheng.qualification.OwnLab;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.TestDatabase;
import org.springframework.boot.SpringApplication;

/**
 * A question of laboratory, person and machine, in a city of 45 laboratories with 40 people and 30 machines each: from
 * memory alone, and with the look into the database whether the registries have changed (target: under 1 ms).
 */
final class GateBench {

    private static final int LABS = 45;
    private static final int PEOPLE = 40;
    private static final int MACHINES = 30;
    private static final int WARM = 20_000;
    private static final int MEASURED = 50_000;

    private GateBench() {}

    public static void main(String[] none) {
        var application = new SpringApplication(JianzhengApplication.class);
        application.addInitializers(new TestDatabase.Initializer());
        application.setAdditionalProfiles("test");
        try (var platform = application.run("--server.port=0")) {
            DemoCity.seed(platform.getBean(DataSource.class));
            GateQuestion[] questions = new GateQuestion[LABS];
            for (int i = 0; i < LABS; i++) {
                questions[i] = question(new OwnLab(platform, "concrete-cube", "rebar", "cement"));
            }
            Gate gate = platform.getBean(Gate.class);
            measure("from memory", questions, gate.asOfNow());
            measure("with the look whether anything changed", questions, gate::ask);
            Snapshots snapshots = platform.getBean(Snapshots.class);
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                snapshots.reload();
            }
            System.out.printf(Locale.ROOT, "registries read whole: %.1f ms%n", (System.nanoTime() - start) / 20e6);
        }
    }

    private static GateQuestion question(OwnLab lab) {
        LocalDate today = OwnLab.TODAY;
        String person = "";
        for (int i = 0; i < PEOPLE; i++) {
            person = lab.member("人" + i, Role.TESTER, "concrete-cube,rebar", today.minusDays(9), today.plusDays(200));
        }
        String machine = "";
        for (int i = 0; i < MACHINES; i++) {
            machine = lab.machine("M" + i, "concrete-cube", "1级", today.minusDays(9), today.plusDays(200));
        }
        return GateQuestion.at(GatePoint.RUN, null, "concrete-cube", today)
                .lab(lab.code())
                .person(person, Role.TESTER)
                .machine(machine);
    }

    private static void measure(String what, GateQuestion[] questions, Function<GateQuestion, GateAnswer> gate) {
        ask(questions, gate, WARM);
        long start = System.nanoTime();
        long[] taken = ask(questions, gate, MEASURED);
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(taken);
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f answers a second, p50 %.3f ms, p95 %.3f ms, p99 %.3f ms%n",
                what,
                MEASURED / seconds,
                taken[MEASURED / 2] / 1e6,
                taken[MEASURED * 95 / 100] / 1e6,
                taken[MEASURED * 99 / 100] / 1e6);
    }

    private static long[] ask(GateQuestion[] questions, Function<GateQuestion, GateAnswer> gate, int count) {
        long[] taken = new long[count];
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            if (!gate.apply(questions[i % questions.length]).allowed()) {
                throw new IllegalStateException("The gate is shut");
            }
            taken[i] = System.nanoTime() - start;
        }
        return taken;
    }
}
