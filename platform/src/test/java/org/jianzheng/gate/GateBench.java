package org.jianzheng.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jianzheng.identity.Role;
import org.jianzheng.support.bench.BenchPlatform;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A question of laboratory, person and machine, in a city of 45 laboratories with 40 people and 30 machines each; every second
 * one is refused: out of scope, without a certificate, with a certificate or a calibration that ran out. From memory alone, and
 * through the door with its look into the database whether the registries have changed (target: under 1 ms). The stock way asks
 * the database for the certificate, the scope, the person and the machine.
 */
final class GateBench {

    private static final int LABS = 45;
    private static final int PEOPLE = 40;
    private static final int MACHINES = 30;
    private static final int WARM = 20_000;
    private static final int MEASURED = 50_000;
    private static final String ITEM = "concrete-cube";

    private final List<Asked> allowed = new ArrayList<>();
    private final List<Asked> refused = new ArrayList<>();

    private GateBench() {}

    private record Asked(String lab, String item, String person, String machine) {

        GateQuestion question() {
            return GateQuestion.at(GatePoint.RUN, null, item, OwnLab.TODAY)
                    .lab(lab)
                    .person(person, Role.TESTER)
                    .machine(machine);
        }
    }

    public static void main(String[] none) {
        try (var platform = BenchPlatform.start()) {
            var bench = new GateBench();
            for (int i = 0; i < LABS; i++) {
                bench.add(new OwnLab(platform.context(), ITEM, "rebar"), i);
            }
            bench.measure(platform);
        }
    }

    private void add(OwnLab lab, int which) {
        LocalDate today = OwnLab.TODAY;
        LocalDate from = today.minusDays(9);
        String person = "";
        for (int i = 0; i < PEOPLE; i++) {
            person = lab.member("人" + i, Role.TESTER, ITEM + ",rebar", from, today.plusDays(200));
        }
        String machine = "";
        for (int i = 0; i < MACHINES; i++) {
            machine = lab.machine("M" + i, ITEM + ",cement", "1级", from, today.plusDays(200));
        }
        String expired = lab.member("过期", Role.TESTER, ITEM, from, today.minusDays(1));
        String overdue = lab.machine("过期", ITEM, "1级", from, today.minusDays(1));
        allowed.add(new Asked(lab.code(), ITEM, person, machine));
        refused.add(
                switch (which % 4) {
                    case 0 -> new Asked(lab.code(), "cement", person, machine);
                    case 1 -> new Asked(lab.code(), ITEM, "nobody", machine);
                    case 2 -> new Asked(lab.code(), ITEM, expired, machine);
                    default -> new Asked(lab.code(), ITEM, person, overdue);
                });
    }

    private void measure(BenchPlatform platform) {
        Gate gate = platform.bean(Gate.class);
        var memory = gate.asOfNow();
        JdbcTemplate sql = platform.sql();
        double stock = measure("stock: four queries", asked -> stock(sql, asked));
        measure("from memory", asked -> memory.apply(asked.question()).allowed());
        double ours =
                measure("through the door", asked -> gate.ask(asked.question()).allowed());
        System.out.printf(Locale.ROOT, "of the stock way's answers a second: %.2f%n", ours / stock);
        RegistrySnapshots snapshots = platform.bean(RegistrySnapshots.class);
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            snapshots.reload();
        }
        System.out.printf(Locale.ROOT, "registries read whole: %.1f ms%n", (System.nanoTime() - start) / 20e6);
    }

    private static boolean stock(JdbcTemplate sql, Asked asked) {
        LocalDate today = OwnLab.TODAY;
        return any(
                        sql,
                        "lab_certificate WHERE lab_code = ? AND ? BETWEEN valid_from AND valid_until",
                        asked.lab(),
                        today)
                && any(
                        sql,
                        "scope WHERE lab_code = ? AND item = ? AND ? BETWEEN valid_from AND valid_until",
                        asked.lab(),
                        asked.item(),
                        today)
                && any(
                        sql,
                        "certificate WHERE username = ? AND FIND_IN_SET(?, items) AND ? BETWEEN valid_from AND valid_until",
                        asked.person(),
                        asked.item(),
                        today)
                && any(
                        sql,
                        "equipment WHERE code = ? AND FIND_IN_SET(?, items) AND ? BETWEEN calibrated_on AND calibrated_until",
                        asked.machine(),
                        asked.item(),
                        today);
    }

    private static boolean any(JdbcTemplate sql, String rows, Object... arguments) {
        return sql.queryForObject("SELECT COUNT(*) FROM qualification_" + rows, Long.class, arguments) > 0;
    }

    /** Answers a second, to allowed and refused ones in turn. */
    private double measure(String what, Predicate<Asked> gate) {
        ask(gate, WARM);
        long start = System.nanoTime();
        long[] taken = ask(gate, MEASURED);
        double rate = MEASURED / ((System.nanoTime() - start) / 1e9);
        Arrays.sort(taken);
        System.out.printf(
                Locale.ROOT,
                "%-20s %8.0f answers a second, p50 %.3f ms, p95 %.3f ms, p99 %.3f ms%n",
                what,
                rate,
                taken[MEASURED / 2] / 1e6,
                taken[MEASURED * 95 / 100] / 1e6,
                taken[MEASURED * 99 / 100] / 1e6);
        return rate;
    }

    private long[] ask(Predicate<Asked> gate, int count) {
        long[] taken = new long[count];
        for (int i = 0; i < count; i++) {
            boolean right = i % 2 == 0;
            Asked asked = (right ? allowed : refused).get(i / 2 % LABS);
            long start = System.nanoTime();
            if (gate.test(asked) != right) {
                throw new IllegalStateException("Answered wrongly: " + asked);
            }
            taken[i] = System.nanoTime() - start;
        }
        return taken;
    }
}
