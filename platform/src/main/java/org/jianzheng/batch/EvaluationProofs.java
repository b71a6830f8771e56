package org.jianzheng.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.report.ReportStatus;
import org.springframework.stereotype.Component;

/** What an evaluation says and what became of it, from its ledger entries; never from its rows alone. */
@Component
class EvaluationProofs {

    static final String EVALUATED = "batch.evaluated";
    static final String SUPERSEDED = "batch.superseded";
    static final String OUTDATED = "batch.outdated";

    private final Ledger ledger;
    private final Reporting reporting;

    EvaluationProofs(Ledger ledger, Reporting reporting) {
        this.ledger = ledger;
        this.reporting = reporting;
    }

    /** As lists show it. */
    EvaluationView view(EvaluationStore.Kept kept) {
        EvaluationSheet sheet = sheet(kept).orElse(null);
        return new EvaluationView(kept.no(), kept.ledgerEntry(), sheet, fate(kept.no()));
    }

    /** With a look at what the reports' rows say besides. */
    EvaluationView whole(EvaluationStore.Kept kept) {
        EvaluationView view = view(kept);
        if (!view.proven()) {
            return view;
        }
        List<EvaluationFate.Outdating> all = new ArrayList<>(view.fate().outdatedBy());
        ended(view.sheet().groups().stream().map(EvaluationSheet.Line::reportNo).toList()).stream()
                .filter(no -> all.stream().noneMatch(each -> each.reportNo().equals(no)))
                .forEach(no -> all.add(new EvaluationFate.Outdating(no, null, null)));
        var fate = new EvaluationFate(view.fate().supersededBy(), view.fate().supersedeReason(), all);
        return new EvaluationView(view.no(), view.ledgerEntry(), view.sheet(), fate);
    }

    /** @throws RuleBroken where one of the reports was recalled or replaced since it was proven */
    void requireStanding(List<CubeGroup> taken) {
        if (!ended(taken.stream().map(CubeGroup::reportNo).toList()).isEmpty()) {
            throw new RuleBroken("batch.changed");
        }
    }

    private List<String> ended(List<String> numbers) {
        Map<String, ReportStatus> statuses = reporting.statuses(numbers);
        return numbers.stream()
                .filter(no -> statuses.get(no) != ReportStatus.SIGNED)
                .toList();
    }

    private Optional<EvaluationSheet> sheet(EvaluationStore.Kept kept) {
        String subject = EvaluationStore.subject(kept.no());
        String sha256 = DigestUtils.sha256Hex(kept.content());
        return ledger.wholeOf(subject).stream()
                .flatMap(List::stream)
                .filter(entry -> entry.line().id().equals(kept.ledgerEntry())
                        && entry.line().action().equals(EVALUATED)
                        && sha256.equals(entry.content().get("contentSha256")))
                .findFirst()
                .map(recorded -> StoredJson.read(kept.content(), EvaluationSheet.class))
                .filter(sheet -> sheet.no().equals(kept.no()));
    }

    EvaluationFate fate(String no) {
        EvaluationFate fate = EvaluationFate.NONE;
        for (Ledger.Proven entry : ledger.provenOf(EvaluationStore.subject(no))) {
            fate = switch (entry.line().action()) {
                case SUPERSEDED ->
                    new EvaluationFate(said(entry, "supersededBy"), entry.line().reason(), fate.outdatedBy());
                case OUTDATED -> outdated(fate, entry);
                default -> fate;
            };
        }
        return fate;
    }

    private static EvaluationFate outdated(EvaluationFate fate, Ledger.Proven entry) {
        List<EvaluationFate.Outdating> more = new ArrayList<>(fate.outdatedBy());
        more.add(new EvaluationFate.Outdating(
                said(entry, "reportNo"), entry.line().at(), entry.line().reason()));
        return new EvaluationFate(fate.supersededBy(), fate.supersedeReason(), List.copyOf(more));
    }

    private static String said(Ledger.Proven entry, String member) {
        return String.valueOf(entry.content().get(member));
    }
}
