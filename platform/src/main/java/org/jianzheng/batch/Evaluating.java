package org.jianzheng.batch;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.SoftwareVersion;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.number.Numbers;
import org.jianzheng.registry.Project;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.evaluation.Evaluation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Evaluates what was chosen and keeps it, with its ledger entry, in one transaction. */
@Component
class Evaluating {

    /** Letters of the numbers; the city has one series. */
    private static final String NUMBER_KIND = "PD";

    private static final String CITY = "JZ";

    private final EvaluationStore store;
    private final EvaluationProofs proofs;
    private final Standards standards;
    private final Numbers numbers;
    private final Ledger ledger;
    private final Identity identity;
    private final DisplayNames names;
    private final Clock clock;

    Evaluating(
            EvaluationStore store,
            EvaluationProofs proofs,
            Standards standards,
            Numbers numbers,
            Ledger ledger,
            Identity identity,
            DisplayNames names,
            Clock clock) {
        this.store = store;
        this.proofs = proofs;
        this.standards = standards;
        this.numbers = numbers;
        this.ledger = ledger;
        this.identity = identity;
        this.names = names;
        this.clock = clock;
    }

    /** Answers its number. @param all the project's groups as they were kept */
    @Transactional
    String evaluate(Project project, List<CubeGroup> all, BatchSelection selection, BatchChoice choice) {
        if (!selection.seen().equals(choice.seen())) {
            throw new RuleBroken("batch.changed");
        }
        BatchCriteria criteria = selection.criteria();
        String leaveReason = choice.leaveReason(selection.anyLeftOutByName());
        Optional<KnownSigma> sigma = choice.sigma();
        Evaluation evaluation = standards.evaluate(criteria.kind().method(), BatchProcedure.inputs(selection, sigma));
        // The series stays locked from here to the commit: of two who count the same group the second sees the first.
        String no = numbers.allocate(NUMBER_KIND, CITY);
        proofs.requireStanding(selection.taken());
        List<String> superseded = standing(selection);
        String supersedeReason = choice.supersedeReason(!superseded.isEmpty());
        var done = done(leaveReason, superseded, supersedeReason);
        var sheet = new SheetWriter(no, project, choice.extent(), selection, store.standing(project.code()))
                .finished(mixes(all, criteria), SheetWriter.outcome(evaluation, sigma.orElse(null)), done);
        keep(sheet);
        superseded.forEach(old -> supersede(old, no, supersedeReason, done.at()));
        return no;
    }

    /** Evaluations that count one of these groups and in whose place no other stands. */
    List<String> standing(BatchSelection selection) {
        List<String> taken = selection.taken().stream().map(CubeGroup::reportNo).toList();
        return taken.isEmpty()
                ? List.of()
                : store.counting(taken).stream()
                        .filter(no -> !proofs.fate(no).superseded())
                        .toList();
    }

    private static EvaluationSheet.OtherMixes mixes(List<CubeGroup> all, BatchCriteria criteria) {
        List<CubeGroup> others = all.stream()
                .filter(group -> group.counts() && group.criteria().differsInMixFrom(criteria))
                .toList();
        int failed = (int) others.stream().filter(CubeGroup::failed).count();
        return new EvaluationSheet.OtherMixes(others.size(), failed);
    }

    private EvaluationSheet.Done done(String leaveReason, List<String> superseded, String supersedeReason) {
        Person by = identity.acting();
        String employer = by.employer().map(names::employer).orElse("");
        return new EvaluationSheet.Done(
                by.name(),
                employer,
                CityTime.now(clock),
                leaveReason,
                superseded,
                superseded.isEmpty() ? "" : supersedeReason,
                SoftwareVersion.text());
    }

    private void keep(EvaluationSheet sheet) {
        UUID entry = ledger.reserve();
        String content = StoredJson.sorted(sheet);
        String sha256 = DigestUtils.sha256Hex(content);
        store.add(sheet, new EvaluationStore.Kept(sheet.no(), content, sha256, entry));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("evaluationNo", sheet.no());
        facts.put("projectCode", sheet.site().code());
        facts.put("verdict", sheet.outcome().verdict());
        facts.put("groups", numbers(sheet.groups()));
        facts.put("leftOut", numbers(sheet.leftOut()));
        facts.put("supersedes", sheet.done().supersedes());
        facts.put("contentSha256", sha256);
        String reason = Stream.of(sheet.done().leaveReason(), sheet.done().supersedeReason())
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + "；" + other)
                .orElse(null);
        ledger.append(new Ledger.Fact(
                entry, EvaluationProofs.EVALUATED, EvaluationStore.subject(sheet.no()), null, reason, facts));
    }

    private static List<String> numbers(List<EvaluationSheet.Line> lines) {
        return lines.stream().map(EvaluationSheet.Line::reportNo).toList();
    }

    private void supersede(String old, String by, String reason, Instant at) {
        store.change(old, EvaluationStore.SUPERSEDED, by, at);
        ledger.append(Ledger.Fact.of(
                        EvaluationProofs.SUPERSEDED,
                        EvaluationStore.subject(old),
                        null,
                        Map.of("evaluationNo", old, "supersededBy", by))
                .because(reason));
    }
}
