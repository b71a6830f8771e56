package org.jianzheng.testing.recording;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.acquisition.Acquisition;
import org.jianzheng.acquisition.analysis.CurvePoint;
import org.jianzheng.acquisition.analysis.YieldReader;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.run.RunState;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.testing.procedure.ExpectedReadings;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.TestSubject;
import org.springframework.stereotype.Component;

/**
 * What machines measured of a sample, read off its sealed runs (4.1.8, 5.4.7). Where a run was opened for one
 * specimen, every specimen of that method needs one: what was typed beside it must be the same, and what was not typed is
 * filled in. The record names the runs and their hashes. A specimen whose run was broken off, and whom a second person allowed
 * to be tested again, may be typed: a machine that broke down holds up no sample, and the record says so.
 */
@Component
public class SealedReadings {

    /** Of a class 1 machine of 1000 kN, where the registry says nothing finer. */
    private static final BigDecimal RESOLUTION_KN = new BigDecimal("0.01");

    /** Forms know minutes. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final BigDecimal NEWTONS = BigDecimal.valueOf(1000);
    private static final String NUMBER = "no";

    private final Acquisition acquisition;
    private final YieldReader yields;

    SealedReadings(Acquisition acquisition, YieldReader yields) {
        this.acquisition = acquisition;
        this.yields = yields;
    }

    /** A run with what the rows of the record call its piece; without a curve where it was broken off. */
    private record Measured(RunView run, Curve curve) {

        boolean isTyped() {
            return curve == null;
        }

        static String number(RunView run, TestSubject subject) {
            String specimen = subject.specimenNo(run.piece().position());
            return run.piece().method().equals(MachineReading.HALF.method())
                    ? specimen + (run.piece().number() == 1 ? "a" : "b")
                    : specimen;
        }
    }

    /**
     * The record as the machines measured it.
     *
     * @throws org.jianzheng.kernel.RuleBroken naming the row that has no run, or another value than its run
     */
    RecordForm applied(RecordForm typed, String stage, TestSubject subject) {
        Map<String, Map<String, Measured>> methods = measured(stage, subject);
        RecordForm applied = typed;
        List<Map<String, Object>> runs = new ArrayList<>();
        for (Map.Entry<String, Map<String, Measured>> method : methods.entrySet()) {
            for (MachineReading reading : MachineReading.of(method.getKey())) {
                applied = applied.with(reading.list(), rows(applied, reading, method.getValue(), subject));
            }
            method.getValue().forEach((number, one) -> runs.add(named(number, one.run())));
        }
        if (runs.isEmpty()) {
            return typed;
        }
        methods.values().forEach(ofMethod -> ofMethod.values().forEach(one -> requireWithin(typed, one.run())));
        return applied.with("runs", runs);
    }

    /** The server knows when the machine sent: a record of other hours would be of another age. */
    private static void requireWithin(RecordForm typed, RunView run) {
        Instant begun = run.times().begun();
        if (begun == null) {
            return;
        }
        if (typed.instant("startedAt").isAfter(begun.plus(MINUTE))) {
            throw typed.broken("startedAt", "testing.run.startedLate", CityTime.minute(begun));
        }
        if (typed.instant("finishedAt").isBefore(run.times().ended().minus(MINUTE))) {
            throw typed.broken(
                    "finishedAt",
                    "testing.run.finishedEarly",
                    CityTime.minute(run.times().ended()));
        }
    }

    private static Map<String, Object> named(String number, RunView run) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put(NUMBER, number);
        named.put("method", run.piece().method());
        named.put("runId", run.id());
        named.put("sha256", run.sealed() == null ? null : run.sealed().sha256());
        named.put("typed", run.sealed() == null);
        return named;
    }

    private List<Map<String, Object>> rows(
            RecordForm typed, MachineReading reading, Map<String, Measured> measured, TestSubject subject) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RecordForm row : typed.rows(reading.list())) {
            Measured one = measured.get(row.text(NUMBER, 60));
            if (one == null) {
                throw row.broken(reading.field(), "testing.run.missing", row.text(NUMBER, 60));
            }
            rows.add(value(one, reading, subject)
                    .map(value -> over(row, reading.field(), value))
                    .orElse(row)
                    .values());
        }
        return rows;
    }

    private static RecordForm over(RecordForm row, String field, BigDecimal value) {
        if (row.has(field) && row.reading(field).value().compareTo(value) != 0) {
            throw row.broken(field, "testing.run.otherValue", row.text(field, 40), value.toPlainString());
        }
        return row.with(field, value.toPlainString());
    }

    /** Rows that a form begins with, with what was measured by now. */
    public List<Map<String, Object>> shown(
            String list, List<Map<String, Object>> begun, String stage, TestSubject subject) {
        List<Map<String, Object>> shown = new ArrayList<>(begun);
        measured(stage, subject).forEach((method, measured) -> MachineReading.of(method).stream()
                .filter(reading -> reading.list().equals(list))
                .forEach(reading -> shown.replaceAll(row -> with(row, reading, measured, subject))));
        return shown;
    }

    private Map<String, Object> with(
            Map<String, Object> row, MachineReading reading, Map<String, Measured> measured, TestSubject subject) {
        return Optional.ofNullable(measured.get(String.valueOf(row.get(NUMBER))))
                .flatMap(one -> value(one, reading, subject))
                .map(value -> {
                    Map<String, Object> filled = new LinkedHashMap<>(row);
                    filled.put(reading.field(), value.toPlainString());
                    return filled;
                })
                .orElse(row);
    }

    private Map<String, Map<String, Measured>> measured(String stage, TestSubject subject) {
        Map<String, Map<String, Measured>> measured = new LinkedHashMap<>();
        List<RunView> runs = acquisition.ofCase(subject.caseId()).stream()
                .filter(run -> run.piece().stage().equals(stage))
                .toList();
        // Whatever became of them: who opened one and did not like what came cannot type instead, alone.
        runs.forEach(run -> measured.computeIfAbsent(run.piece().method(), method -> new LinkedHashMap<>()));
        for (RunView run : runs) {
            Map<String, Measured> ofMethod = measured.get(run.piece().method());
            String number = Measured.number(run, subject);
            if (run.state() == RunState.SEALED) {
                ofMethod.put(number, new Measured(run, acquisition.curve(run.id())));
            } else if (run.state() == RunState.ABORTED && run.allowance() != null) {
                ofMethod.putIfAbsent(number, new Measured(run, null));
            }
        }
        return measured;
    }

    private Optional<BigDecimal> value(Measured one, MachineReading reading, TestSubject subject) {
        if (one.isTyped()) {
            return Optional.empty();
        }
        return switch (reading.figure()) {
            case PEAK_KN -> CurvePoint.peak(one.curve()).map(CurvePoint::kilonewtons);
            case PEAK_N ->
                CurvePoint.peak(one.curve())
                        .map(peak -> peak.kilonewtons().multiply(NEWTONS).setScale(0));
            case LOWER_YIELD_KN ->
                Optional.ofNullable(yields.read(
                                        one.curve(),
                                        RESOLUTION_KN,
                                        ExpectedReadings.yieldFloor(subject).orElse(null))
                                .lower())
                        .map(CurvePoint::kilonewtons);
        };
    }
}
