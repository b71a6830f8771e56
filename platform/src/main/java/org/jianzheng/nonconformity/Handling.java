package org.jianzheng.nonconformity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.commission.CommissionView;
import org.jianzheng.commission.Commissions;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.Ledger;
import org.jianzheng.testing.ResultView;
import org.jianzheng.testing.Testing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The steps of a loop, in the order of its diagram. Each is recorded in the ledger by whoever takes it. */
@Component
class Handling {

    private static final int LONGEST = 1000;
    private static final int LONGEST_PLAN = 2000;
    private static final int LATEST_PLAN_DAYS = 365;

    private final Loops loops;
    private final Duties duties;
    private final Policy policy;
    private final Retesting retesting;
    private final Papers papers;
    private final Telling telling;
    private final Commissions commissions;
    private final Testing testing;
    private final Ledger ledger;
    private final Identity identity;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Handling(
            Loops loops,
            Duties duties,
            Policy policy,
            Retesting retesting,
            Papers papers,
            Telling telling,
            Commissions commissions,
            Testing testing,
            Ledger ledger,
            Identity identity,
            ApplicationEventPublisher events,
            Clock clock) {
        this.loops = loops;
        this.duties = duties;
        this.policy = policy;
        this.retesting = retesting;
        this.papers = papers;
        this.telling = telling;
        this.commissions = commissions;
        this.testing = testing;
        this.ledger = ledger;
        this.identity = identity;
        this.events = events;
        this.clock = clock;
    }

    Loop loop(String reportNo) {
        return loops.findByReportNo(reportNo).orElseThrow(() -> new NotFound("nonconformity.loop.unknown", reportNo));
    }

    /** What was found is written down and the station told. Answers when the parties are called. */
    String report(String reportNo) {
        Loop loop = loop(reportNo);
        Calls calls = Retesting.mayBeDoubled(loop) ? policy.of(loop.item()).calls() : Calls.FIRST_FAILURE;
        Failure failure = failure(loop.caseId());
        loop.describe(failure, calls);
        if (calls == Calls.AFTER_RETEST) {
            loop.retestFirst(now());
            duties.now(loop, Step.awaitRetest);
            telling.retestFirst(
                    loop, due(loop), retesting.pieces(loop).map(Sheets::pieces).orElse("—"));
        }
        telling.reported(loop);
        record(loop, "loop.reported", null, content("parameters", failure.parameters(), "calls", calls.name()));
        return calls.name();
    }

    private Failure failure(String caseId) {
        CommissionView order = commissions.find(caseId);
        ResultView result = testing.result(caseId);
        List<ResultView.RequirementRow> failed = result.rows().stream()
                .filter(row -> row.verdict() != null && !row.verdict().equals("PASS"))
                .toList();
        List<ResultView.RequirementRow> shown = failed.isEmpty() ? result.rows() : failed;
        return new Failure(
                order.projectCode(),
                order.represents(),
                Lines.of("、", 500, shown.stream().map(ResultView.RequirementRow::item)),
                Lines.of("\n", 1000, shown.stream().map(ResultView.RequirementRow::requirement)),
                Lines.of("\n", 1000, shown.stream().map(ResultView.RequirementRow::measured)),
                result.concludedAt());
    }

    /** Whether the re-test that was to come first has decided; when its time is over, it has not come. */
    String firstRetest(String reportNo) {
        Loop loop = loop(reportNo);
        var said = retesting.decided(loop);
        if (said.isEmpty()) {
            return clock.instant().isBefore(due(loop)) ? "WAITING" : "MISSING";
        }
        note(loop, said.get());
        if (!said.get().passed()) {
            return "FAILED";
        }
        loop.passedBeforeCall(now());
        duties.now(loop, Step.closeLoop);
        return "PASSED";
    }

    private static Instant due(Loop loop) {
        return loop.view().dueAt();
    }

    void call(String reportNo) {
        Loop loop = loop(reportNo);
        loop.call(now());
        duties.now(loop, Step.confirmDeveloper, Step.confirmContractor, Step.confirmSupervision);
        telling.called(loop);
        record(loop, "loop.called", null, content("houses", Telling.parties(loop.parties())));
    }

    void acknowledge(String reportNo, Step step, FormValues form) {
        Loop loop = loop(reportNo);
        loop.awaitsReceipts();
        String remarks = form.text("remarks", LONGEST);
        if (duties.done(loop, step)) {
            loop.acknowledged(now());
            duties.now(loop, Step.planTreatment);
        }
        record(loop, "loop.acknowledged", remarks, content("house", step.party(loop.parties())));
    }

    /** Answers REVIEW, or DISPUTE where the contractor objects instead. */
    String plan(String reportNo, FormValues form) {
        Loop loop = loop(reportNo);
        Treatment treatment = Treatment.of(form.required("treatment"));
        mayBe(loop, treatment);
        LocalDate today = CityTime.today(clock);
        LocalDate until = form.date("plannedUntil").orElse(today);
        if (until.isBefore(today) || until.isAfter(today.plusDays(LATEST_PLAN_DAYS))) {
            throw RuleBroken.at(
                    "plannedUntil", "nonconformity.plan.day", until, today, today.plusDays(LATEST_PLAN_DAYS));
        }
        form.required("plan");
        loop.propose(new Plan(
                treatment,
                form.text("plan", LONGEST_PLAN),
                form.text("responsible", 100),
                until,
                identity.acting().name(),
                now()));
        boolean disputed = treatment == Treatment.DISPUTE;
        duties.now(loop, disputed ? Step.decideDispute : Step.reviewPlan);
        record(
                loop,
                disputed ? "loop.disputed" : "loop.planned",
                null,
                content("treatment", treatment.name(), "plan", form.text("plan"), "until", until.toString()));
        return disputed ? "DISPUTE" : "REVIEW";
    }

    // No testing until it passes: once on double specimens, where the standard knows such a thing, once by another
    // house.
    private static void mayBe(Loop loop, Treatment treatment) {
        if (treatment == Treatment.DOUBLE_RETEST && !Retesting.mayBeDoubled(loop)) {
            throw RuleBroken.at("treatment", "nonconformity.retest.notAllowed");
        }
        if (!Retesting.offers(loop, treatment)) {
            boolean disputed = treatment == Treatment.DISPUTE;
            throw RuleBroken.at("treatment", "nonconformity." + (disputed ? "dispute" : "retest") + ".once");
        }
    }

    /** Answers RETURNED, RETEST or TREAT. */
    String review(String reportNo, FormValues form) {
        Loop loop = loop(reportNo);
        if (form.required("decision").equals("RETURN")) {
            form.required("reason");
            loop.replan(said(form.text("reason", LONGEST)), now());
            duties.now(loop, Step.planTreatment);
            record(loop, "loop.planReturned", form.text("reason", LONGEST), Map.of());
            return "RETURNED";
        }
        loop.approve(now());
        boolean retest = loop.state() == LoopState.RETEST_ORDERED;
        duties.now(loop, retest ? Step.commissionRetest : Step.reportCompletion);
        record(loop, "loop.planApproved", form.text("reason", LONGEST), Map.of());
        return retest ? "RETEST" : "TREAT";
    }

    /** Answers ORDERED, REJECTED or WITHDRAWN. */
    String settleDispute(String reportNo, FormValues form) {
        Loop loop = loop(reportNo);
        form.required("reason");
        String reason = form.text("reason", LONGEST);
        switch (form.required("decision")) {
            case "WITHDRAW" -> {
                withdraw(loop, reason);
                return "WITHDRAWN";
            }
            case "ORDER" -> {
                loop.orderDispute(now());
                duties.now(loop, Step.commissionRetest);
                record(loop, "loop.disputeOrdered", reason, Map.of());
                return "ORDERED";
            }
            default -> {
                loop.replan(said(reason), now());
                duties.now(loop, Step.planTreatment);
                record(loop, "loop.disputeRejected", reason, Map.of());
                return "REJECTED";
            }
        }
    }

    /** The developer says that it is commissioned; believed when it is. */
    void orderRetest(String reportNo) {
        Loop loop = loop(reportNo);
        List<String> cases = retesting.underWay(loop);
        if (cases.isEmpty() && retesting.decided(loop).isEmpty()) {
            throw new RuleBroken("nonconformity.retest.notCommissioned", reportNo);
        }
        loop.retesting(now());
        duties.now(loop, Step.awaitRetest);
        record(loop, "loop.retestCommissioned", null, content("cases", cases));
    }

    /** Answers WAITING, PASSED or FAILED. */
    String retestOutcome(String reportNo) {
        Loop loop = loop(reportNo);
        var said = retesting.decided(loop);
        if (said.isEmpty()) {
            return "WAITING";
        }
        note(loop, said.get());
        if (said.get().passed()) {
            loop.treat(null, now());
            duties.now(loop, Step.reportCompletion);
            return "PASSED";
        }
        loop.replan("复检报告 " + said.get().retestNo() + " 不合格，请另选处置方式", now());
        duties.now(loop, Step.planTreatment);
        return "FAILED";
    }

    private void note(Loop loop, Retesting.Said said) {
        loop.retested(said.retestNo(), said.conclusion());
        record(loop, "loop.retested", null, content("retestNo", said.retestNo(), "conclusion", said.conclusion()));
    }

    void complete(String reportNo, FormValues form) {
        Loop loop = loop(reportNo);
        form.required("completion");
        LocalDate today = CityTime.today(clock);
        LocalDate finished = form.date("finishedOn").orElse(today);
        if (finished.isAfter(today)) {
            throw RuleBroken.at("finishedOn", "nonconformity.completion.day", finished);
        }
        papers.require(loop);
        String text = form.text("completion", LONGEST_PLAN);
        loop.complete(new Done(text, finished, identity.acting().name(), now()));
        duties.now(loop, Step.checkTreatment);
        record(
                loop,
                "loop.completed",
                null,
                content(
                        "completion",
                        text,
                        "finishedOn",
                        finished.toString(),
                        "papers",
                        papers.of(reportNo).stream().map(Paper::sha256).toList()));
    }

    /** The witness's. Answers PASSED or RETURNED. */
    String check(String reportNo, FormValues form) {
        Loop loop = loop(reportNo);
        form.required("opinion");
        String opinion = form.text("opinion", LONGEST);
        if (form.required("decision").equals("RETURN")) {
            loop.treat(said(opinion), now());
            duties.now(loop, Step.reportCompletion);
            record(loop, "loop.checkReturned", opinion, Map.of());
            return "RETURNED";
        }
        loop.check(opinion, identity.acting().name(), now());
        duties.now(loop, Step.closeLoop);
        record(loop, "loop.checked", opinion, Map.of());
        return "PASSED";
    }

    /** The station's. Answers CLOSED, REPLAN, REWORK or WITHDRAWN. */
    String close(String reportNo, FormValues form) {
        Loop loop = loop(reportNo);
        form.required("opinion");
        String opinion = form.text("opinion", LONGEST);
        String decision = form.required("decision");
        switch (decision) {
            case "CLOSE" -> {
                loop.close(opinion, identity.acting().name(), now());
                end(loop, "loop.closed", opinion);
                telling.ended(loop, "不合格已销号", "监督站已销号：" + opinion);
                return "CLOSED";
            }
            case "WITHDRAW" -> {
                withdraw(loop, opinion);
                return "WITHDRAWN";
            }
            case "REPLAN" -> {
                loop.replan(said(opinion), now());
                duties.now(loop, Step.planTreatment);
            }
            default -> {
                loop.treat(said(opinion), now());
                duties.now(loop, Step.reportCompletion);
            }
        }
        record(loop, "loop.sentBack", opinion, content("to", decision));
        return decision;
    }

    /** A false alarm: the station's alone, with its reason. The first result stays in the register. */
    void withdraw(Loop loop, String reason) {
        loop.withdraw(reason, identity.acting().name(), now());
        end(loop, "loop.withdrawn", reason);
        telling.ended(loop, "不合格登记已撤销", "监督站撤销：" + reason);
    }

    /** @return how many houses were pressed */
    int press(Loop loop, Instant at) {
        List<Duty> open = duties.open(loop);
        String by = identity.acting().name();
        open.forEach(duty -> telling.pressed(loop, duty, by, at));
        if (!open.isEmpty()) {
            record(
                    loop,
                    "loop.pressed",
                    null,
                    content("houses", open.stream().map(Duty::party).toList()));
        }
        return open.size();
    }

    private void end(Loop loop, String action, String opinion) {
        duties.settle(loop);
        record(loop, action, opinion, Map.of());
        boolean withdrawn = loop.state() == LoopState.WITHDRAWN;
        events.publishEvent(new LoopClosed(
                loop.reportNo(), loop.caseId(), loop.parties().labCode(), withdrawn, CityTime.now(clock)));
    }

    private String said(String reason) {
        return identity.acting().name() + "：" + reason;
    }

    private void record(Loop loop, String action, String reason, Map<String, ?> content) {
        String because = reason == null || reason.isEmpty() ? null : reason;
        ledger.append(new Ledger.Fact(null, action, loop.ledgerSubject(), loop.caseId(), because, content));
    }

    private static Map<String, Object> content(Object... keysAndValues) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            content.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return content;
    }

    private Instant now() {
        return CityTime.now(clock);
    }
}
