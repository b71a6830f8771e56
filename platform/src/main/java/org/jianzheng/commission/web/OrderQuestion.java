package org.jianzheng.commission.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jianzheng.standards.catalogue.OrderField;
import org.jianzheng.standards.catalogue.TestItem;

/**
 * What an order has to say about its material.
 *
 * @param field of the form
 * @param choices as far as those made before leave them
 * @param longest of a text; null of a choice
 * @param chosen empty for none yet
 */
record OrderQuestion(String field, String label, List<Choice> choices, Integer longest, String chosen) {

    /** One of the values, and what people read for it. */
    record Choice(String value, String label) {}

    /** All of an item, in the order in which they are asked. */
    static List<OrderQuestion> of(TestItem item, Map<String, String> form, Locale locale) {
        Map<String, String> chosen = new HashMap<>();
        for (OrderField field : item.order().fields()) {
            String value = form.getOrDefault(field.field(), field.usual() == null ? "" : field.usual());
            if (!value.isEmpty()) {
                chosen.put(field.name(), value);
            }
        }
        return item.order().fields().stream()
                .map(field -> field.isWritten()
                        ? new OrderQuestion(
                                field.field(),
                                field.label().in(locale),
                                List.of(),
                                field.longest(),
                                chosen.getOrDefault(field.name(), ""))
                        : of(field, item.choices(field.name(), chosen), chosen, locale))
                .toList();
    }

    private static OrderQuestion of(OrderField field, List<String> left, Map<String, String> chosen, Locale locale) {
        String value = chosen.getOrDefault(field.name(), "");
        return new OrderQuestion(
                field.field(),
                field.label().in(locale),
                left.stream()
                        .map(one -> new Choice(one, field.said(one).in(locale)))
                        .toList(),
                null,
                left.contains(value) ? value : "");
    }
}
