package org.jianzheng.breach.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianzheng.breach.BreachOpening;
import org.jianzheng.breach.BreachStore;
import org.jianzheng.breach.FoundBreach;
import org.jianzheng.breach.Suspensions;
import org.jianzheng.breach.expiry.Expiries;
import org.jianzheng.breach.openwork.OpenCase;
import org.jianzheng.breach.openwork.OpenWork;
import org.jianzheng.breach.openwork.RunningTest;
import org.jianzheng.breach.openwork.RunningTests;
import org.jianzheng.gate.Gate;
import org.jianzheng.gate.GateAnswer;
import org.jianzheng.gate.GateFinding;
import org.jianzheng.gate.GatePoint;
import org.jianzheng.gate.GateQuestion;
import org.jianzheng.gate.GateRule;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.springframework.stereotype.Component;

/**
 * Goes over all open work: what was qualified when it was begun need not be any more. Cases that only wait for their report
 * are left to the gate, which knows the day of their test; machines too, because one that is due is no breach until it is
 * used.
 */
@Component
public class Sweep {

    private static final int TOGETHER = 500;

    private final Gate gate;
    private final OpenWork openWork;
    private final RunningTests runningTests;
    private final BreachStore breaches;
    private final BreachOpening opening;
    private final Suspensions suspensions;
    private final Expiries expiries;
    private final SweepResults sweeps;
    private final Identity identity;
    private final Clock clock;

    Sweep(
            Gate gate,
            OpenWork openWork,
            RunningTests runningTests,
            BreachStore breaches,
            BreachOpening opening,
            Suspensions suspensions,
            Expiries expiries,
            SweepResults sweeps,
            Identity identity,
            Clock clock) {
        this.gate = gate;
        this.openWork = openWork;
        this.runningTests = runningTests;
        this.breaches = breaches;
        this.opening = opening;
        this.suspensions = suspensions;
        this.expiries = expiries;
        this.sweeps = sweeps;
        this.identity = identity;
        this.clock = clock;
    }

    /** Safe to run at any time, and on several nodes at once: what is open already is not opened again. */
    public SweepResult run() {
        Instant started = CityTime.now(clock);
        long from = System.nanoTime();
        String by = identity.acting().name();
        return identity.as(Person.SYSTEM, () -> {
            List<OpenCase> cases = openWork.all();
            Collection<FoundBreach> found = found(cases);
            int opened = open(found);
            int released = suspensions.releaseEnded();
            int warned = expiries.warn();
            long millis = Duration.ofNanos(System.nanoTime() - from).toMillis();
            return sweeps.keep(
                    new SweepResult(started, millis, by, cases.size(), found.size(), opened, released, warned));
        });
    }

    /** What is a breach among these cases: one entry for each laboratory, rule and subject. */
    Collection<FoundBreach> found(List<OpenCase> cases) {
        Function<GateQuestion, GateAnswer> now = gate.asOfNow();
        Map<String, String> testers = runningTests.all().stream()
                .collect(Collectors.toMap(RunningTest::caseId, RunningTest::tester, (one, other) -> one));
        LocalDate today = CityTime.today(clock);
        Map<GateQuestion, List<GateFinding>> answered = new HashMap<>();
        Map<String, FoundBreach> found = new LinkedHashMap<>();
        for (OpenCase one : cases) {
            if (one.stage().equals("REPORTING")) {
                continue;
            }
            GateQuestion question = question(one, testers.get(one.caseId()), today);
            answered.computeIfAbsent(question, asked -> breachesAmong(now, asked))
                    .forEach(finding -> {
                        FoundBreach breach = found(one, finding);
                        found.putIfAbsent(breach.key(), breach);
                    });
        }
        return found.values();
    }

    /** The same for all cases that have the same to fear, so that each is asked once. */
    private static GateQuestion question(OpenCase one, String tester, LocalDate today) {
        GatePoint point = one.received() ? GatePoint.RUN : GatePoint.RECEIPT;
        GateQuestion question = GateQuestion.at(point, null, one.item(), today).lab(one.labCode());
        return tester == null ? question : question.person(tester, Role.TESTER);
    }

    private List<GateFinding> breachesAmong(Function<GateQuestion, GateAnswer> now, GateQuestion question) {
        return now.apply(question).findings().stream()
                .filter(finding -> gate.isBreach(finding, question))
                .toList();
    }

    private static FoundBreach found(OpenCase one, GateFinding finding) {
        return new FoundBreach(
                one.labCode(),
                finding.rule(),
                finding.subject(),
                finding.rule() == GateRule.LAB_CERTIFICATE ? null : one.item(),
                finding.fact(),
                FoundBreach.Origin.SWEEP,
                one.caseId());
    }

    private int open(Collection<FoundBreach> found) {
        Set<String> known = new HashSet<>();
        List<String> keys = new ArrayList<>(found.stream().map(FoundBreach::key).toList());
        for (int i = 0; i < keys.size(); i += TOGETHER) {
            known.addAll(breaches.openAmong(keys.subList(i, Math.min(keys.size(), i + TOGETHER))));
        }
        return (int) found.stream()
                .filter(one -> !known.contains(one.key()))
                .filter(one -> opening.open(one).isPresent())
                .count();
    }
}
