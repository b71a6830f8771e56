package org.jianzheng.testing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.testing.order.DoubleRetest;
import org.jianzheng.testing.order.OrderView;
import org.jianzheng.testing.order.TaskChoice;
import org.jianzheng.testing.order.TestOrder;
import org.jianzheng.testing.order.TestStore;
import org.jianzheng.testing.order.TestSubjects;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.testing.recording.ComposedRecordForms;
import org.jianzheng.testing.recording.CorrectedYields;
import org.jianzheng.testing.recording.Recording;
import org.jianzheng.testing.recording.StageTimes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Door of the module: ordering a test, recording it, concluding, and what was found out about the sample of a case. */
@Service
@Transactional
public class Testing {

    private final TestStore store;
    private final Assigning assigning;
    private final Recording recording;
    private final Concluding concluding;
    private final Deciding deciding;
    private final Correcting correcting;
    private final Handing handing;
    private final HandbackTexts handbacks;
    private final TaskSheets sheets;
    private final ResultReader reading;
    private final TestSubjects subjects;
    private final StageTimes times;
    private final CorrectedYields yields;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    Testing(
            TestStore store,
            Assigning assigning,
            Recording recording,
            Concluding concluding,
            Deciding deciding,
            Correcting correcting,
            Handing handing,
            HandbackTexts handbacks,
            TaskSheets sheets,
            ResultReader reading,
            TestSubjects subjects,
            StageTimes times,
            CorrectedYields yields,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.assigning = assigning;
        this.recording = recording;
        this.concluding = concluding;
        this.deciding = deciding;
        this.correcting = correcting;
        this.handing = handing;
        this.handbacks = handbacks;
        this.sheets = sheets;
        this.reading = reading;
        this.subjects = subjects;
        this.times = times;
        this.yields = yields;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * The current result of the case.
     *
     * @throws NotFound where nothing has been evaluated yet
     */
    @Transactional(readOnly = true)
    public ResultView result(String caseId) {
        return find(caseId).orElseThrow(() -> new NotFound("testing.result.none"));
    }

    @Transactional(readOnly = true)
    public Optional<ResultView> find(String caseId) {
        return reading.result(caseId);
    }

    /** What a double re-test of the case's result takes; empty where the standard allows none. */
    @Transactional(readOnly = true)
    public Optional<DoubleRetest> doubleRetest(String caseId) {
        return subjects.again(caseId);
    }

    /** How far the test is; empty while it is not ordered. */
    @Transactional(readOnly = true)
    public Optional<OrderView> order(String caseId) {
        return store.find(caseId).map(reading::order);
    }

    /**
     * The reviewer or signatory sends the record back. The testing diagram then asks its tester for a further version of
     * every raw record, shows the reason, and demands one from the tester.
     *
     * @param reason what is wrong with the record, in the reviewer's words
     */
    public void sendBack(String caseId, String reason) {
        sendBack(caseId, reason, identity.acting());
    }

    /**
     * The same of a signed report that is corrected.
     *
     * @param by who asked for it; they may not agree to what the record then says
     */
    public void sendBack(String caseId, String reason, Person by) {
        TestOrder order = store.order(caseId);
        order.sendBack(subjects.family(caseId).firstStage(), reason, by, clock.instant());
        append("testing.returned", order, reason);
    }

    /** Username of the one who has the order; empty text while the test is to be ordered, or ordered anew. */
    @Transactional(readOnly = true)
    public String testerOf(String caseId) {
        return store.find(caseId)
                .filter(order -> !order.toBeAssigned())
                .map(TestOrder::tester)
                .orElse("");
    }

    /**
     * The test is ordered as the form says, or stopped.
     *
     * @return the tester's username; empty text where the laboratory cannot test and the client has to decide
     */
    public String assign(String caseId, Map<String, ?> form) {
        RecordForm entered = new RecordForm(form);
        if (TaskChoice.of(entered, TaskChoice.ASSIGN, TaskChoice.STOP) == TaskChoice.STOP) {
            handing.stop(caseId, entered);
            return "";
        }
        return assigning.assign(caseId, entered).tester();
    }

    /** What the client decides of a test that was stopped: CONTINUE, CORRECT or WITHDRAW. */
    public String settle(String caseId, Map<String, ?> form) {
        return handing.settle(caseId, new RecordForm(form));
    }

    /** Why the laboratory cannot test, for the client who has to decide; empty text where it did not say so. */
    @Transactional(readOnly = true)
    public String stopped(String caseId) {
        return handbacks.stopped(caseId);
    }

    /**
     * The acting tester's raw record of what is awaited now, or their word that it cannot be made.
     *
     * @return its number; empty text where the test has to be ordered anew
     */
    public String record(String caseId, Map<String, ?> form) {
        RecordForm entered = new RecordForm(form);
        if (TaskChoice.of(entered, TaskChoice.RECORD, TaskChoice.RETURN) == TaskChoice.RETURN) {
            handing.back(store.order(caseId), entered);
            return "";
        }
        return recording
                .record(caseId, TaskChoice.stripped(entered), !entered.has(TaskChoice.KEY))
                .recordNo();
    }

    /** Id of the form of the record that is awaited. */
    @Transactional(readOnly = true)
    public String recordForm(String caseId) {
        return ComposedRecordForms.id(store.order(caseId).item(), awaited(caseId));
    }

    /** What is done at that stage, in Chinese. */
    @Transactional(readOnly = true)
    public String recordTitle(String caseId) {
        return subjects.family(caseId).item().stage(awaited(caseId)).name().zh();
    }

    /** What is tested, as the folder says that it was ordered under. */
    @Transactional(readOnly = true)
    public TestItem item(String caseId) {
        return subjects.family(caseId).item();
    }

    /** Whether the record that is awaited was made before. */
    @Transactional(readOnly = true)
    public boolean returned(String caseId) {
        return store.find(caseId).flatMap(store::returned).isPresent();
    }

    /** What that form shows, by its variables. */
    @Transactional(readOnly = true)
    public Map<String, Object> form(String caseId) {
        return sheets.form(caseId, awaited(caseId));
    }

    /** Addresses of the curves of the case, for a form; empty where no machine was opened for it. */
    @Transactional(readOnly = true)
    public Map<String, String> curves(String caseId) {
        return sheets.curves(caseId);
    }

    /** Stage of the raw record that is awaited: {@code main}, {@code 3d}, {@code 28d}. */
    @Transactional(readOnly = true)
    public String awaited(String caseId) {
        TestOrder order = store.order(caseId);
        return order.awaiting() == null ? subjects.family(caseId).firstStage() : order.awaiting();
    }

    /** Evaluates the current records; answers the conclusion. */
    public String conclude(String caseId) {
        return concluding.conclude(caseId);
    }

    /** The technical head's decision where the standard gives none. Answers the conclusion. */
    public String decide(String caseId, Map<String, ?> form) {
        return deciding.decide(caseId, new RecordForm(form));
    }

    /** User names of the technical heads who decided what the standard left open; they judge it no further. */
    @Transactional(readOnly = true)
    public Set<String> deciders(String caseId) {
        return deciding.deciders(caseId);
    }

    /**
     * Holds the newest result against the one that stood before.
     *
     * @return the id of the correction that has yet to be agreed to; empty text where none is in the way
     */
    public String correct(String caseId) {
        return correcting.correct(caseId);
    }

    /** After a correction was refused: its tester records once more. Answers RETURNED. */
    public String redo(String caseId, String correctionId) {
        return correcting.redo(caseId, correctionId);
    }

    /** @throws RuleBroken where the ledger knows nothing of the current result */
    @Transactional(readOnly = true)
    public void requireProven(String caseId) {
        correcting.requireProven(caseId);
    }

    /**
     * Before it is reviewed and signed.
     *
     * @throws RuleBroken while a correction of the newest result is open or refused, or where what was recorded is no longer
     *     as it was
     */
    @Transactional(readOnly = true)
    public void requireCorrected(String caseId) {
        correcting.requireSettled(caseId);
        yields.requireCurrent(caseId, store.current(store.order(caseId)).values());
        store.requireIntact(caseId);
    }

    /**
     * When the awaited record should be there: the end of the planned day, a day after a return, or the end of the day on
     * which it has the age of a later stage, whichever is last. ISO 8601.
     */
    @Transactional(readOnly = true)
    public String dueAt(String caseId) {
        return times.due(store.order(caseId))
                .atZone(CityTime.ZONE)
                .toOffsetDateTime()
                .withNano(0)
                .toString();
    }

    /** The record did not come in time: the case page shows it, the ledger keeps it. */
    public void escalate(String caseId) {
        TestOrder order = store.order(caseId);
        order.overdue(clock.instant());
        append("testing.overdue", order, null);
    }

    @Transactional(readOnly = true)
    public Map<String, Object> sheet(String caseId) {
        return sheets.sheet(caseId);
    }

    /** What the technical head is shown of the finding that the standard leaves open. */
    @Transactional(readOnly = true)
    public Map<String, Object> referred(String caseId) {
        return deciding.sheet(caseId);
    }

    @Transactional(readOnly = true)
    public List<Map<String, String>> testers(String caseId) {
        return sheets.testers(caseId);
    }

    @Transactional(readOnly = true)
    public List<Map<String, String>> machines(String caseId) {
        return sheets.machines(caseId);
    }

    @Transactional(readOnly = true)
    public List<Map<String, Object>> rows(String caseId, String list) {
        return sheets.rows(caseId, list);
    }

    @Transactional(readOnly = true)
    public String proposed(String caseId, String field) {
        return sheets.proposed(caseId, field);
    }

    private void append(String action, TestOrder order, String reason) {
        ledger.append(new Ledger.Fact(
                null,
                action,
                order.ledgerSubject(),
                order.caseId(),
                reason,
                Map.of("sampleNo", order.sampleNo(), "pass", order.pass())));
    }
}
