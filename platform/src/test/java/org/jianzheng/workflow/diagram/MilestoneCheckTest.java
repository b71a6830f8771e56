package org.jianzheng.workflow.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jianzheng.support.BundledFiles;
import org.jianzheng.support.MarkedClasses;
import org.jianzheng.workflow.step.Begins;
import org.jianzheng.workflow.step.Milestone;
import org.jianzheng.workflow.step.ProcessSteps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/** No way through today's diagrams meets the last line of an aggregate; a diagram that would is refused, and told why. */
class MilestoneCheckTest {

    private static final StepsCatalogue STEPS = StepsCatalogue.of(MarkedClasses.with(ProcessSteps.class));
    private static final Beginnings BEGINNINGS = Beginnings.of(MarkedClasses.with(Begins.class, Begins.Several.class));

    private static final Map<String, BpmnModelInstance> TODAY = read();

    private final Map<String, BpmnModelInstance> diagrams = new TreeMap<>(TODAY);

    @Test
    void everyWayThroughTodaysDiagramsGivesWhatItsStepsNeed() {
        assertThat(diagrams).hasSizeGreaterThan(10);
        assertThat(problems()).isEmpty();
    }

    /** The flow leads elsewhere; the Step that is then reached too early, and what it lacks. */
    @ParameterizedTest
    @CsvSource({
        // A task is left out.
        "sampling,           toIssueMarks,            takeSample,        registerTaking,   MARKED",
        "sampling,           toWitnessSample,         receiveSample,     receive,          WITNESSED",
        "reporting,          toReviewReport,          signReport,        sign,             REVIEWED",
        "reporting,          toSignReport,            issue,             issue,            SIGNED",
        "reporting,          toVerdictChanged,        draft,             draft,            UNCORRECTED",
        "commission-case,    toIsReceived,            report,            correct,          EVALUATED",
        "commission-case,    toReview,                takeAndDeliver,    issueMarks,       ACCEPTED",
        "nonconformity,      fork_report,             confirmDeveloper,  acknowledge,      PARTIES_CALLED",
        "nonconformity,      complete_checkTreatment, closeLoop,         close,            TREATMENT_CHECKED",
        "nonconformity,      opened_fork,             closeLoop,         close,            TREATMENT_CHECKED",
        "correction-approval,toConsent,               decideCorrection,  decide,           STATION_ASKED",
        // A time-out leads past it.
        "sampling,           toReminded_2,            receiveSample,     receive,          WITNESSED",
        "sampling,           toEscalate,              witnessSample,     registerWitnessing, TAKEN",
        "reporting,          toReminded2,             issue,             issue,            SIGNED",
        "testing,            toReminded_2,            ready,             record_2,         ASSIGNED",
        "qualification-breach, toUnexplained,         decideBreach,      decide,           BREACH_EXPLAINED",
        "nonconformity,      watched_withdrawn,       closeLoop,         close,            TREATMENT_CHECKED",
        // A refusal leads on.
        "sampling,           toIssueAfterTaking,      witnessSample,     registerWitnessing, TAKEN",
        "sampling,           toIssueAfterWitnessing,  receiveSample,     receive,          WITNESSED",
        "sampling,           toNotTaken,              receiveSample,     receive,          WITNESSED",
        "commission-case,    toCorrect,               takeAndDeliver,    issueMarks,       ACCEPTED",
        "commission-case,    toDecide,                test,              assign,           RECEIVED",
        "commission-case,    toGivenUp,               test,              assign,           RECEIVED",
        "commission-case,    toDecideAfterStop,       report,            correct,          EVALUATED",
        "commission-case,    toTestAgain,             file,              file,             ISSUED",
        "testing,            toHandedBack,            evaluate,          evaluate,         RECORDED",
        "testing,            toAssignAgain,           dueAt,             record_2,         ASSIGNED",
        "testing,            toStopped,               ready,             record_2,         ASSIGNED",
        "testing,            toReadyForNextAge,       tested,            correct,          EVALUATED",
        "testing,            toDecideReferred,        tested,            correct,          EVALUATED",
        "reporting,          toReturned,              signReport,        sign,             REVIEWED",
        "reporting,          toReturnedAgain,         issue,             issue,            SIGNED",
        "reporting,          toRedo,                  draft,             draft,            UNCORRECTED",
        "registration,       toWithdrawn,             decideRegistration,decide,           APPLIED",
        "nonconformity,      planned_decideDispute,   reviewPlan,        review,           TREATMENT_PLANNED",
        "nonconformity,      acknowledge_joinReceipts,planTreatment,     plan,             CONTRACTOR_CONFIRMED",
        "credit-entry,       toDecideAppeal,          term,              expire,           ENTRY_EFFECTIVE",
        // Done again where it was done already.
        "testing,            toTested,                assignTest,        assign,           EVALUATED",
        "testing,            toReadyAgain,            assignTest,        assign,           ASSIGNED",
        "commission-case,    toTestWithdrawn,         takeAndDeliver,    issueMarks,       ACCEPTED",
        "data-correction,    toReportAlone,           test,              record_2,         ASSIGNED",
    })
    void aFlowThatLeadsPastWhatIsNeededIsRefused(
            String diagram, String flow, String target, String step, Milestone lacking) {
        lead(diagram, flow, target);
        assertThat(problems()).as("%s to %s", flow, target).anySatisfy(problem -> assertThat(
                        problem.element() + " " + problem.arguments()[1])
                .isEqualTo(step + " " + lacking));
    }

    @ParameterizedTest
    @CsvSource({
        "sampling,           toReceiveSample,     toIssueAfterWitnessing, receive,     WITNESSED",
        "commission-case,    toTakeAndDeliver,    toCorrect,              issueMarks,  ACCEPTED",
        "commission-case,    toTest,              toDecide,               assign,      RECEIVED",
        "commission-case,    toFile,              toTestAgain,            file,        ISSUED",
        "testing,            toReady,             toStopped,              record_2,    ASSIGNED",
        "testing,            toEvaluate,          toHandedBack,           evaluate,    RECORDED",
        "testing,            toListed,            toAssignAgain,          correct,     EVALUATED",
        "reporting,          toSignReport,        toReturned,             sign,        REVIEWED",
        "reporting,          toIssue,             toReturnedAgain,        issue,       SIGNED",
        "reporting,          toDraft,             toApproveChange,        route,       CORRECTION_PROPOSED",
        "reporting,          toDraftApproved,     toRedo,                 redo,        CORRECTION_REFUSED",
        "nonconformity,      retestedFirst_closeLoop, retestedFirst_call, close,       TREATMENT_CHECKED",
        "nonconformity,      checked_closeLoop,   checked_reportCompletion, close,     TREATMENT_CHECKED",
        "correction-approval,toConsentCorrection, toGrantedAlone,         consent,     WITNESS_ASKED",
        "correction-approval,toApproveCorrection, toRequestCorrection,    request,     SITE_ASKED",
        "data-correction,    toReopen,            toKept,                 reopen,      CORRECTION_GRANTED",
        "report-recall,      toRecall,            toKept,                 recall,      CORRECTION_GRANTED",
        "qualification-breach, toWarned,          toCorrectBreach,        correct,     BREACH_TO_CORRECT",
        "credit-entry,       toDecideAppeal,      toTerm,                 expire,      ENTRY_EFFECTIVE",
        "registration,       toRegistered,        toCorrectRegistration,  correct,     APPLICATION_RETURNED",
    })
    void aGatewayThatDecidesTheOtherWayRoundIsRefused(
            String diagram, String flow, String other, String step, Milestone lacking) {
        String target = flow(diagram, flow).getTarget().getId();
        lead(diagram, flow, flow(diagram, other).getTarget().getId());
        lead(diagram, other, target);
        assertThat(problems()).anySatisfy(problem -> assertThat(problem.element() + " " + problem.arguments()[1])
                .isEqualTo(step + " " + lacking));
    }

    @Test
    void whoeverDrewItReadsWhatIsMissingAndTheWayOnWhichItIs() {
        lead("sampling", "toReminded_2", "receiveSample");
        assertThat(text(problems().get(0), Locale.SIMPLIFIED_CHINESE))
                .startsWith("“登记收样或拒收”之前须做到：取样已见证。按这条路径到达时还没有：")
                .endsWith("见证 → 提醒见证 → 收样 → 登记收样或拒收");
        assertThat(text(problems().get(0), Locale.ENGLISH))
                .startsWith("Before “登记收样或拒收” this has to be reached: taking witnessed. On this way it is not: ");
    }

    private static String text(DiagramProblem problem, Locale locale) {
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("classpath:messages/workflow");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages.getMessage("workflow.check." + problem.code(), problem.arguments(), locale);
    }

    private List<DiagramProblem> problems() {
        List<DiagramProblem> problems = new ArrayList<>();
        MilestoneCheck.of(diagrams, STEPS, BEGINNINGS, problems::add);
        return problems;
    }

    private void lead(String diagram, String flow, String target) {
        if (diagrams.get(diagram) == TODAY.get(diagram)) {
            diagrams.put(diagram, read("processes/" + diagram + ".bpmn"));
        }
        SequenceFlow led = flow(diagram, flow);
        FlowNode end = diagrams.get(diagram).getModelElementById(target);
        assertThat(end).as(target).isNotNull();
        led.getTarget().getIncoming().remove(led);
        led.setTarget(end);
        end.getIncoming().add(led);
    }

    private SequenceFlow flow(String diagram, String id) {
        SequenceFlow flow = diagrams.get(diagram).getModelElementById(id);
        assertThat(flow).as(id).isNotNull();
        return flow;
    }

    private static Map<String, BpmnModelInstance> read() {
        Map<String, BpmnModelInstance> read = new TreeMap<>();
        BundledFiles.all().keySet().stream()
                .filter(name -> name.endsWith(".bpmn"))
                .forEach(name -> read.put(Wiring.fileKey(name), read(name)));
        return read;
    }

    private static BpmnModelInstance read(String name) {
        return Bpmn.readModelFromStream(
                new ByteArrayInputStream(BundledFiles.all().get(name)));
    }
}
