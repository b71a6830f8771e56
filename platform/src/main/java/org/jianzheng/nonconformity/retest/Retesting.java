package org.jianzheng.nonconformity.retest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.Retests;
import org.jianzheng.commission.order.CommissionNature;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.nonconformity.loop.Failure;
import org.jianzheng.nonconformity.loop.Loop;
import org.jianzheng.nonconformity.loop.Loops;
import org.jianzheng.nonconformity.loop.RetestKind;
import org.jianzheng.nonconformity.loop.Treatment;
import org.jianzheng.reporting.report.ReportSigned;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.Testing;
import org.jianzheng.testing.order.DoubleRetest;
import org.jianzheng.workflow.Processes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Re-tests of failing reports: which may be commissioned, and what they said. A result only adds a row here, because the
 * transaction that signs it must not wait for, or fail with, somebody who works on the first loop at that moment.
 */
@Component
public class Retesting implements Retests {

    private static final Logger log = LoggerFactory.getLogger(Retesting.class);
    private static final List<String> TIMERS = List.of("awaitFirstRetest", "awaitRetest");
    private static final Set<Verdict> DECISIVE = Set.of(Verdict.PASS, Verdict.FAIL, Verdict.RETEST);

    private final Loops loops;
    private final Commissions commissions;
    private final Testing testing;
    private final Processes processes;
    private final RetestMatch match;
    private final LabsOfMaterial elsewhere;
    private final RetestRows rows;
    private final TransactionTemplate apart;

    public Retesting(
            Loops loops,
            Commissions commissions,
            Testing testing,
            Processes processes,
            RetestMatch match,
            LabsOfMaterial elsewhere,
            RetestRows rows,
            PlatformTransactionManager transactions) {
        this.loops = loops;
        this.commissions = commissions;
        this.testing = testing;
        this.processes = processes;
        this.match = match;
        this.elsewhere = elsewhere;
        this.rows = rows;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What a re-test said that decides: passed or failed. */
    record Said(String retestNo, Verdict conclusion, Instant at) {

        boolean passed() {
            return conclusion == Verdict.PASS;
        }
    }

    @Override
    public Wanted wanted(String reportNo, String caseId) {
        // Of two that are commissioned at once the second shall see the first.
        Loop loop = loops.findAlone(reportNo)
                .orElseThrow(() -> RuleBroken.at("retestOf", "nonconformity.retest.none", reportNo));
        if (!waits(loop) || decided(loop).isPresent()) {
            throw RuleBroken.at("retestOf", "nonconformity.retest.notNow", reportNo);
        }
        if (underWay(loop).stream().anyMatch(other -> !other.equals(caseId))) {
            throw RuleBroken.at("retestOf", "nonconformity.retest.underWay", reportNo);
        }
        return wanted(loop);
    }

    private static boolean waits(Loop loop) {
        boolean now =
                switch (loop.state()) {
                    case RETEST_FIRST, RETEST_ORDERED, RETESTING -> true;
                    default -> false;
                };
        return now && loop.failure() != null;
    }

    private Wanted wanted(Loop loop) {
        boolean dispute = loop.retestOrdered() == RetestKind.DISPUTE;
        return new Wanted(
                loop.reportNo(),
                loop.caseId(),
                dispute ? CommissionNature.DISPUTE : CommissionNature.DEVELOPER,
                dispute ? elsewhere.testedBy(loop) : Set.of(),
                dispute ? null : pieces(loop).map(DoubleRetest::pieces).orElse(null));
    }

    @Override
    public List<Wanted> wantedOf(String employer) {
        return rows.offered(employer).stream()
                .map(loops::get)
                .filter(loop ->
                        waits(loop) && decided(loop).isEmpty() && underWay(loop).isEmpty())
                .map(this::wanted)
                .toList();
    }

    @Override
    public String failedIn(String reportNo) {
        return loops.findById(reportNo)
                .map(Loop::failure)
                .map(Failure::parameters)
                .orElse("");
    }

    @Override
    public List<Failing> failing(String developerCode, String projectCode) {
        return rows.failing(developerCode, projectCode);
    }

    /** What the double re-test of it takes. */
    public Optional<DoubleRetest> pieces(Loop loop) {
        return testing.doubleRetest(loop.caseId());
    }

    /** Whether the standard lets double specimens decide: the first test said so itself. */
    public static boolean mayBeDoubled(Loop loop) {
        return loop.conclusion() == Verdict.RETEST;
    }

    /** Whether it may be chosen still: a double re-test only before any other, a disputed one once. */
    public static boolean offers(Loop loop, Treatment treatment) {
        return switch (treatment) {
            case DOUBLE_RETEST -> mayBeDoubled(loop) && loop.retestOrdered() == null;
            case DISPUTE -> loop.retestOrdered() != RetestKind.DISPUTE;
            default -> true;
        };
    }

    /** Cases that were commissioned for it, are not withdrawn and have no report yet. */
    List<String> underWay(Loop loop) {
        List<String> signed = rows.cases(loop.reportNo());
        return commissions.retestsOf(loop.reportNo()).stream()
                .filter(caseId -> !signed.contains(caseId))
                .toList();
    }

    /** What the re-test ordered last said, once one that counts says something. */
    Optional<Said> decided(Loop loop) {
        return signed(loop)
                .filter(one -> one.judged().counts())
                .map(one -> new Said(one.retestNo(), one.judged().conclusion(), one.at()))
                .filter(said -> DECISIVE.contains(said.conclusion()))
                .findFirst();
    }

    /** Signed re-tests that do not count and have not been objected to yet, by number. */
    Map<String, String> objections(Loop loop) {
        Map<String, String> found = new TreeMap<>();
        signed(loop)
                .filter(one -> !one.judged().counts())
                .forEach(one -> found.put(one.retestNo(), one.judged().objection()));
        if (!found.isEmpty()) {
            rows.objected(loop.reportNo()).forEach(found::remove);
        }
        return found;
    }

    void objected(Loop loop, String retestNo, String objection, Instant at) {
        rows.object(loop, retestNo, objection, at);
    }

    private record Signed(String retestNo, Instant at, RetestMatch.Judged judged) {}

    private Stream<Signed> signed(Loop loop) {
        return rows.decisive(loop.reportNo()).stream()
                .filter(one ->
                        loop.plan() == null || one.at().isAfter(loop.plan().plannedAt()))
                .map(one -> new Signed(one.retestNo(), one.at(), match.judge(loop.reportNo(), one.retestNo())));
    }

    /** In the transaction that signs the re-test's report. */
    public void note(ReportSigned signed) {
        commissions.retestOf(signed.caseId()).ifPresent(reportNo -> {
            rows.add(reportNo, signed, commissions.overview(signed.caseId()).commissionNo());
            afterCommit(() -> hasten(reportNo));
        });
    }

    // Without it the loop finds the result a little later, when it looks by itself.
    private void hasten(String reportNo) {
        try {
            apart.executeWithoutResult(status -> loops.findById(reportNo)
                    .ifPresent(loop -> TIMERS.forEach(timer -> processes.hasten(loop.process(), timer))));
        } catch (RuntimeException e) {
            log.info("Loop {} will find its re-test at its next look: {}", reportNo, e.toString());
        }
    }

    static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
