package org.jianzheng.qualification.breach;

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
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.qualification.Finding;
import org.jianzheng.qualification.GateAnswer;
import org.jianzheng.qualification.GatePoint;
import org.jianzheng.qualification.GateQuestion;
import org.jianzheng.qualification.GateRule;
import org.jianzheng.qualification.OpenCase;
import org.jianzheng.qualification.OpenWork;
import org.jianzheng.qualification.RunningTest;
import org.jianzheng.qualification.RunningTests;
import org.jianzheng.qualification.gate.Gate;
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
    private final Opening opening;
    private final Suspending suspending;
    private final Expiries expiries;
    private final Sweeps sweeps;
    private final Identity identity;
    private final Clock clock;

    Sweep(
            Gate gate,
            OpenWork openWork,
            RunningTests runningTests,
            BreachStore breaches,
            Opening opening,
            Suspending suspending,
            Expiries expiries,
            Sweeps sweeps,
            Identity identity,
            Clock clock) {
        this.gate = gate;
        this.openWork = openWork;
        this.runningTests = runningTests;
        this.breaches = breaches;
        this.opening = opening;
        this.suspending = suspending;
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
            Collection<Found> found = found(cases);
            int opened = open(found);
            int released = suspending.releaseEnded();
            int warned = expiries.warn();
            long millis = Duration.ofNanos(System.nanoTime() - from).toMillis();
            return sweeps.keep(
                    new SweepResult(started, millis, by, cases.size(), found.size(), opened, released, warned));
        });
    }

    /** What is a breach among these cases: one entry for each laboratory, rule and subject. */
    Collection<Found> found(List<OpenCase> cases) {
        Function<GateQuestion, GateAnswer> now = gate.asOfNow();
        Map<String, String> testers = runningTests.all().stream()
                .collect(Collectors.toMap(RunningTest::caseId, RunningTest::tester, (one, other) -> one));
        LocalDate today = CityTime.today(clock);
        Map<GateQuestion, List<Finding>> answered = new HashMap<>();
        Map<String, Found> found = new LinkedHashMap<>();
        for (OpenCase one : cases) {
            if (one.stage().equals("REPORTING")) {
                continue;
            }
            GateQuestion question = question(one, testers.get(one.caseId()), today);
            answered.computeIfAbsent(question, asked -> breachesAmong(now, asked))
                    .forEach(finding -> {
                        Found breach = found(one, finding);
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

    private List<Finding> breachesAmong(Function<GateQuestion, GateAnswer> now, GateQuestion question) {
        return now.apply(question).findings().stream()
                .filter(finding -> gate.isBreach(finding, question))
                .toList();
    }

    private static Found found(OpenCase one, Finding finding) {
        return new Found(
                one.labCode(),
                finding.rule(),
                finding.subject(),
                finding.rule() == GateRule.LAB_CERTIFICATE ? null : one.item(),
                finding.fact(),
                Found.Origin.SWEEP,
                one.caseId());
    }

    private int open(Collection<Found> found) {
        Set<String> known = new HashSet<>();
        List<String> keys = new ArrayList<>(found.stream().map(Found::key).toList());
        for (int i = 0; i < keys.size(); i += TOGETHER) {
            known.addAll(breaches.openAmong(keys.subList(i, Math.min(keys.size(), i + TOGETHER))));
        }
        return (int) found.stream()
                .filter(one -> !known.contains(one.key()))
                .filter(one -> opening.open(one).isPresent())
                .count();
    }
}
