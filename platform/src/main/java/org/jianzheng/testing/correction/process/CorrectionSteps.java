package org.jianzheng.testing.correction.process;

import java.util.Map;
import org.jianzheng.testing.correction.Consent;
import org.jianzheng.testing.correction.CorrectionSheets;
import org.jianzheng.testing.correction.Corrections;
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
    public boolean request(String correctionId, Map<String, Object> form) {
        return corrections.say(correctionId, Consent.SITE, form);
    }

    /** @return whether the laboratory agrees */
    public boolean approve(String correctionId, Map<String, Object> form) {
        return corrections.say(correctionId, Consent.HEAD, form);
    }

    /** @return whether the witness agrees */
    public boolean consent(String correctionId, Map<String, Object> form) {
        return corrections.say(correctionId, Consent.WITNESS, form);
    }

    /** @return whether the station decides for it */
    public boolean decide(String correctionId, Map<String, Object> form) {
        return corrections.say(correctionId, Consent.STATION, form);
    }

    public void remind(String correctionId, String consent) {
        sheets.remind(correctionId, Consent.valueOf(consent));
    }
}
