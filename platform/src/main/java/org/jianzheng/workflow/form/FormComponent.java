package org.jianzheng.workflow.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One component of a composed form, made by {@link FormFields}; every method answers another with one thing more said. The
 * server holds whoever fills in the form to all of it.
 */
public final class FormComponent {

    /** Columns of a line. */
    static final int LINE = 16;

    private final String name;
    private final Map<String, Object> members;
    private final List<FormComponent> children;
    private final int columns;
    private final String hidden;

    private FormComponent(
            String name, Map<String, Object> members, List<FormComponent> children, int columns, String hidden) {
        this.name = name;
        this.members = members;
        this.children = children;
        this.columns = columns;
        this.hidden = hidden;
    }

    static FormComponent of(String type, String name, List<FormComponent> children) {
        return new FormComponent(name, new LinkedHashMap<>(Map.of("type", type)), List.copyOf(children), LINE, "");
    }

    /** Must be filled in, where it is not hidden. */
    public FormComponent required() {
        return within("validate", "required", true);
    }

    /** What stands in small letters below: {@code 无裂纹填 0}. */
    public FormComponent hint(String words) {
        return with("description", words);
    }

    /** Shown, not asked: what a browser sends for it is not looked at. */
    public FormComponent readOnly() {
        return with("readonly", true);
    }

    /**
     * Shown, not asked, while that holds: what a browser sends for it the Step holds against what it knows.
     *
     * @param feel without the equals sign: {@code order.byMachine}
     */
    public FormComponent readOnlyWhen(String feel) {
        return with("readonly", "=" + feel);
    }

    /** Of a decimal: how many places it may have. */
    public FormComponent places(int decimals) {
        return within("properties", "decimals", String.valueOf(decimals));
    }

    /** Of a decimal: what it lies between, both included. */
    public FormComponent between(String min, String max) {
        return within("properties", "min", min).within("properties", "max", max);
    }

    /** Of a text: how many characters it may have. */
    public FormComponent atMost(int characters) {
        return within("validate", "maxLength", characters);
    }

    /** Of rows: how many there may be; nobody adds or removes one. */
    public FormComponent given(int least, int most) {
        return rows(least, most).with("allowAddRemove", false);
    }

    /** Of rows: how many there may be, for whoever fills them in to add and remove. */
    public FormComponent addable(int least, int most) {
        return rows(least, most).with("allowAddRemove", true);
    }

    private FormComponent rows(int least, int most) {
        return within("properties", "minRows", String.valueOf(least))
                .within("properties", "maxRows", String.valueOf(most));
    }

    /** Handed on although hidden, for the Step to hold it against what is fixed. */
    public FormComponent compared() {
        return within("properties", "compared", "true");
    }

    /** @param feel when it is not asked, without the equals sign: {@code order.bends = false} */
    public FormComponent hiddenWhen(String feel) {
        return new FormComponent(name, members, children, columns, feel);
    }

    /** How many of the sixteen columns of a line it takes; without this all of them. What does not fit begins a line. */
    public FormComponent columns(int wide) {
        return new FormComponent(name, members, children, wide, hidden);
    }

    FormComponent with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new FormComponent(name, more, children, columns, hidden);
    }

    private FormComponent within(String member, String rule, Object value) {
        Map<String, Object> rules = new LinkedHashMap<>();
        if (members.get(member) instanceof Map<?, ?> before) {
            before.forEach((key, one) -> rules.put(String.valueOf(key), one));
        }
        rules.put(rule, value);
        return with(member, rules);
    }

    String name() {
        return name;
    }

    Map<String, Object> members() {
        return members;
    }

    List<FormComponent> children() {
        return new ArrayList<>(children);
    }

    int columns() {
        return columns;
    }

    String hidden() {
        return hidden;
    }
}
