package org.jianzheng.commission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jianzheng.commission.order.CommissionForm;
import org.jianzheng.commission.order.CommissionNature;
import org.jianzheng.commission.order.CommissionRequest;
import org.jianzheng.commission.order.ItemOrder;
import org.jianzheng.commission.order.SameLot;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Commissions that test a failing report again. Sample, place, quantity, grade, size and edition are the failing report's:
 * whoever orders the re-test chooses neither the steel nor the yardstick.
 */
@Component
class RetestOrders {

    /** What the person says of a re-test; everything else is the failing report's. */
    private static final Set<String> FREE = Set.of(
            "labCode", "madeOn", "specimenCount", "contact", "phone", "reportCopies", "remarks", "retestOf", "nature");

    private static final List<String> WORDED =
            List.of("unitWorks", "part", "represents", "batchNo", "requirements", "remarks");
    private static final Pattern SAYS_RETEST = Pattern.compile("复检|复验|复试");

    private static final int NAMED_AT_MOST = 3;

    private final CommissionStore store;
    private final ObjectProvider<Retests> retests;

    RetestOrders(CommissionStore store, ObjectProvider<Retests> retests) {
        this.store = store;
        this.retests = retests;
    }

    /** @param reportNo of the failing report; empty for a first test */
    CommissionRequest request(String caseId, String reportNo, CommissionForm asked, LocalDate today) {
        return reportNo.isEmpty() ? firstTest(asked, today, null) : again(caseId, reportNo, asked, today);
    }

    /** The same in place of an order that was refused. */
    CommissionRequest corrected(String caseId, CommissionRequest before, CommissionForm asked, LocalDate today) {
        return before.retestOf() == null
                ? firstTest(asked, today, before)
                : again(caseId, before.retestOf(), asked, today);
    }

    // A re-test by its words alone would be printed as one and be nobody's.
    private static CommissionRequest firstTest(CommissionForm asked, LocalDate today, CommissionRequest before) {
        CommissionRequest request = asked.request(today, before);
        if (request.nature() == CommissionNature.DISPUTE) {
            throw RuleBroken.at("retestOf", "commission.retest.noOriginal");
        }
        WORDED.stream()
                .filter(field -> SAYS_RETEST.matcher(asked.form().text(field)).find())
                .findFirst()
                .ifPresent(field -> {
                    throw RuleBroken.at(
                            field, "commission.retest.byWords", asked.form().text(field));
                });
        return request;
    }

    private CommissionRequest again(String caseId, String reportNo, CommissionForm asked, LocalDate today) {
        Retests.Wanted wanted = retests.getObject().wanted(reportNo, caseId);
        CommissionRequest original = original(wanted.caseId());
        Map<String, Object> fixed = new TreeMap<>(original.formFields());
        fixed.put("nature", wanted.nature().name());
        asked.form().values().keySet().stream()
                .filter(field -> field.equals("nature") || !FREE.contains(field))
                .forEach(field -> same(field, asked.form().text(field), fixed.get(field), reportNo));
        if (wanted.notBy().contains(asked.required("labCode"))) {
            throw RuleBroken.at("labCode", "commission.retest.lab");
        }
        return asked.again(original, wanted.nature(), today)
                .retesting(reportNo, wanted.caseId(), pieces(asked, original, wanted));
    }

    private static void same(String field, String sent, Object fixed, String reportNo) {
        String expected = fixed == null ? "" : fixed.toString();
        if (!sent.isEmpty() && !sent.equals(expected)) {
            throw RuleBroken.at(field, "commission.retest.locked", sent, reportNo, expected.isEmpty() ? "—" : expected);
        }
    }

    // What failed is tested on as many as the method says: fewer prove nothing, more invite picking.
    private static int pieces(CommissionForm asked, CommissionRequest original, Retests.Wanted wanted) {
        int pieces = wanted.pieces() == null ? fewest(original) : wanted.pieces();
        int count = asked.form().integer("specimenCount").orElse(pieces);
        if (count != pieces) {
            String item = Catalogue.current().item(original.item()).label();
            throw RuleBroken.at("specimenCount", "commission.retest.pieces", item, pieces, count);
        }
        return pieces;
    }

    private static int fewest(CommissionRequest original) {
        return original.order().fewest(original.details(), original.represents());
    }

    /** Before it is accepted: an order may have been written while a re-test could still say what it liked. */
    void ensureSame(CommissionRequest asked) {
        if (asked.retestOf() == null) {
            if (asked.nature() == CommissionNature.DISPUTE) {
                throw new RuleBroken("commission.retest.noOriginal");
            }
            return;
        }
        Map<String, Object> fixed = original(asked.retestCaseId()).formFields();
        Map<String, Object> sent = asked.formFields();
        fixed.keySet().stream().filter(field -> !FREE.contains(field)).forEach(field -> {
            if (!fixed.get(field).equals(sent.get(field))) {
                throw new RuleBroken("commission.retest.differs", sent.get(field), asked.retestOf(), fixed.get(field));
            }
        });
    }

    /** Failing reports that people of that employer may have tested again now. */
    List<RetestOffer> offers(String employer) {
        return retests.getObject().wantedOf(employer).stream().map(this::offer).toList();
    }

    private RetestOffer offer(Retests.Wanted wanted) {
        CommissionRequest original = original(wanted.caseId());
        ItemOrder order = original.order();
        String sample = String.join(
                " ",
                order.sampleName(original.grade(), original.details()),
                original.grade(),
                order.spec(original.grade(), original.details()));
        int pieces = wanted.pieces() == null ? fewest(original) : wanted.pieces();
        return new RetestOffer(
                wanted.reportNo(),
                sample,
                original.unitWorks() + " " + original.part(),
                original.represents(),
                original.maker(),
                original.batchNo(),
                original.requirements(),
                retests.getObject().failedIn(wanted.reportNo()),
                wanted.nature().label(),
                pieces);
    }

    /** What contract review, reviewer and signatory read of it; empty for a first test of what has not failed before. */
    String note(Commission commission) {
        CommissionRequest asked = commission.request();
        if (asked.retestOf() != null) {
            return "复检，原报告编号 " + asked.retestOf() + "；原不合格参数："
                    + retests.getObject().failedIn(asked.retestOf());
        }
        List<String> failed = failedBefore(commission);
        return failed.isEmpty() ? "" : "首次检测，不是复检；同一批次或部位已有不合格报告：" + String.join("、", failed);
    }

    /**
     * Whoever does not like a report can order the same test once more, elsewhere: the new report names the old one. Numbers
     * of reports that failed on the same lot, newest first; none for a re-test, which names its original.
     */
    List<String> failedBefore(Commission commission) {
        CommissionRequest asked = commission.request();
        if (asked.retestOf() != null) {
            return List.of();
        }
        List<Retests.Failing> failed =
                retests.getObject().failing(commission.parties().developerCode(), asked.projectCode()).stream()
                        .filter(failing -> !failing.caseId().equals(commission.caseId()))
                        .toList();
        if (failed.isEmpty()) {
            return List.of();
        }
        Set<String> sameLot = store
                .findByCaseIdIn(failed.stream().map(Retests.Failing::caseId).toList())
                .stream()
                .filter(other -> SameLot.is(asked, other.request()))
                .map(Commission::caseId)
                .collect(Collectors.toSet());
        return failed.stream()
                .filter(failing -> sameLot.contains(failing.caseId()))
                .map(Retests.Failing::reportNo)
                .limit(NAMED_AT_MOST)
                .toList();
    }

    private CommissionRequest original(String caseId) {
        return store.findById(caseId)
                .orElseThrow(() -> new NotFound("commission.case.unknown", caseId))
                .request();
    }
}
