package org.jianzheng.reporting;

import java.util.List;
import java.util.Map;

/**
 * What is printed: plain values, already worded and rounded; templates only place them. Keys of {@code text} are parameter
 * names of the templates, keys of {@code rows} and {@code items} their field names; what is absent prints as a dash.
 *
 * @param family which of {@code reports-templates/reporting/<family>.jrxml} prints the single values
 * @param rows one line of single values each, in the order they are printed
 * @param items one line per judged item: requirement, result, verdict
 * @param stamps signatures, seal and code; {@link Stamps#NONE} for a draft
 */
record ReportModel(
        String family,
        Map<String, String> text,
        List<Map<String, String>> rows,
        List<Map<String, String>> items,
        Stamps stamps) {

    ReportModel {
        text = Map.copyOf(text);
        rows = List.copyOf(rows);
        items = List.copyOf(items);
    }

    ReportModel stamped(Map<String, String> more, Stamps by) {
        var both = new java.util.HashMap<>(text);
        both.putAll(more);
        return new ReportModel(family, both, rows, items, by);
    }

    /**
     * Images are PNG; each may be null.
     *
     * @param signatures by role: tester, reviewer, signatory
     * @param verifyUrl what the QR code says
     */
    record Stamps(Map<String, byte[]> signatures, byte[] seal, String verifyUrl) {

        static final Stamps NONE = new Stamps(Map.of(), null, null);
    }
}
