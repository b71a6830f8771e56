package org.jianzheng.testing.correction.process;

import static org.jianzheng.workflow.step.Milestone.CORRECTION_GRANTED;
import static org.jianzheng.workflow.step.Milestone.CORRECTION_PROPOSED;
import static org.jianzheng.workflow.step.Milestone.CORRECTION_REFUSED;
import static org.jianzheng.workflow.step.Milestone.HEAD_ALONE_ASKED;
import static org.jianzheng.workflow.step.Milestone.HEAD_ASKED;
import static org.jianzheng.workflow.step.Milestone.SITE_ASKED;
import static org.jianzheng.workflow.step.Milestone.STATION_ASKED;
import static org.jianzheng.workflow.step.Milestone.WITNESS_ASKED;

import java.util.Map;
import org.jianzheng.testing.correction.Consent;
import org.jianzheng.testing.correction.CorrectionSheets;
import org.jianzheng.testing.correction.Corrections;
import org.jianzheng.workflow.step.Gives;
import org.jianzheng.workflow.step.Needs;
import org.jianzheng.workflow.step.ProcessSteps;

/** What {@code correction-approval.bpmn} calls. */
@ProcessSteps("correction")
public class CorrectionSteps {

    private final Corrections corrections;
    private final CorrectionSheets sheets;

    CorrectionSteps(Corrections corrections, CorrectionSheets sheets) {
        this.corrections = corrections;
        this.sheets = sheets;
    }

    /** @return HEAD, SITE or STATION: who is asked besides the technical head */
    @Needs(CORRECTION_PROPOSED)
    @Gives(on = "HEAD", value = HEAD_ALONE_ASKED)
    @Gives(on = "SITE", value = SITE_ASKED)
    @Gives(on = "STATION", value = HEAD_ASKED)
    public String route(String correctionId) {
        return sheets.route(correctionId);
    }

    public String title(String correctionId) {
        return sheets.title(correctionId);
    }

    /** Groups of those whose word is asked, as diagrams name candidates. */
    public String groups(String correctionId, String consent) {
        return sheets.groups(correctionId, Consent.valueOf(consent));
    }

    /** What every form shows. */
    public Map<String, Object> sheet(String correctionId) {
        return sheets.sheet(correctionId);
    }

    /** @return whether the site asks for it */
    @Needs(SITE_ASKED)
    @Gives(on = "true", value = HEAD_ASKED)
    @Gives(on = "false", value = CORRECTION_REFUSED)
    public boolean request(String correctionId, Map<String, Object> form) {
        return corrections.say(correctionId, Consent.SITE, form);
    }

    /** @return whether the laboratory agrees */
    @Needs({HEAD_ASKED, HEAD_ALONE_ASKED})
    @Gives(on = "true", from = HEAD_ASKED, value = WITNESS_ASKED)
    @Gives(on = "true", from = HEAD_ALONE_ASKED, value = CORRECTION_GRANTED)
    @Gives(on = "false", value = CORRECTION_REFUSED)
    public boolean approve(String correctionId, Map<String, Object> form) {
        return corrections.say(correctionId, Consent.HEAD, form);
    }

    /** @return whether the witness agrees */
    @Needs(WITNESS_ASKED)
    @Gives(on = "true", value = STATION_ASKED)
    @Gives(on = "false", value = CORRECTION_REFUSED)
    public boolean consent(String correctionId, Map<String, Object> form) {
        return corrections.say(correctionId, Consent.WITNESS, form);
    }

    /** @return whether the station decides for it */
    @Needs(STATION_ASKED)
    @Gives(on = "true", value = CORRECTION_GRANTED)
    @Gives(on = "false", value = CORRECTION_REFUSED)
    public boolean decide(String correctionId, Map<String, Object> form) {
        return corrections.say(correctionId, Consent.STATION, form);
    }

    public void remind(String correctionId, String consent) {
        sheets.remind(correctionId, Consent.valueOf(consent));
    }
}
