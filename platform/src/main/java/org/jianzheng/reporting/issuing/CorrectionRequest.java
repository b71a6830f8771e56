package org.jianzheng.reporting.issuing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.correction.ChangedValue;
import org.jianzheng.testing.correction.CorrectionKind;
import org.jianzheng.testing.correction.CorrectionProposal;
import org.jianzheng.testing.correction.CorrectionReason;

/** What somebody typed who asks for the correction of a signed report: read, and refused where it makes no sense. */
final class CorrectionRequest {

    /** Sample facts that the site may put right, by field, with their words and the longest they may be. */
    static final List<Fact> FACTS = List.of(
            new Fact("unitWorks", "单位工程", 100), new Fact("part", "使用部位", 200), new Fact("represents", "代表数量", 60));

    record Fact(String field, String label, int longest) {}

    private static final Set<String> CONCLUSIONS = Set.of("PASS", "FAIL", "INVALID", "RETEST");
    private static final int LONGEST = 500;
    private static final int SHORTEST = 8;

    private final FormValues form;

    CorrectionRequest(Map<String, ?> form) {
        this.form = new FormValues(form);
    }

    /** What that person may ask for; empty for those who may ask for nothing. */
    static List<CorrectionKind> open(Person person, CaseParties parties) {
        String employer = person.employer().orElse("");
        boolean lab = employer.equals("labs/" + parties.labCode())
                && (person.has(Role.TECHNICALHEAD)
                        || person.has(Role.LABADMIN)
                        || person.has(Role.REVIEWER)
                        || person.has(Role.SIGNATORY));
        boolean station = person.ofStation();
        if (lab) {
            return List.of(CorrectionKind.RECORD, CorrectionKind.VOID, CorrectionKind.RECALL);
        }
        if (station) {
            return List.of(CorrectionKind.RECALL);
        }
        boolean site = (employer.equals("developers/" + parties.developerCode()) && person.has(Role.COMMISSIONER))
                || (employer.equals("contractors/" + parties.contractorCode()) && person.has(Role.SAMPLER));
        return site ? List.of(CorrectionKind.SAMPLE_FACTS) : List.of();
    }

    CorrectionKind kind(List<CorrectionKind> open) {
        String asked = form.required("kind");
        return open.stream()
                .filter(kind -> kind.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> RuleBroken.at("kind", "reporting.correction.kind"));
    }

    CorrectionProposal.Cause cause() {
        String name = form.required("reason");
        CorrectionReason reason = CorrectionReason.ofRecord().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RuleBroken.at("reason", "reporting.correction.reason"));
        form.required("text");
        String text = form.text("text", LONGEST);
        if (text.length() < SHORTEST) {
            throw RuleBroken.at("text", "reporting.correction.words", SHORTEST);
        }
        return new CorrectionProposal.Cause(reason, text);
    }

    CorrectionProposal.Effect effect(CorrectionKind kind, Verdict verdict, CommissionView order) {
        String conclusion = verdict.name();
        return switch (kind) {
            case RECORD -> {
                String expected = form.text("expected");
                String after = expected.isEmpty() ? conclusion : expected;
                if (!CONCLUSIONS.contains(after) && !after.equals(conclusion)) {
                    throw RuleBroken.at("expected", "reporting.correction.expected");
                }
                yield new CorrectionProposal.Effect(List.of(), conclusion, after, !after.equals(conclusion));
            }
            case SAMPLE_FACTS -> new CorrectionProposal.Effect(facts(order), conclusion, conclusion, false);
            case YIELD -> throw new IllegalArgumentException("Yield is no report's");
            case VOID, RECALL -> new CorrectionProposal.Effect(List.of(), conclusion, "NONE", verdict != Verdict.PASS);
        };
    }

    private List<ChangedValue> facts(CommissionView order) {
        Map<String, String> now = Map.of(
                "unitWorks",
                order.site().unitWorks(),
                "part",
                order.site().part(),
                "represents",
                order.sample().represents());
        var changes = new ArrayList<ChangedValue>();
        for (Fact fact : FACTS) {
            String asked = form.text(fact.field(), fact.longest());
            if (!asked.isEmpty() && !asked.equals(now.get(fact.field()))) {
                changes.add(new ChangedValue(fact.label(), now.get(fact.field()), asked));
            }
        }
        if (changes.isEmpty()) {
            throw RuleBroken.at("part", "reporting.correction.nothing");
        }
        return changes;
    }
}
