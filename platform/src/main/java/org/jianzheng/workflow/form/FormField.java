package org.jianzheng.workflow.form;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One component of a form that holds a value, or holds others.
 *
 * @param path where its value stands, from the enclosing list's row or the form: {@code size.width} is two steps; empty
 *     for a group without a path
 * @param label what people call it; the first key where the form gives none
 * @param ignored read-only, disabled or computed: a browser may send it, the server does not look at it
 * @param hidden the FEEL condition under which it is not asked, or null
 * @param children of a group or a dynamic list
 */
record FormField(
        String type,
        List<String> path,
        String label,
        boolean ignored,
        String hidden,
        Rules rules,
        Options options,
        List<FormField> children) {

    /**
     * What the form demands of the value; null members demand nothing.
     *
     * @param compared what is sent although a condition hides the field is handed on, for the Step to hold against what is
     *     fixed there
     */
    record Rules(
            boolean required,
            BigDecimal min,
            BigDecimal max,
            Integer minLength,
            Integer maxLength,
            String pattern,
            Integer decimalDigits,
            String subtype,
            Integer minRows,
            Integer maxRows,
            boolean compared) {}

    /**
     * The values to choose from.
     *
     * @param fixed written in the form, or null
     * @param variable name of the shown variable that lists them, or null
     * @param expression FEEL expression that lists them, or null
     */
    record Options(List<Object> fixed, String variable, String expression) {}

    boolean isList() {
        return type.equals("dynamiclist");
    }

    boolean isContainer() {
        return type.equals("group") || type.equals("dynamiclist") || type.equals("default");
    }

    /** Names of the variables by which it is checked: those of its condition, and those that list its options. */
    Set<String> checkedBy() {
        Set<String> names = new HashSet<>();
        if (hidden != null) {
            names.addAll(FormReads.inExpression(hidden));
        }
        if (options != null && options.variable() != null) {
            names.add(options.variable());
        }
        if (options != null && options.expression() != null) {
            names.addAll(FormReads.inExpression(options.expression()));
        }
        children.forEach(child -> names.addAll(child.checkedBy()));
        return names;
    }
}
