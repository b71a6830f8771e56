package org.jianzheng.commission.caselist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jianzheng.commission.order.ItemOrder;
import org.jianzheng.identity.CaseParties;

/**
 * A commission as others read it. Texts are what the commissioner typed or what follows from it, ready to print.
 *
 * @param commissionNo null until the laboratory has accepted
 * @param state name of the {@link CaseStage}
 * @param nature {@code DEVELOPER}, {@code SUPERVISORY}, {@code SELF_CHECK} or {@code DISPUTE}; only reports of the first
 *     may serve for acceptance (order 57, article 21)
 * @param natureText 建设单位委托, …
 */
public record CommissionView(
        String caseId,
        String commissionNo,
        String state,
        String nature,
        String natureText,
        CaseParties parties,
        Site site,
        Order asked,
        Sample sample,
        Names names,
        Client client,
        Course course,
        Retest retest) {

    /** Codes of the parameters it asks to be measured. */
    public Set<String> measured() {
        return ItemOrder.of(asked.item(), asked.methodSha256()).measured(asked.details());
    }

    /** 检测参数 in words. */
    public String measuredNames() {
        return ItemOrder.of(asked.item(), asked.methodSha256()).measuredNames(asked.details());
    }

    /** What else of the order decides the verdict, in words; empty where grade and size say it all. */
    public String terms() {
        return ItemOrder.of(asked.item(), asked.methodSha256()).terms(asked.grade(), asked.details());
    }

    /** That its edition is in force no more, and why it judges all the same; empty where it is in force. */
    public String superseded() {
        return ItemOrder.of(asked.item(), asked.methodSha256()).superseded(asked.grade(), asked.details());
    }

    /** Only reports commissioned by the developer may serve for acceptance (order 57, article 21). */
    public boolean servesForAcceptance() {
        return nature.equals("DEVELOPER");
    }

    /** Where it is built. */
    public record Site(
            String projectCode,
            String projectName,
            String supervisionRegNo,
            String permitNo,
            String unitWorks,
            String part) {}

    /**
     * What is to be tested, and by what it is judged.
     *
     * @param grade {@code C30}, {@code M10}, {@code 42.5}, {@code HRB400E}
     * @param details family-specific inputs of the evaluation: {@code sizeMm, curing, k, edition, cementKind,
     *     diameterMm, bendType, weldMethod, splice, connection}; absent members do not apply
     * @param requirements 判定依据: standards and grade the result is judged by
     * @param testStandards 检测依据
     * @param methodSha256 of the folder of the catalogue it was ordered under; null of one that is older than folders
     * @param counts specimens that its quantity takes, by part of the test; empty where that does not depend on it, and of an
     *     order that is older than folders
     * @param policies of what standards leave open, by input of the evaluation, as it was fixed when the order was accepted; empty
     *     before that, where the item leaves nothing open, and of an order that was accepted by an earlier version
     */
    public record Order(
            String item,
            String itemName,
            String family,
            String grade,
            Map<String, String> details,
            String requirements,
            String testStandards,
            String methodSha256,
            Map<String, Integer> counts,
            Map<String, String> policies) {

        public Order {
            details = Map.copyOf(details);
            counts = Map.copyOf(counts);
            policies = Collections.unmodifiableMap(new TreeMap<>(policies));
        }
    }

    /**
     * What stands for how much of it.
     *
     * @param name 混凝土抗压试件, …
     * @param spec 规格: {@code 150 mm×150 mm×150 mm}, {@code Φ20}
     * @param represents quantity with unit, {@code 100 m³}
     * @param madeOn planned day of making or sampling
     * @param ageDays design age at the test, or null where age plays no part
     */
    public record Sample(
            String name,
            String spec,
            String maker,
            String batchNo,
            String represents,
            int specimenCount,
            LocalDate madeOn,
            Integer ageDays,
            String curingText) {}

    /** The organisations by name. */
    public record Names(String lab, String developer, String contractor, String supervision, String client) {}

    /** Who asks, and how they want it. */
    public record Client(String contact, String phone, int reportCopies, String remarks) {}

    /**
     * How far it came.
     *
     * @param reviewReason why the laboratory refused at the last review, or null
     */
    public record Course(Instant submittedAt, String reviewReason) {}

    /**
     * The failing report that it tests again.
     *
     * @param reportNo number of the failing report it tests again, or null
     * @param caseId case of that report, or null
     */
    public record Retest(String reportNo, String caseId) {}
}
