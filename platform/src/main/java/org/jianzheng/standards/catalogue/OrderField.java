package org.jianzheng.standards.catalogue;

import java.util.List;
import java.util.Map;

/**
 * A field of the order, chosen from a list or written.
 *
 * @param field of the form, where another item's form calls it otherwise; by default the name
 * @param longest of a text that is written, in characters; null of a choice
 * @param usual what the form proposes, or null
 * @param assumed of an order that was written before this was asked, or null
 */
public record OrderField(
        String name,
        String field,
        TestItem.Name label,
        List<String> values,
        Integer longest,
        Map<String, TestItem.Name> words,
        String usual,
        String assumed) {

    public OrderField {
        RequiredKeys.value("order.fields.name", name);
        RequiredKeys.value("order.fields.label", label);
        values = longest == null ? RequiredKeys.list("order.fields.values", values) : List.of();
        field = field == null ? name : field;
        words = words == null ? Map.of() : Map.copyOf(words);
    }

    public boolean isWritten() {
        return longest != null;
    }

    /** What people read for a value. */
    public TestItem.Name said(String value) {
        return words.getOrDefault(value, new TestItem.Name(value, value));
    }
}
