package org.jianzheng.commission.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.TestItem;

/** The commission form as it was filled in: reads it into a {@link CommissionRequest}, naming the field that will not do. */
public record CommissionForm(FormValues form) {

    /** What the form offers beside the failing reports. */
    static final String FIRST_TEST = "FIRST";

    private static final int LINE = 100;
    private static final int USUAL_AGE_DAYS = 28;
    private static final int USUAL_COPIES = 3;
    private static final int DAYS_AHEAD = 60;
    private static final int MOST_DAYS = 365;
    private static final int MOST_COPIES = 20;
    private static final Pattern PHONE = Pattern.compile("[0-9+() -]{7,30}");

    public CommissionForm(Map<String, ?> form) {
        this(new FormValues(OrderTable.whole(form)));
    }

    /**
     * The order inside a larger form.
     *
     * @param item that it is of, where the form does not ask
     */
    public static CommissionForm inside(Map<String, ?> form, String group, String item) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("item", item);
        if (form.get(group) instanceof Map<?, ?> order) {
            order.forEach((key, value) -> fields.put(String.valueOf(key), value));
        }
        return new CommissionForm(fields);
    }

    public CommissionRequest request(LocalDate today) {
        return request(today, null);
    }

    /** @param before what it corrects, or null */
    public CommissionRequest request(LocalDate today, CommissionRequest before) {
        TestItem item = item();
        ItemOrder order = new ItemOrder(item);
        Map<String, String> details = order.fields(this);
        String grade = details.remove(ItemOrder.GRADE);
        String judgedBy = form.text("requirements", 200);
        String standard = order.standard(grade, details);
        EditionOrder edition = new EditionOrder(item, standard);
        edition.explain(details, this, today, isOlder(before, standard));
        edition.requireNamed(judgedBy);
        String represents = line("represents", 60);
        new LotOrder(item).required(represents);
        return new CommissionRequest(
                required("projectCode"),
                nature(),
                line("unitWorks"),
                line("part", 200),
                item.code(),
                grade,
                details,
                form.text("maker", LINE),
                form.text("batchNo", 60),
                represents,
                order.count(this, details, represents),
                madeOn(today),
                order.ages() ? number("ageDays", MOST_DAYS, USUAL_AGE_DAYS) : null,
                order.testStandards(grade, details),
                judgedBy.isEmpty() ? order.judgedBy(grade, details) : judgedBy,
                line("contact", 40),
                phone(),
                number("reportCopies", MOST_COPIES, USUAL_COPIES),
                form.text("remarks", 500),
                null,
                null,
                item.sha256());
    }

    // Ordered by that edition when nobody was asked why, on a form that does not ask it.
    private static boolean isOlder(CommissionRequest before, String standard) {
        return before != null
                && before.methodSha256() == null
                && before.order().standard(before.grade(), before.details()).equals(standard);
    }

    /** Number of the failing report it tests again; empty for a first test. */
    public String retestOf() {
        String chosen = form.text("retestOf", 32);
        return chosen.equals(FIRST_TEST) ? "" : chosen;
    }

    /** What the person asks for a re-test: all else is the failing report's, the folder of the method too. */
    public CommissionRequest again(CommissionRequest original, CommissionNature nature, LocalDate today) {
        TestItem item = Catalogue.current().item(original.item());
        return new CommissionRequest(
                original.projectCode(),
                nature,
                original.unitWorks(),
                original.part(),
                original.item(),
                original.grade(),
                original.details(),
                original.maker(),
                original.batchNo(),
                original.represents(),
                original.specimenCount(),
                madeOn(today),
                original.ageDays(),
                original.testStandards(),
                original.requirements(),
                line("contact", 40),
                phone(),
                number("reportCopies", MOST_COPIES, USUAL_COPIES),
                form.text("remarks", 500),
                null,
                null,
                original.methodSha256() == null ? item.sha256() : original.methodSha256());
    }

    public TestItem item() {
        String code = required("item");
        return Catalogue.current()
                .find(code)
                .filter(TestItem::isOrdered)
                .orElseThrow(() -> RuleBroken.at("item", "commission.item.unknown", code));
    }

    public String required(String field) {
        return form.required(field);
    }

    String oneOf(String field, Set<String> allowed) {
        return oneOf(field, required(field), allowed);
    }

    /** Where the form of a case that is older than the question does not ask, what was usual then. */
    String oneOf(String field, Set<String> allowed, String usual) {
        String value = form.text(field);
        return value.isEmpty() ? usual : oneOf(field, value, allowed);
    }

    private static String oneOf(String field, String value, Set<String> allowed) {
        if (!allowed.contains(value)) {
            throw RuleBroken.at(field, "commission.choice.unknown", value);
        }
        return value;
    }

    /** Rows of a table; empty where the form has none. */
    List<Map<String, Object>> rows(String field) {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (form.values().get(field) instanceof List<?> list) {
            list.forEach(row -> {
                Map<String, Object> fields = new HashMap<>();
                if (row instanceof Map<?, ?> map) {
                    map.forEach((key, value) -> fields.put(String.valueOf(key), value));
                }
                rows.add(fields);
            });
        }
        return rows;
    }

    private CommissionNature nature() {
        String name = required("nature");
        return Arrays.stream(CommissionNature.values())
                .filter(nature -> nature.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RuleBroken.at("nature", "commission.choice.unknown", name));
    }

    // Sampling happens after the commission, so the day of making is a plan: today or soon.
    private LocalDate madeOn(LocalDate today) {
        LocalDate day = form.date("madeOn").orElse(today);
        if (day.isBefore(today) || day.isAfter(today.plusDays(DAYS_AHEAD))) {
            throw RuleBroken.at("madeOn", "commission.madeOn.range", day, today, today.plusDays(DAYS_AHEAD));
        }
        return day;
    }

    private String phone() {
        String phone = line("phone", 30);
        if (!PHONE.matcher(phone).matches()) {
            throw RuleBroken.at("phone", "commission.order.phone.wrong", phone);
        }
        return phone;
    }

    private int number(String field, int most, int usual) {
        int number = form.integer(field).orElse(usual);
        if (number < 1 || number > most) {
            throw RuleBroken.at(field, "commission.order.number", number, most);
        }
        return number;
    }

    private String line(String field) {
        return line(field, LINE);
    }

    String line(String field, int longest) {
        required(field);
        return form.text(field, longest);
    }
}
