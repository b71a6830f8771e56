package org.jianzheng.commission.order;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.standards.evaluation.OpenParameter;

/**
 * An order that says itself what is measured and required. Whoever does not like the yardstick of an item must not order the
 * same test with one of his own.
 */
record OpenOrder(CommissionForm asked, Map<String, String> fields) {

    private static final String TEST = "testStandard";
    private static final String PRODUCT = "productStandard";
    private static final Pattern SIGNS = Pattern.compile("[\\s/—–－-]");
    private static final Pattern YEAR = Pattern.compile("[—–－-]\\d{4}$");

    /** @throws RuleBroken at the row's field that will not do, or where an item of the catalogue tests and judges by these standards */
    String parameters() {
        Catalogue.current().items().stream()
                .filter(item -> !item.order().parameters())
                .filter(item -> isOf(item.standards().test(), TEST)
                        && isOf(item.standards().judged(), PRODUCT))
                .findFirst()
                .ifPresent(this::refuse);
        return OpenParameter.written(OpenParameter.typed(asked.rows(ItemOrder.PARAMETERS)));
    }

    private void refuse(TestItem item) {
        throw RuleBroken.at(TEST, "commission.open.catalogued", fields.get(TEST), fields.get(PRODUCT), item.label());
    }

    private boolean isOf(List<String> standards, String field) {
        String said = plain(fields.get(field));
        return standards.stream()
                .map(standard -> plain(YEAR.matcher(standard).replaceFirst("")))
                .anyMatch(said::contains);
    }

    private static String plain(String standard) {
        return SIGNS.matcher(standard).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
