package org.jianzheng.commission;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jianzheng.commission.caselist.CaseFilter;
import org.jianzheng.commission.caselist.CaseList;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.commission.caselist.CaseView;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.commission.caselist.StageCount;
import org.jianzheng.commission.order.CommissionForm;
import org.jianzheng.commission.order.CommissionRequest;
import org.jianzheng.commission.order.CorrectionForms;
import org.jianzheng.gate.Gate;
import org.jianzheng.gate.GateAnswer;
import org.jianzheng.gate.GatePoint;
import org.jianzheng.gate.GateQuestion;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.identity.CaseVisibility;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ReadOnce;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.number.Numbers;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Projects;
import org.jianzheng.standards.evaluation.Verdict;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Commissions and the cases they open. */
@Service
@Transactional
public class Commissions implements CaseVisibility {

    private static final int LONGEST_REASON = 500;

    private final CommissionStore store;
    private final CaseList cases;
    private final Projects projects;
    private final ProjectOfOrder projectOfOrder;
    private final CommissionViews views;
    private final CommissionTeam team;
    private final RetestOrders retests;
    private final OrderProof proof;
    private final PolicyOfOrder policyOfOrder;
    private final Gate gate;
    private final Ledger ledger;
    private final Numbers numbers;
    private final Identity identity;
    private final Clock clock;
    private final ReadOnce<String, Commission> proven = new ReadOnce<>(this::proven);

    Commissions(
            CommissionStore store,
            CaseList cases,
            Projects projects,
            ProjectOfOrder projectOfOrder,
            CommissionViews views,
            CommissionTeam team,
            RetestOrders retests,
            OrderProof proof,
            PolicyOfOrder policyOfOrder,
            Gate gate,
            Ledger ledger,
            Numbers numbers,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.projects = projects;
        this.projectOfOrder = projectOfOrder;
        this.views = views;
        this.team = team;
        this.retests = retests;
        this.proof = proof;
        this.policyOfOrder = policyOfOrder;
        this.gate = gate;
        this.ledger = ledger;
        this.numbers = numbers;
        this.identity = identity;
        this.clock = clock;
    }

    /** @throws NotFound when there is no such case */
    @Transactional(readOnly = true)
    public CommissionView find(String caseId) {
        return views.of(commission(caseId), cases.line(caseId).stage());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean visible(String caseId) {
        return cases.visible(caseId);
    }

    /** Where the case stands, for the list and the head of its page. */
    @Transactional(readOnly = true)
    public CaseView overview(String caseId) {
        return cases.view(caseId);
    }

    /** Cases the acting person may see, newest first. */
    @Transactional(readOnly = true)
    public Paged<CaseView> list(CaseFilter filter, int page, int size) {
        return cases.list(filter, page, size);
    }

    /** How many of the cases the acting person may see stand where, stage by stage. */
    @Transactional(readOnly = true)
    public List<StageCount> counts() {
        return cases.counts();
    }

    /**
     * Tells where the case stands now; called by the modules that take it there (testing when a test is ordered, reporting
     * when a draft is made and when the report is issued, archive when it is filed).
     */
    public void enter(String caseId, CaseStage stage) {
        cases.enter(caseId, stage);
    }

    /** The laboratory has taken its sample in under that number: it is tested now. */
    public void received(String caseId, String sampleNo) {
        cases.received(caseId, sampleNo);
        cases.enter(caseId, CaseStage.TESTING);
    }

    /** A report of it was issued. */
    public void reported(String caseId, String reportNo, Verdict result) {
        cases.reported(caseId, reportNo, result);
    }

    /** A time limit has passed while the case waits at this task: it is marked for everybody who sees it. */
    public void overdue(String caseId, String task) {
        cases.overdue(caseId, task);
        append(caseId, "case.overdue", null, Map.of("task", task));
    }

    /** The order as it was asked for, by field of its form. */
    @Transactional(readOnly = true)
    public Map<String, Object> asked(String caseId) {
        Commission commission = commission(caseId);
        Map<String, Object> fields = new TreeMap<>(commission.request().formFields());
        fields.put("labCode", commission.parties().labCode());
        return fields;
    }

    /** Id of the form by which its order is put right. */
    @Transactional(readOnly = true)
    public String correctionForm(String caseId) {
        return CorrectionForms.id(commission(caseId).request().item());
    }

    /** Group path of the client's employer. */
    @Transactional(readOnly = true)
    public String clientPath(String caseId) {
        return commission(caseId).clientPath();
    }

    /** Codes of the parameters that the case's order asks to be measured. */
    @Transactional(readOnly = true)
    public Set<String> measured(String caseId) {
        return commission(caseId).request().measured();
    }

    /** Number of the failing report that this case tests again. */
    @Transactional(readOnly = true)
    public Optional<String> retestOf(String caseId) {
        return Optional.ofNullable(commission(caseId).request().retestOf());
    }

    /** The cases that test this failing report again, but for those withdrawn; oldest first. */
    @Transactional(readOnly = true)
    public List<String> retestsOf(String reportNo) {
        return store.findByRequestRetestOfOrderBySubmittedAt(reportNo).stream()
                .filter(Commission::stands)
                .map(Commission::caseId)
                .toList();
    }

    /** Failing reports that the acting person may have tested again now. */
    @Transactional(readOnly = true)
    public List<RetestOffer> retestOffers() {
        return retests.offers(identity.acting().employer().orElse(""));
    }

    /** That it is a re-test, of which report, and what failed there; or which reports failed on the same lot before. */
    @Transactional(readOnly = true)
    public String retestNote(String caseId) {
        return retests.note(commission(caseId));
    }

    /** Numbers of the reports that failed on the same lot before, for a first test; newest first, not more than a few. */
    @Transactional(readOnly = true)
    public List<String> failedBefore(String caseId) {
        return retests.failedBefore(commission(caseId));
    }

    /** @throws RuleBroken where the order's row is not what its client asked for last, by the ledger */
    @Transactional(readOnly = true)
    public void requireAsAsked(String caseId) {
        proven.of(caseId);
    }

    // Once in a transaction: it goes on with what was held against the ledger, until it changes the order itself.
    private Commission proven(String caseId) {
        Commission commission = commission(caseId);
        proof.require(commission, content(commission.parties(), commission.request()));
        return commission;
    }

    /** Projects the acting person may commission tests for: approved, running, and the employer takes part. */
    @Transactional(readOnly = true)
    public List<Project> projects() {
        return projectsOf(identity.acting().employer().orElse(""));
    }

    /** Whether there is one of them. */
    @Transactional(readOnly = true)
    public boolean hasProject() {
        return projects.runs(identity.acting().employer().orElse(""));
    }

    /** The same for people of that employer. */
    @Transactional(readOnly = true)
    public List<Project> projectsOf(String employer) {
        return projects.runningOf(employer);
    }

    /**
     * Opens a case with a commission order.
     *
     * @throws RuleBroken when the form is wrong, the client may not commission this, the laboratory is not qualified, or a
     *     role on the way has nobody certified
     */
    public void register(String caseId, Map<String, ?> form) {
        Person client = identity.acting();
        CommissionForm asked = new CommissionForm(form);
        CommissionRequest request = retests.request(caseId, asked.retestOf(), asked, CityTime.today(clock));
        CaseParties parties = parties(caseId, client, asked.required("labCode"), request);
        Instant now = CityTime.now(clock);
        Commission commission = store.save(new Commission(caseId, parties, request, client, now));
        append(caseId, "commission.submitted", null, content(parties, request));
        cases.open(views.of(commission, CaseStage.SUBMITTED), now);
    }

    /** @return whether the laboratory accepted; then the commission has its number */
    public boolean review(String caseId, Map<String, ?> form) {
        FormValues values = new FormValues(form);
        Person receiver = identity.acting();
        Commission commission = commission(caseId);
        if (values.choice("decision", "ACCEPT", "REFUSE").equals("REFUSE")) {
            values.required("reason");
            refuse(commission, values.text("reason", LONGEST_REASON), receiver);
            return false;
        }
        accept(commission, receiver);
        return true;
    }

    private void accept(Commission commission, Person receiver) {
        retests.ensureSame(commission.request());
        projectOfOrder.ensureSame(commission);
        String item = commission.request().item();
        GateAnswer certified =
                gate.pass(GateQuestion.at(GatePoint.COMMISSION, commission.caseId(), item, CityTime.today(clock))
                        .person(receiver.username(), Role.RECEIVER));
        if (!certified.allowed()) {
            throw new RuleBroken("commission.person.refused", certified.because());
        }
        // Days may have passed since it was submitted.
        team.ensure(commission.caseId(), commission.parties(), commission.request(), CityTime.today(clock));
        // Put right after its acceptance, an order keeps the number it has.
        String number = commission.commissionNo() == null
                ? numbers.allocate("WT", commission.parties().labCode())
                : commission.commissionNo();
        Map<String, String> policies = policyOfOrder.of(commission, CityTime.today(clock));
        commission.accept(number, policies, receiver, CityTime.now(clock));
        append(
                commission.caseId(),
                OrderProof.ACCEPTED,
                null,
                Map.of("commissionNo", number, OrderProof.POLICIES, policies));
        cases.settle(views.of(commission, CaseStage.SAMPLING), CaseStage.SAMPLING);
    }

    private void refuse(Commission commission, String reason, Person receiver) {
        commission.refuse(reason, receiver, CityTime.now(clock));
        append(commission.caseId(), "commission.refused", reason, Map.of());
        cases.settle(views.of(commission, CaseStage.RETURNED), CaseStage.RETURNED);
    }

    /** What the commissioner does with a refused order. @return whether it was submitted again, not withdrawn */
    public boolean correct(String caseId, Map<String, ?> form) {
        Commission commission = commission(caseId);
        if (new FormValues(form).choice("decision", "RESUBMIT", "WITHDRAW").equals("WITHDRAW")) {
            withdraw(commission, form);
            return false;
        }
        CommissionForm asked =
                CommissionForm.inside(form, "order", commission.request().item());
        Person client = identity.acting();
        String original = Objects.requireNonNullElse(commission.request().retestOf(), "");
        if (!asked.retestOf().isEmpty() && !asked.retestOf().equals(original)) {
            throw RuleBroken.at("retestOf", "commission.retest.fixed", asked.retestOf());
        }
        CommissionRequest request = retests.corrected(caseId, commission.request(), asked, CityTime.today(clock));
        CaseParties parties = parties(caseId, client, asked.required("labCode"), request);
        commission.correct(parties, request, client, CityTime.now(clock));
        append(caseId, "commission.corrected", null, content(parties, request));
        cases.settle(views.of(commission, CaseStage.SUBMITTED), CaseStage.SUBMITTED);
        return true;
    }

    /**
     * What the site had said of the sample is put right, in the course of an agreed correction.
     *
     * @param facts {@code unitWorks}, {@code part}, {@code represents}; what is absent stays
     */
    public void amend(String caseId, Map<String, String> facts, String reason) {
        Commission commission = commission(caseId);
        Map<String, Object> content = new TreeMap<>();
        content.put("before", commission.request().content());
        commission.request().requireTestedEnough(facts);
        commission.amend(commission.request().amended(facts));
        content.put("after", commission.request().content());
        append(caseId, "commission.amended", reason, content);
        cases.settle(views.of(commission, CaseStage.REPORTING), CaseStage.REPORTING);
    }

    /** What the commissioner does after the laboratory refused the sample. @return whether a new sample is to be taken */
    public boolean resample(String caseId, Map<String, ?> form) {
        Commission commission = commission(caseId);
        if (new FormValues(form).choice("decision", "RESAMPLE", "WITHDRAW").equals("WITHDRAW")) {
            withdraw(commission, form);
            return false;
        }
        append(caseId, "commission.resample", null, Map.of());
        cases.enter(caseId, CaseStage.SAMPLING);
        return true;
    }

    /** The client stands by the order after the laboratory could not test it: it is to be tested as ordered. */
    public void goOn(String caseId, String reason) {
        append(caseId, "commission.upheld", reason, Map.of());
        cases.enter(caseId, CaseStage.TESTING);
    }

    /** The client puts an accepted order right; the laboratory reviews it again and a new sample is taken. */
    public void reopen(String caseId, String reason) {
        Commission commission = commission(caseId);
        commission.reopen(reason);
        append(caseId, "commission.reopened", reason, Map.of());
        cases.settle(views.of(commission, CaseStage.RETURNED), CaseStage.RETURNED);
    }

    /** The client withdraws it; whoever calls knows that nothing was found out. */
    public void withdraw(String caseId, String reason) {
        withdraw(commission(caseId), reason);
    }

    private void withdraw(Commission commission, Map<String, ?> form) {
        FormValues values = new FormValues(form);
        values.required("reason");
        withdraw(commission, values.text("reason", LONGEST_REASON));
    }

    private void withdraw(Commission commission, String reason) {
        commission.withdraw();
        append(commission.caseId(), "commission.withdrawn", reason, Map.of());
        cases.enter(commission.caseId(), CaseStage.WITHDRAWN);
    }

    private CaseParties parties(String caseId, Person client, String lab, CommissionRequest request) {
        String employer = client.employer().orElseThrow(() -> new RuleBroken("commission.client.noEmployer"));
        CaseParties parties = projectOfOrder.parties(request, employer, lab);
        if (!request.nature().isOpenTo(employer, parties)) {
            throw RuleBroken.at(
                    "nature", "commission.nature.refused", request.nature().label());
        }
        team.ensure(caseId, parties, request, CityTime.today(clock));
        return parties;
    }

    private static Map<String, ?> content(CaseParties parties, CommissionRequest request) {
        Map<String, Object> content = new TreeMap<>(request.content());
        content.put("lab", parties.labCode());
        return content;
    }

    private void append(String caseId, String action, String reason, Map<String, ?> content) {
        ledger.append(new Ledger.Fact(null, action, "commission:" + caseId, caseId, reason, content));
        proven.forget();
    }

    private Commission commission(String caseId) {
        return store.findById(caseId).orElseThrow(() -> new NotFound("commission.case.unknown", caseId));
    }
}
