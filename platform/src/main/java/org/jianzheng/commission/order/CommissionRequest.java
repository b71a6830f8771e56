package org.jianzheng.commission.order;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jianzheng.kernel.RuleBroken;

/**
 * What the commissioner asks for: replaced as a whole when it is corrected.
 *
 * @param methodSha256 of the folder of the catalogue it was written under; null of an order that is older than folders
 */
@Embeddable
public record CommissionRequest(
        String projectCode,
        @Enumerated(EnumType.STRING) CommissionNature nature,
        String unitWorks,
        String part,
        String item,
        String grade,
        @Column(columnDefinition = "LONGTEXT") @Convert(converter = DetailsText.class) Map<String, String> details,
        String maker,
        String batchNo,
        String represents,
        int specimenCount,
        LocalDate madeOn,
        Integer ageDays,
        String testStandards,
        String requirements,
        String contact,
        String phone,
        int reportCopies,
        String remarks,
        String retestOf,
        @Column(length = 36, columnDefinition = "CHAR(36)") String retestCaseId,
        @Column(length = 64, columnDefinition = "CHAR(64)") String methodSha256) {

    /** What an order of its item says, by the folder that it was written under. */
    public ItemOrder order() {
        return ItemOrder.of(item, methodSha256);
    }

    /** Codes of the parameters it asks to be measured. */
    public Set<String> measured() {
        return order().measured(details);
    }

    /** The same as the re-test of a failing report. */
    public CommissionRequest retesting(String reportNo, String caseId, int pieces) {
        return new CommissionRequest(
                projectCode,
                nature,
                unitWorks,
                part,
                item,
                grade,
                details,
                maker,
                batchNo,
                represents,
                pieces,
                madeOn,
                ageDays,
                testStandards,
                requirements,
                contact,
                phone,
                reportCopies,
                remarks,
                reportNo,
                caseId,
                methodSha256);
    }

    /** The same of another part or quantity; what is absent stays. */
    public CommissionRequest amended(Map<String, String> facts) {
        return new CommissionRequest(
                projectCode,
                nature,
                facts.getOrDefault("unitWorks", unitWorks),
                facts.getOrDefault("part", part),
                item,
                grade,
                details,
                maker,
                batchNo,
                facts.getOrDefault("represents", represents),
                specimenCount,
                madeOn,
                ageDays,
                testStandards,
                requirements,
                contact,
                phone,
                reportCopies,
                remarks,
                retestOf,
                retestCaseId,
                methodSha256);
    }

    /**
     * Specimens were taken for what the order said: what stands for more takes more of them.
     *
     * @throws RuleBroken where the quantity put in would have taken more
     */
    public void requireTestedEnough(Map<String, String> facts) {
        String now = facts.getOrDefault("represents", represents);
        if (retestOf != null || methodSha256 == null || now.equals(represents)) {
            return;
        }
        new LotOrder(order().item()).required(now);
        int needed = order().fewest(details, now);
        if (needed > specimenCount) {
            throw RuleBroken.at("represents", "commission.lot.moreThanTested", now, needed, specimenCount);
        }
    }

    /** All of it as plain text, for the ledger. */
    public Map<String, Object> content() {
        Map<String, Object> content = new TreeMap<>(details);
        content.putAll(common());
        content.put("grade", grade);
        content.put("testStandards", testStandards);
        if (methodSha256 != null) {
            content.put("methodSha256", methodSha256);
        }
        return content;
    }

    /** The same by the names of the form's fields, so that a refused order can be put right. */
    public Map<String, Object> formFields() {
        Map<String, Object> fields = new TreeMap<>(order().formFields(grade, details));
        fields.putAll(common());
        return fields;
    }

    private Map<String, Object> common() {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("projectCode", projectCode);
        fields.put("nature", nature.name());
        fields.put("unitWorks", unitWorks);
        fields.put("part", part);
        fields.put("item", item);
        fields.put("maker", maker);
        fields.put("batchNo", batchNo);
        fields.put("represents", represents);
        fields.put("specimenCount", specimenCount);
        fields.put("madeOn", madeOn.toString());
        if (ageDays != null) {
            fields.put("ageDays", ageDays);
        }
        fields.put("requirements", requirements);
        fields.put("contact", contact);
        fields.put("phone", phone);
        fields.put("reportCopies", reportCopies);
        fields.put("remarks", remarks);
        if (retestOf != null) {
            fields.put("retestOf", retestOf);
        }
        return fields;
    }
}
