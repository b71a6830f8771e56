package org.jianzheng.nonconformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jianzheng.commission.Commissions;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.nonconformity.duty.Duties;
import org.jianzheng.nonconformity.duty.LoopNotices;
import org.jianzheng.nonconformity.duty.LoopPolicy;
import org.jianzheng.nonconformity.duty.LoopStandIns;
import org.jianzheng.nonconformity.duty.LoopStep;
import org.jianzheng.nonconformity.loop.Loop;
import org.jianzheng.nonconformity.loop.LoopJournal;
import org.jianzheng.nonconformity.loop.LoopPapers;
import org.jianzheng.nonconformity.loop.Treatment;
import org.jianzheng.nonconformity.retest.LabsOfMaterial;
import org.jianzheng.nonconformity.retest.LoopTables;
import org.jianzheng.nonconformity.retest.RetestResults;
import org.jianzheng.nonconformity.retest.Retesting;
import org.jianzheng.notice.Notices;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.reporting.report.ReportSigned;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.Clause;
import org.jianzheng.support.MutableClock;
import org.jianzheng.testing.Testing;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * However signatures, steps of loops, re-tests, closings and withdrawals follow one another, in turn or out of it: open are
 * the loops of the failing results that were neither closed nor withdrawn, and no others. Tables and engine are stand-ins;
 * what decides is the program's own. A seed that fails is named with what was done; {@code -Dloops.seed=} does it again.
 */
class OpenLoopsPropertyTest {

    private static final int ACTIONS = 250;
    private static final List<Verdict> CONCLUSIONS =
            List.of(Verdict.PASS, Verdict.FAIL, Verdict.RETEST, Verdict.INVALID, Verdict.REFER);
    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    private final LoopTables tables = new LoopTables();
    private final MutableClock clock = new MutableClock();

    private final Set<String> failing = new TreeSet<>();
    private final Set<String> ended = new TreeSet<>();
    private final List<String> trace = new ArrayList<>();

    private LoopOpening opening;
    private LoopFollowup followup;
    private LoopEnding ending;

    @BeforeEach
    void wire() {
        TransactionSynchronizationManager.initSynchronization();
        clock.at(START);
        Commissions commissions = tables.commissions();
        Testing testing = LoopStandIns.testing();
        Processes processes = mock(Processes.class);
        when(processes.start(anyString(), anyString(), any())).thenReturn("process");
        Retesting retesting = new Retesting(
                tables.loops(),
                commissions,
                testing,
                processes,
                tables.match(),
                mock(LabsOfMaterial.class),
                tables.retests(),
                mock(PlatformTransactionManager.class));
        Identity identity = LoopStandIns.identity();
        Ledger ledger = mock(Ledger.class);
        opening = new LoopOpening(tables.entities(), commissions, processes, retesting, ledger, identity);
        LoopPolicy policy = LoopStandIns.policy();
        LoopNotices telling = new LoopNotices(mock(Notices.class));
        Duties duties = new Duties(tables.duties(), policy, LoopStandIns.workingDays(), telling, clock);
        LoopJournal journal = new LoopJournal(ledger, identity, clock);
        ending = new LoopEnding(tables.loops(), duties, telling, journal);
        followup = new LoopFollowup(
                new PartiesCalling(tables.loops(), duties, policy, retesting, telling, commissions, testing, journal),
                new RetestResults(tables.loops(), duties, retesting, telling, journal),
                new TreatmentPlanning(tables.loops(), duties, ending, journal),
                new TreatmentReporting(tables.loops(), duties, mock(LoopPapers.class), journal),
                ending,
                mock(LoopDeadlines.class),
                mock(LoopSheets.class),
                tables.loops(),
                mock(ActingParty.class),
                clock);
    }

    @AfterEach
    void endTransaction() {
        TransactionSynchronizationManager.clearSynchronization();
    }

    @RepeatedTest(40)
    @Clause("5.3.5")
    void openAreTheLoopsOfFailingResultsThatWereNeitherClosedNorWithdrawn() {
        long seed = Long.getLong("loops.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int i = 0; i < ACTIONS; i++) {
            clock.advance(Duration.ofMinutes(1 + random.nextInt(2000)));
            act(random);
            Set<String> expected = new TreeSet<>(failing);
            expected.removeAll(ended);
            String what = "seed " + seed + ": " + trace;
            assertThat(open()).as(what).isEqualTo(expected);
        }
        assertThat(ended).as("seed " + seed + " reaches ends").isNotEmpty();
    }

    private void act(Random random) {
        List<String> numbers = List.copyOf(tables.reportNos());
        int kind = random.nextInt(100);
        if (numbers.isEmpty() || kind < 6) {
            sign(random, null);
        } else if (kind < 12) {
            sign(random, pick(random, numbers));
        } else if (kind < 14) {
            withdraw(pick(random, numbers));
        } else if (kind < 30) {
            step(
                    random,
                    pick(random, numbers),
                    pick(random, List.of(LoopStep.values())).name());
        } else {
            String no = pick(random, numbers);
            step(random, no, turn(tables.loop(no)));
        }
    }

    private void sign(Random random, String first) {
        String no = "R-" + (failing.size() + trace.size());
        Verdict conclusion = pick(random, CONCLUSIONS);
        trace.add("sign " + no + " " + conclusion + (first == null ? "" : " again " + first));
        tables.testsAgain("case-" + no, first);
        opening.on(new ReportSigned("id", no, "case-" + no, "BJ01", conclusion, clock.instant()));
        if (Set.of(Verdict.FAIL, Verdict.RETEST).contains(conclusion)) {
            failing.add(no);
        }
    }

    private void withdraw(String no) {
        attempt(no, "withdraw", () -> {
            ending.withdraw(tables.loop(no), "误报");
            return "WITHDRAWN";
        });
    }

    /** What the diagram would do next. */
    private static String turn(Loop loop) {
        return switch (loop.state()) {
            case OPENED -> loop.failure() == null ? "report" : "call";
            case RETEST_FIRST -> "firstRetest";
            case NOTIFIED -> "confirm";
            case PLANNING -> "planTreatment";
            case PLAN_REVIEW -> "reviewPlan";
            case DISPUTED -> "decideDispute";
            case RETEST_ORDERED -> "commissionRetest";
            case RETESTING -> "awaitRetest";
            case TREATING -> "reportCompletion";
            case CHECKING -> "checkTreatment";
            case CLOSING, CLOSED, WITHDRAWN -> "closeLoop";
        };
    }

    private void step(Random random, String no, String step) {
        String treatment = pick(random, List.of(Treatment.values())).name();
        String good = random.nextInt(4) > 0 ? "PASS" : "RETURN";
        attempt(no, step, () -> switch (step) {
            case "report" -> followup.report(no);
            case "call" -> call(no);
            case "firstRetest" -> called(no, followup.firstRetest(no));
            case "planTreatment" -> followup.plan(no, form("treatment", treatment, "plan", "方案"));
            case "reviewPlan" -> followup.review(no, form("decision", good, "reason", "意见"));
            case "decideDispute" ->
                followup.settleDispute(
                        no, form("decision", pick(random, List.of("ORDER", "REJECT", "WITHDRAW")), "reason", "意见"));
            case "commissionRetest" -> done(() -> followup.orderRetest(no));
            case "awaitRetest" -> followup.retestOutcome(no);
            case "reportCompletion" -> done(() -> followup.complete(no, form("completion", "已办")));
            case "checkTreatment" -> followup.check(no, form("decision", good, "opinion", "意见"));
            case "closeLoop" ->
                followup.close(
                        no,
                        form(
                                "decision",
                                pick(random, List.of("CLOSE", "CLOSE", "REPLAN", "REWORK", "WITHDRAW")),
                                "opinion",
                                "意见"));
            default -> confirm(no, step);
        });
    }

    private String call(String no) {
        followup.call(no);
        return "CALLED";
    }

    private String called(String no, String outcome) {
        return Set.of("FAILED", "MISSING").contains(outcome) ? call(no) : outcome;
    }

    private String confirm(String no, String step) {
        List<LoopStep> receipts = step.equals("confirm")
                ? List.of(LoopStep.confirmDeveloper, LoopStep.confirmContractor, LoopStep.confirmSupervision)
                : List.of(LoopStep.valueOf(step));
        receipts.forEach(receipt -> followup.acknowledge(no, receipt.name(), Map.of()));
        return "CONFIRMED";
    }

    private static String done(Runnable work) {
        work.run();
        return "DONE";
    }

    // Out of turn is refused, as the transaction would take it back; what is taken is taken whole.
    private void attempt(String no, String step, Supplier<String> work) {
        try {
            String outcome = work.get();
            trace.add(step + " " + no + " " + outcome);
            if (Set.of("CLOSED", "WITHDRAWN").contains(outcome)) {
                ended.add(no);
            }
        } catch (RuleBroken refused) {
            trace.add(step + " " + no + " refused");
        }
    }

    private Set<String> open() {
        return tables.all()
                .filter(loop -> loop.state().open())
                .map(Loop::reportNo)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T> T pick(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Map<String, String> form(String... keysAndValues) {
        Map<String, String> form = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            form.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return form;
    }
}
