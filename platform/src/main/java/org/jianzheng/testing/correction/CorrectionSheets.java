package org.jianzheng.testing.correction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.CityTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the diagram of an approval needs to know of a correction, and what its forms show. */
@Component
@Transactional
public class CorrectionSheets {

    private final CorrectionStore store;
    private final CorrectionWarnings warnings;

    CorrectionSheets(CorrectionStore store, CorrectionWarnings warnings) {
        this.store = store;
        this.warnings = warnings;
    }

    /** Who is asked: HEAD alone; SITE first, then everybody; or everybody but the site, which has asked for it itself. */
    @Transactional(readOnly = true)
    public String route(String id) {
        List<Consent> asked = store.get(id).asked();
        if (asked.contains(Consent.SITE)) {
            return "SITE";
        }
        return asked.contains(Consent.STATION) ? "STATION" : "HEAD";
    }

    @Transactional(readOnly = true)
    public String title(String id) {
        return store.get(id).title();
    }

    /** Groups that may say that word, as diagrams name candidates. */
    @Transactional(readOnly = true)
    public String groups(String id, Consent consent) {
        var parties = store.get(id).parties();
        String lab = "labs/" + parties.labCode();
        return switch (consent) {
            case SITE ->
                "developers/" + parties.developerCode() + "/commissioner,contractors/" + parties.contractorCode()
                        + "/sampler";
            case HEAD -> lab + "/technicalhead," + lab + "/labadmin";
            case WITNESS -> "supervision/" + parties.supervisionCode() + "/witness";
            case STATION -> "station/supervisor,station/stationadmin";
        };
    }

    /** A word did not come in time. */
    public void remind(String id, Consent consent) {
        warnings.waiting(store.get(id), consent);
    }

    /** Tables only: what people typed is text there, whatever it looks like. */
    @Transactional(readOnly = true)
    public Map<String, Object> sheet(String id) {
        var found = store.get(id);
        CorrectionView shown = found.view(store.said(id));
        var facts = new ArrayList<Map<String, String>>();
        facts.add(fact("对象", shown.title()));
        facts.add(fact("申请", CorrectionWords.kind(shown.kind())));
        facts.add(fact("原因", CorrectionWords.reason(shown.reason()) + "：" + shown.text()));
        facts.add(fact(
                "提出",
                shown.proposer().name() + " " + CityTime.minute(shown.proposer().at())));
        facts.add(fact(
                "结论",
                CorrectionWords.verdict(shown.effect().before())
                        + (shown.kind().amends()
                                ? " → " + CorrectionWords.verdict(shown.effect().after())
                                : "")));
        facts.add(fact("本案此前更正", earlier(found) + " 次"));
        var sheet = new HashMap<String, Object>();
        sheet.put("facts", facts);
        sheet.put("verdict", shown.effect().changesVerdict());
        sheet.put(
                "changes",
                shown.effect().changes().stream()
                        .map(change -> Map.of(
                                "item", change.label(), "before", or(change.before()), "after", or(change.after())))
                        .toList());
        sheet.put(
                "opinions",
                shown.opinions().stream()
                        .map(said -> Map.of(
                                "consent", CorrectionWords.consent(said.consent()),
                                "opinion", (said.granted() ? "同意：" : "不同意：") + said.opinion(),
                                "by", said.name() + " " + CityTime.minute(said.at())))
                        .toList());
        return sheet;
    }

    private long earlier(Correction correction) {
        return store.ofCase(correction.caseId()).stream()
                .filter(other -> !other.id().equals(correction.id()))
                .count();
    }

    private static String or(String text) {
        return text == null || text.isBlank() ? "—" : text;
    }

    private static Map<String, String> fact(String label, String value) {
        return Map.of("label", label, "value", value);
    }
}
