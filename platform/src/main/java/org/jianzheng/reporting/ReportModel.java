package org.jianzheng.reporting;

import java.util.List;
import java.util.Map;
import org.jianzheng.reporting.singles.Singles;

/**
 * What is printed: plain values, already worded and rounded; templates only place them. Keys of {@code text} are parameter
 * names of the templates, keys of {@code items} their field names; what is absent prints as a dash.
 *
 * @param singles the single values, and which texts stand above them
 * @param items one line per judged item: requirement, result, verdict
 * @param stamps signatures, seal and code; {@link Stamps#NONE} for a draft
 */
record ReportModel(Singles singles, Map<String, String> text, List<Map<String, String>> items, Stamps stamps) {

    ReportModel {
        text = Map.copyOf(text);
        items = List.copyOf(items);
    }

    ReportModel stamped(Map<String, String> more, Stamps by) {
        var both = new java.util.HashMap<>(text);
        both.putAll(more);
        return new ReportModel(singles, both, items, by);
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
