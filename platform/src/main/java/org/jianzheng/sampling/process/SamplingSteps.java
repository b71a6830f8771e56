package org.jianzheng.sampling.process;

import static org.jianzheng.workflow.step.Milestone.ACCEPTED;
import static org.jianzheng.workflow.step.Milestone.MARKED;
import static org.jianzheng.workflow.step.Milestone.NOT_TAKEN;
import static org.jianzheng.workflow.step.Milestone.RECEIVED;
import static org.jianzheng.workflow.step.Milestone.SAMPLE_REFUSED;
import static org.jianzheng.workflow.step.Milestone.SAMPLE_VOID;
import static org.jianzheng.workflow.step.Milestone.TAKEN;
import static org.jianzheng.workflow.step.Milestone.TAKING_UNDECIDED;
import static org.jianzheng.workflow.step.Milestone.WITNESSED;
import static org.jianzheng.workflow.step.Milestone.WITNESSING_UNDECIDED;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.sampling.SampleState;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.site.RecordResult;
import org.jianzheng.workflow.step.CalledByEarlierDiagrams;
import org.jianzheng.workflow.step.Gives;
import org.jianzheng.workflow.step.Needs;
import org.jianzheng.workflow.step.ProcessSteps;
import org.jianzheng.workflow.step.Shows;

/** What the sampling diagram asks of samples. */
@ProcessSteps("sampling")
public class SamplingSteps {

    private final Sampling sampling;
    private final SiteSheets site;
    private final SiteDuties duties;

    SamplingSteps(Sampling sampling, SiteSheets site, SiteDuties duties) {
        this.sampling = sampling;
        this.site = site;
        this.duties = duties;
    }

    @Needs(ACCEPTED)
    @Gives(MARKED)
    public void issueMarks(String caseId) {
        sampling.issueMarks(caseId);
        duties.toTake(caseId);
    }

    /** @return what became of the sampler's record: DONE, VOID, GIVEN_UP, or UNDECIDED where it came late from a phone */
    @Needs(MARKED)
    @Gives(on = "DONE", value = TAKEN)
    @Gives(on = "VOID", value = SAMPLE_VOID)
    @Gives(on = "GIVEN_UP", value = NOT_TAKEN)
    @Gives(on = "UNDECIDED", value = TAKING_UNDECIDED)
    public String registerTaking(String caseId, Map<String, Object> form) {
        RecordResult result = sampling.registerTaking(caseId, form);
        if (result == RecordResult.DONE) {
            duties.toWitness(caseId);
        }
        return result.name();
    }

    /** @return whether the sampler's record came in time */
    @CalledByEarlierDiagrams
    @Needs(MARKED)
    @Gives(on = "true", value = TAKEN)
    @Gives(
            on = "false",
            value = {SAMPLE_VOID, NOT_TAKEN})
    public boolean recordTaking(String caseId, Map<String, Object> form) {
        boolean taken = sampling.take(caseId, form);
        if (taken) {
            duties.toWitness(caseId);
        }
        return taken;
    }

    /** @return whether the sampler left it to the client instead of taking a sample */
    @CalledByEarlierDiagrams
    @Shows(on = "true", value = NOT_TAKEN)
    public boolean givenUp(String caseId) {
        return sampling.sample(caseId).state().equals("GIVEN_UP");
    }

    /** @return whether the latest sample was taken in */
    @Shows(on = "true", value = RECEIVED)
    public boolean isReceived(String caseId) {
        return sampling.sample(caseId).received() != null;
    }

    /** @return what became of the witness's record: DONE, VOID, or UNDECIDED where it came late from a phone */
    @Needs(TAKEN)
    @Gives(on = "DONE", value = WITNESSED)
    @Gives(on = "VOID", value = SAMPLE_VOID)
    @Gives(on = "UNDECIDED", value = WITNESSING_UNDECIDED)
    public String registerWitnessing(String caseId, Map<String, Object> form) {
        return witnessed(sampling.registerWitnessing(caseId, form));
    }

    // A witness has nothing to give up.
    private static String witnessed(RecordResult result) {
        if (result == RecordResult.GIVEN_UP) {
            throw new IllegalStateException("A witness gave up a sample");
        }
        return result.name();
    }

    /** @return TAKEN or WITNESSED where the late record counts, else VOID */
    @Needs({TAKING_UNDECIDED, WITNESSING_UNDECIDED})
    @Gives(on = "TAKEN", value = TAKEN, not = WITNESSING_UNDECIDED)
    @Gives(on = "WITNESSED", value = WITNESSED, not = TAKING_UNDECIDED)
    @Gives(on = "VOID", value = SAMPLE_VOID)
    public String settleLateRecord(String caseId, Map<String, Object> form) {
        SampleState state = sampling.decideLateRecord(caseId, form);
        duties.decided(caseId);
        if (state == SampleState.TAKEN) {
            duties.toWitness(caseId);
        }
        return state == SampleState.LATE ? RecordResult.VOID.name() : state.name();
    }

    /** @return whether the witness's record came in time and without objection */
    @CalledByEarlierDiagrams
    @Needs(TAKEN)
    @Gives(on = "true", value = WITNESSED)
    @Gives(on = "false", value = SAMPLE_VOID)
    public boolean recordWitnessing(String caseId, Map<String, Object> form) {
        return sampling.witness(caseId, form);
    }

    /** @return whether the laboratory took the sample in */
    @Needs(WITNESSED)
    @Gives(on = "true", value = RECEIVED)
    @Gives(on = "false", value = SAMPLE_REFUSED)
    public boolean receive(String caseId, Map<String, Object> form) {
        return sampling.receive(caseId, form);
    }

    /** Null until the sample is received. */
    public String numberOf(String caseId) {
        return sampling.sample(caseId).sampleNo();
    }

    /** The page that prints the marks, from the root of the site. */
    public String labelsUrl(String caseId) {
        return "/cases/" + caseId + "/marks";
    }

    /** Why the sample before this one was closed; empty for a first one. */
    public String previousReason(String caseId) {
        return sampling.history(caseId).stream()
                .skip(1)
                .findFirst()
                .map(SamplingSteps::why)
                .orElse("");
    }

    /** Why the laboratory refused the latest sample. */
    public String refusal(String caseId) {
        return why(sampling.sample(caseId));
    }

    /** The sample as people read it, ready formatted. Marks are not among it: they are to be scanned. */
    public Map<String, Object> sheet(String caseId) {
        SampleView sample = sampling.sample(caseId);
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("label", sample.label());
        sheet.put("count", sample.specimens().size() + " 件");
        sheet.put("madeAt", text(CityTime.minute(sample.declaredMadeAt())));
        sheet.put("firstScan", text(CityTime.second(sample.firstScanAt())));
        sheet.put("sealNo", text(sample.sealNo()));
        sheet.put("taken", step(sample.taken()));
        sheet.put(
                "takenNote", sample.taken() == null ? "—" : text(sample.taken().note()));
        sheet.put("witnessed", step(sample.witnessed()));
        sheet.put("witnessBy", sample.taken() == null ? "—" : CityTime.minute(sampling.witnessBy(sample)));
        sheet.putAll(site.of(caseId));
        return sheet;
    }

    /** What a record that came late says of itself, and what the server knows of it. */
    public Map<String, Object> lateSheet(String caseId) {
        return site.late(caseId);
    }

    private static String step(SampleView.Handling handling) {
        if (handling == null) {
            return "—";
        }
        String who = handling.name() + "（" + handling.employerName() + "，证号 " + handling.certificateNo() + "）";
        return CityTime.second(handling.at()) + "，" + who;
    }

    private static String why(SampleView sample) {
        String reason = sample.reason() == null ? "" : sample.reason();
        if (sample.refusal() == null) {
            return reason;
        }
        return reason.isEmpty() ? sample.refusal() : sample.refusal() + "：" + reason;
    }

    private static String text(String value) {
        return value == null || value.isEmpty() ? "—" : value;
    }
}
