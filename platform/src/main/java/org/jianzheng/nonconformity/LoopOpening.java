package org.jianzheng.nonconformity;

import static org.jianzheng.workflow.step.Milestone.FAILED;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseView;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.nonconformity.loop.Loop;
import org.jianzheng.nonconformity.retest.Retesting;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.reporting.report.ReportSigned;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.step.Begins;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the loop of a failing report in the transaction that issues it (order 57, article 24): neither is there without the
 * other. That transaction holds the lock of a series of numbers, so only the row, its ledger entry and the process's first
 * job are made here; telling people is that job's.
 */
@Begins(value = "nonconformity", with = FAILED)
@Component
class LoopOpening {

    /** Failed for good, or failed once where the standard lets double specimens decide. */
    private static final Set<Verdict> FAILING = Set.of(Verdict.FAIL, Verdict.RETEST);

    private final EntityManager entities;
    private final Commissions commissions;
    private final Processes processes;
    private final Retesting retesting;
    private final Ledger ledger;
    private final Identity identity;

    LoopOpening(
            EntityManager entities,
            Commissions commissions,
            Processes processes,
            Retesting retesting,
            Ledger ledger,
            Identity identity) {
        this.entities = entities;
        this.commissions = commissions;
        this.processes = processes;
        this.retesting = retesting;
        this.ledger = ledger;
        this.identity = identity;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ReportSigned signed) {
        retesting.note(signed);
        if (FAILING.contains(signed.conclusion())) {
            identity.as(Person.SYSTEM, () -> open(signed));
        }
    }

    private Loop open(ReportSigned signed) {
        CaseView about = commissions.overview(signed.caseId());
        String process = processes.start("nonconformity", signed.caseId(), variables(signed, about.parties()));
        Loop loop = new Loop(signed, about, process);
        entities.persist(loop);
        ledger.append(Ledger.Fact.of(
                "loop.opened",
                loop.ledgerSubject(),
                loop.caseId(),
                Map.of(
                        "reportNo",
                        loop.reportNo(),
                        "conclusion",
                        signed.conclusion().name())));
        return loop;
    }

    private static Map<String, Object> variables(ReportSigned signed, CaseParties parties) {
        return new TreeMap<>(Map.of(
                "loopId", signed.reportNo(),
                "developerCode", parties.developerCode(),
                "contractorCode", parties.contractorCode(),
                "supervisionCode", parties.supervisionCode()));
    }
}
