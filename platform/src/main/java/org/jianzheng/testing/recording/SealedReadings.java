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
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.proven.MeasuredRate;
import org.jianzheng.acquisition.run.RunState;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.manualentry.TypingBasis;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.TestSubject;
import org.springframework.stereotype.Component;

/**
 * What machines measured of a sample, read off its sealed runs (4.1.8, 5.4.7): what was typed beside one must be the same,
 * and what was not typed is filled in. The record names the runs and their hashes. A piece without a sealed run is typed only
 * where {@link TypedForces} finds somebody who let it.
 */
@Component
public class SealedReadings {

    /** Forms know minutes. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Bars are weighed and cubes measured before they are loaded. */
    private static final Duration BEFORE_RUN = Duration.ofHours(12);

    private static final BigDecimal NEWTONS = BigDecimal.valueOf(1000);
    private static final String NUMBER = "no";
    private static final String SPARE = "*";

    private final Acquisition acquisition;
    private final CorrectedYields yields;
    private final TypedForces typedForces;

    SealedReadings(Acquisition acquisition, CorrectedYields yields, TypedForces typedForces) {
        this.acquisition = acquisition;
        this.yields = yields;
        this.typedForces = typedForces;
    }

    /** A run with what the rows of the record call its piece; without a curve where it was broken off. */
    private record Measured(RunView run, Curve curve) {

        /** Broken off, and a second person let the piece be tested once more. */
        boolean isSettled() {
            return curve == null && run.allowance() != null;
        }

        /** Neither sealed nor settled. Whoever opened a run and did not like what came cannot type instead, alone. */
        boolean isOpen() {
            return curve == null && run.allowance() == null;
        }

        /** A sealed run says more than one broken off, and of those one that holds up more than one that was settled. */
        Measured weightier(Measured other) {
            if (curve != null) {
                return this;
            }
            return isOpen() ? this : other;
        }

        /** Of the row that it is read into; what no row is for keeps its own number, and is none of the results. */
        static String number(RunView run, TestSubject subject) {
            RunView.Piece piece = run.piece();
            return MachinePieces.row(piece.method(), piece.stage(), piece.position(), piece.number(), subject)
                    .orElseGet(() -> subject.specimenNo(piece.position()) + SPARE);
        }
    }

    /**
     * A record with what machines measured filled in.
     *
     * @param typed on whose word the rest was typed; empty where nothing was
     */
    record Applied(RecordForm form, List<TypingBasis> typed) {}

    /**
     * The record as the machines measured it.
     *
     * @throws RuleBroken naming the row that may not be typed, or has another value than its run
     */
    Applied applied(RecordForm typed, String stage, TestSubject subject, List<String> machines, String tester) {
        yields.requireNoneOpen(subject.caseId());
        Map<String, Map<String, Measured>> methods = measured(stage, subject);
        TypedForces.OfRecord words = typedForces.of(subject, machines, tester);
        RecordForm applied = typed;
        for (String method : subject.family().item().evaluations()) {
            for (MachineReading reading : MachineReading.of(method)) {
                if (applied.has(reading.list())) {
                    applied = applied.with(reading.list(), rows(applied, reading, methods.get(method), words));
                }
            }
        }
        applied = MeasuredRates.applied(
                applied, rates(methods, stage, subject), subject.family().item().stage(stage));
        List<Map<String, Object>> runs = new ArrayList<>();
        for (Map<String, Measured> ofMethod : methods.values()) {
            ofMethod.forEach((number, one) -> {
                Map<String, Object> named = named(number, one.run());
                named.putAll(yields.named(one.run(), one.curve()));
                runs.add(named);
                requireWithin(typed, one.run());
            });
        }
        return new Applied(runs.isEmpty() ? applied : applied.with("runs", runs), words.found());
    }

    /** The server knows when the machine sent, and under a permit what its clock said: a record of other hours would be of another age. */
    private static void requireWithin(RecordForm typed, RunView run) {
        RunView.Span tested = run.times().tested();
        if (tested == null) {
            return;
        }
        Instant begun = tested.from();
        if (typed.instant("startedAt").isAfter(begun.plus(MINUTE))) {
            throw typed.broken("startedAt", "testing.run.startedLate", CityTime.minute(begun));
        }
        if (typed.instant("startedAt").isBefore(begun.minus(BEFORE_RUN))) {
            throw typed.broken("startedAt", "testing.run.startedEarly", CityTime.minute(begun), BEFORE_RUN.toHours());
        }
        Instant ended = tested.to() == null ? begun : tested.to();
        if (typed.instant("finishedAt").isBefore(ended.minus(MINUTE))) {
            throw typed.broken("finishedAt", "testing.run.finishedEarly", CityTime.minute(ended));
        }
    }

    private static Map<String, Object> named(String number, RunView run) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put(NUMBER, number);
        named.put("method", run.piece().method());
        named.put("runId", run.id());
        named.put("sha256", run.sealed() == null ? null : run.sealed().sha256());
        if (run.source().permit() != null) {
            named.put("permit", run.source().permit());
            named.put("machineStarted", CityTime.second(run.times().machineStarted()));
            named.put("received", CityTime.second(run.times().begun()));
        }
        named.put("typed", run.sealed() == null);
        return named;
    }

    /** @param measured null where no run of the method was opened */
    private List<Map<String, Object>> rows(
            RecordForm typed, MachineReading reading, Map<String, Measured> measured, TypedForces.OfRecord words) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RecordForm row : typed.rows(reading.list())) {
            String number = row.text(NUMBER, 60);
            Measured one = measured == null ? null : measured.get(number);
            if (one == null || one.isSettled()) {
                words.permit(row, reading, number, typed.instant("startedAt"), measured != null);
                rows.add(row.values());
            } else if (one.isOpen()) {
                throw TypedForces.missing(row, reading, number);
            } else {
                BigDecimal value = value(one, reading).orElseThrow(() -> unread(row, reading, one));
                rows.add(over(row, reading.field(), value).values());
            }
        }
        return rows;
    }

    /** What the curve does not show is nobody's to fill in: a yield is picked on the curve by two people, or there is none. */
    private RuleBroken unread(RecordForm row, MachineReading reading, Measured one) {
        String number = row.text(NUMBER, 60);
        if (reading.figure() != MachineReading.Figure.LOWER_YIELD_KN) {
            return row.broken(reading.field(), "testing.run.noPoints", number);
        }
        return yields.of(one.run(), one.curve()).isUnresolved()
                ? row.broken(
                        reading.field(),
                        "testing.run.noResolution",
                        one.run().source().equipment())
                : row.broken(reading.field(), "testing.run.noYield", number);
    }

    private static RecordForm over(RecordForm row, String field, BigDecimal value) {
        if (row.has(field) && row.reading(field).value().compareTo(value) != 0) {
            throw row.broken(field, "testing.run.otherValue", row.text(field, 40), value.toPlainString());
        }
        return row.with(field, value.toPlainString());
    }

    /** Whether machines measured every row that they measure at all at that stage: then nothing of it is typed. */
    public boolean isWhole(String stage, TestSubject subject) {
        return isWhole(stage, subject, measured(stage, subject));
    }

    private static boolean isWhole(String stage, TestSubject subject, Map<String, Map<String, Measured>> measured) {
        return !measured.isEmpty()
                && subject.family().item().evaluations().stream()
                        .flatMap(method -> MachineReading.of(method).stream())
                        .filter(reading -> subject.family().item().stage(stage).inputs().stream()
                                .anyMatch(input -> input.name().equals(reading.list())))
                        .allMatch(reading -> isWhole(reading, measured.get(reading.method()), subject));
    }

    private static boolean isWhole(MachineReading reading, Map<String, Measured> measured, TestSubject subject) {
        return subject.family().procedure().rows(reading.list(), subject).stream()
                .map(row -> measured == null ? null : measured.get(String.valueOf(row.get(NUMBER))))
                .allMatch(one -> one != null && one.curve() != null);
    }

    /** The loading rate that the record will have; empty where one is to be typed. */
    public Optional<String> rate(String stage, TestSubject subject) {
        return MeasuredRates.shown(
                        rates(measured(stage, subject), stage, subject),
                        subject.family().item().stage(stage))
                .map(BigDecimal::toPlainString);
    }

    private List<MeasuredRate> rates(Map<String, Map<String, Measured>> methods, String stage, TestSubject subject) {
        if (!isWhole(stage, subject, methods)) {
            return List.of();
        }
        return methods.values().stream()
                .flatMap(ofMethod -> ofMethod.entrySet().stream())
                // What no row is for is none of the results.
                .filter(one -> !one.getKey().endsWith(SPARE))
                .map(Map.Entry::getValue)
                .filter(one -> one.curve() != null)
                .flatMap(one -> acquisition.loadingRate(one.run().id(), one.curve()).stream())
                .toList();
    }

    /** Rows that a form begins with, with what was measured by now. */
    public List<Map<String, Object>> shown(
            String list, List<Map<String, Object>> begun, String stage, TestSubject subject) {
        List<Map<String, Object>> shown = new ArrayList<>(begun);
        measured(stage, subject).forEach((method, measured) -> MachineReading.of(method).stream()
                .filter(reading -> reading.list().equals(list))
                .forEach(reading -> shown.replaceAll(row -> with(row, reading, measured))));
        return shown;
    }

    private Map<String, Object> with(Map<String, Object> row, MachineReading reading, Map<String, Measured> measured) {
        return Optional.ofNullable(measured.get(String.valueOf(row.get(NUMBER))))
                .flatMap(one -> value(one, reading))
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
                .filter(run -> run.piece().stage().equals(stage)
                        && run.piece().sampleNo().equals(subject.sample().sampleNo()))
                .toList();
        for (RunView run : runs) {
            Map<String, Measured> ofMethod =
                    measured.computeIfAbsent(run.piece().method(), method -> new LinkedHashMap<>());
            String number = Measured.number(run, subject);
            if (run.state() == RunState.SEALED) {
                ofMethod.put(number, new Measured(run, acquisition.curve(run.id())));
            } else {
                acquisition.requireIntact(run.caseId());
                ofMethod.merge(number, new Measured(run, null), Measured::weightier);
            }
        }
        return measured;
    }

    private Optional<BigDecimal> value(Measured one, MachineReading reading) {
        if (one.curve() == null) {
            return Optional.empty();
        }
        return switch (reading.figure()) {
            case PEAK_KN -> CurvePoint.peak(one.curve()).map(CurvePoint::kilonewtons);
            case PEAK_N ->
                CurvePoint.peak(one.curve())
                        .map(peak -> peak.kilonewtons().multiply(NEWTONS).setScale(0));
            case LOWER_YIELD_KN -> yields.of(one.run(), one.curve()).lower().map(CurvePoint::kilonewtons);
        };
    }
}
