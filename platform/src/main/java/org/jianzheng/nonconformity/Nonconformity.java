package org.jianzheng.nonconformity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.workflow.Processes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Door of the module: what is done about failing reports, their register, and the supervisors' board. */
@Service
@Transactional
public class Nonconformity {

    private static final Duration ASK_AGAIN = Duration.ofHours(12);
    private static final int LONGEST_REASON = 1000;

    private final Handling handling;
    private final Watching watching;
    private final Papers papers;
    private final Sheets sheets;
    private final Register register;
    private final Links links;
    private final Boards boards;
    private final Loops loops;
    private final Processes processes;
    private final Identity identity;
    private final Clock clock;

    Nonconformity(
            Handling handling,
            Watching watching,
            Papers papers,
            Sheets sheets,
            Register register,
            Links links,
            Boards boards,
            Loops loops,
            Processes processes,
            Identity identity,
            Clock clock) {
        this.handling = handling;
        this.watching = watching;
        this.papers = papers;
        this.sheets = sheets;
        this.register = register;
        this.links = links;
        this.boards = boards;
        this.loops = loops;
        this.processes = processes;
        this.identity = identity;
        this.clock = clock;
    }

    /** Writes down what was found. Answers FIRST_FAILURE or AFTER_RETEST: when the parties are called. */
    public String report(String reportNo) {
        return handling.report(reportNo);
    }

    /** Answers WAITING, PASSED, FAILED or MISSING. */
    public String firstRetest(String reportNo) {
        return handling.firstRetest(reportNo);
    }

    /** Calls developer, contractor and supervision firm. */
    public void call(String reportNo) {
        handling.call(reportNo);
    }

    /** The acting person's house confirms that it knows. */
    public void acknowledge(String reportNo, String task, Map<String, ?> form) {
        handling.acknowledge(reportNo, Step.valueOf(task), new FormValues(form));
    }

    /** The contractor's plan. Answers REVIEW or DISPUTE. */
    public String plan(String reportNo, Map<String, ?> form) {
        return handling.plan(reportNo, new FormValues(form));
    }

    /** The supervision firm's word on the plan. Answers TREAT, RETEST or RETURNED. */
    public String review(String reportNo, Map<String, ?> form) {
        return handling.review(reportNo, new FormValues(form));
    }

    /** The station's word on an objection. Answers ORDERED, REJECTED or WITHDRAWN. */
    public String settleDispute(String reportNo, Map<String, ?> form) {
        return handling.settleDispute(reportNo, new FormValues(form));
    }

    /** @throws RuleBroken when no re-test of this report was commissioned */
    public void orderRetest(String reportNo) {
        handling.orderRetest(reportNo);
    }

    /** Answers WAITING, PASSED or FAILED. */
    public String retestOutcome(String reportNo) {
        return handling.retestOutcome(reportNo);
    }

    /** @throws RuleBroken when a photo or paper that the treatment has to be proved by is missing */
    public void complete(String reportNo, Map<String, ?> form) {
        handling.complete(reportNo, new FormValues(form));
    }

    /** The witness's check. Answers PASSED or RETURNED. */
    public String check(String reportNo, Map<String, ?> form) {
        return handling.check(reportNo, new FormValues(form));
    }

    /** The station's decision. Answers CLOSED, REPLAN, REWORK or WITHDRAWN. */
    public String close(String reportNo, Map<String, ?> form) {
        return handling.close(reportNo, new FormValues(form));
    }

    /** Reminds and presses where it is time. @return whether the loop goes on */
    public boolean watch(String reportNo) {
        Loop loop = handling.loop(reportNo);
        watching.look(loop);
        return loop.state().open();
    }

    /** When the loop is to be looked at next. */
    @Transactional(readOnly = true)
    public Instant watchAt(String reportNo) {
        return seconds(watching.next(handling.loop(reportNo)));
    }

    /** When a re-test is asked about next, unless its result comes before. */
    @Transactional(readOnly = true)
    public Instant retestAt(String reportNo) {
        Instant due = handling.loop(reportNo).view().dueAt();
        Instant again = clock.instant().plus(ASK_AGAIN);
        boolean sooner = due != null && due.isBefore(again) && due.isAfter(clock.instant());
        return seconds(sooner ? due : again);
    }

    /** By when the first of those who are waited for has to act. */
    @Transactional(readOnly = true)
    public Instant dueAt(String reportNo) {
        Instant due = handling.loop(reportNo).view().dueAt();
        return seconds(due == null ? clock.instant() : due);
    }

    // Up, never down: a timer that fires a moment too early finds nothing to do.
    private static Instant seconds(Instant at) {
        Instant whole = at.truncatedTo(ChronoUnit.SECONDS);
        return whole.equals(at) ? at : whole.plusSeconds(1);
    }

    /** What the forms show of it. */
    @Transactional(readOnly = true)
    public Map<String, Object> sheet(String reportNo) {
        return sheets.sheet(handling.loop(reportNo));
    }

    /** What the plan's form offers. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> treatments(String reportNo) {
        Loop loop = handling.loop(reportNo);
        return Arrays.stream(Treatment.values())
                .filter(treatment -> Retesting.offers(loop, treatment))
                .map(treatment -> Map.<String, Object>of("label", treatment.label(), "value", treatment.name()))
                .toList();
    }

    /** The station calls it a false alarm, at whatever step it stands. The register keeps its line. */
    public void withdraw(String reportNo, String reason) {
        Loop loop = visible(reportNo);
        requireStation();
        if (reason == null || reason.isBlank()) {
            throw RuleBroken.at("reason", "kernel.form.empty");
        }
        handling.withdraw(loop, new FormValues(Map.of("reason", reason)).text("reason", LONGEST_REASON));
        processes.hasten(loop.process(), "watchAt");
    }

    private void requireStation() {
        if (!station()) {
            throw new RuleBroken("nonconformity.station.only");
        }
    }

    /** Whether the acting person works for the station. */
    public boolean station() {
        var person = identity.acting();
        return person.has(Role.SUPERVISOR) || person.has(Role.STATIONADMIN);
    }

    private Loop visible(String reportNo) {
        return loops.findByReportNo(reportNo)
                .filter(loop -> identity.scope().sees(loop.parties()))
                .orElseThrow(() -> new NotFound("nonconformity.loop.unknown", reportNo));
    }

    /** @throws NotFound for reports without a loop and loops the acting person may not see */
    @Transactional(readOnly = true)
    public LoopView find(String reportNo) {
        return visible(reportNo).view();
    }

    /** The loops of a case, oldest first. The caller has checked who may know of the case. */
    @Transactional(readOnly = true)
    public List<LoopView> ofCase(String caseId) {
        return loops.findByCaseIdOrderByOpenedAt(caseId).stream()
                .map(Loop::view)
                .toList();
    }

    /** Who had or has to do what in it by when, oldest first. */
    @Transactional(readOnly = true)
    public List<DutyView> duties(String reportNo) {
        return sheets.duties(visible(reportNo));
    }

    /** The re-tests that were signed, oldest first. */
    @Transactional(readOnly = true)
    public List<RetestView> retests(String reportNo) {
        return register.retests(visible(reportNo).reportNo());
    }

    /** Other loops over the same material that the acting person may see. */
    @Transactional(readOnly = true)
    public List<LinkedLoop> linked(String reportNo) {
        return links.of(visible(reportNo).reportNo(), loop -> identity.scope().sees(loop.parties()));
    }

    /** Photos and papers, oldest first. */
    @Transactional(readOnly = true)
    public List<PaperView> papers(String reportNo) {
        return papers.of(visible(reportNo).reportNo()).stream().map(Paper::view).toList();
    }

    /** Whether the acting person may add photos and papers now. */
    @Transactional(readOnly = true)
    public boolean mayAddPapers(String reportNo) {
        return papers.mayAdd(visible(reportNo));
    }

    /**
     * Adds a photo (JPEG, PNG) or a paper (PDF as well), by what its bytes are.
     *
     * @param kind PHOTO or PAPER
     */
    public void addPaper(String reportNo, String kind, String caption, String fileName, byte[] content) {
        papers.add(visible(reportNo), kind, caption, fileName, content);
    }

    @Transactional(readOnly = true)
    public PaperView paper(String reportNo, String id) {
        return papers.find(visible(reportNo).reportNo(), id).view();
    }

    @Transactional(readOnly = true)
    public byte[] paperContent(String reportNo, String id) {
        return papers.content(papers.find(visible(reportNo).reportNo(), id));
    }

    /** The register as far as the acting person may see it, newest first. */
    @Transactional(readOnly = true)
    public Paged<LoopLine> list(RegisterFilter filter, int page, int size) {
        return register.list(filter, page, size);
    }

    /** Every line of the register that the filter lets through, oldest first, one at a time. */
    @Transactional(readOnly = true)
    public void each(RegisterFilter filter, Consumer<RegisterLine> line) {
        register.each(filter, line);
    }

    /** Laboratories and projects that the acting person's register knows, to filter by. */
    @Transactional(readOnly = true)
    public RegisterChoices choices() {
        return register.choices();
    }

    /** What supervisors look at first. @throws RuleBroken for people of other houses */
    @Transactional(readOnly = true)
    public Board board() {
        requireStation();
        return boards.board();
    }

    /** Presses whoever these loops wait for; recorded. @return how many notices went out */
    public int press(Collection<String> reportNos) {
        requireStation();
        return reportNos.stream()
                .distinct()
                .mapToInt(reportNo -> handling.press(visible(reportNo), CityTime.now(clock)))
                .sum();
    }
}
