package org.jianzheng.reporting.print;

import java.util.List;
import java.util.Map;
import org.jianzheng.reporting.singles.SingleValues;

/**
 * What is printed: plain values, already worded and rounded; templates only place them. Keys of {@code text} are parameter
 * names of the templates, keys of {@code items} their field names; what is absent prints as a dash.
 *
 * @param singles the single values, and which texts stand above them
 * @param items one line per judged item: requirement, result, verdict
 * @param curves of what machines measured, on pages of their own at the end; empty where none did
 * @param stamps signatures, seal and code; {@link Stamps#NONE} for a draft
 */
public record ReportModel(
        SingleValues singles,
        Map<String, String> text,
        List<Map<String, String>> items,
        List<PrintedCurve> curves,
        Stamps stamps) {

    public ReportModel {
        text = Map.copyOf(text);
        items = List.copyOf(items);
        curves = List.copyOf(curves);
    }

    /** One without curves. */
    public ReportModel(SingleValues singles, Map<String, String> text, List<Map<String, String>> items, Stamps stamps) {
        this(singles, text, items, List.of(), stamps);
    }

    public ReportModel with(List<PrintedCurve> others) {
        return new ReportModel(singles, text, items, others, stamps);
    }

    public ReportModel stamped(Map<String, String> more, Stamps by) {
        var both = new java.util.HashMap<>(text);
        both.putAll(more);
        return new ReportModel(singles, both, items, curves, by);
    }

    /**
     * Images are PNG; each may be null.
     *
     * @param signatures by role: tester, reviewer, signatory
     * @param verifyUrl what the QR code says
     */
    public record Stamps(Map<String, byte[]> signatures, byte[] seal, String verifyUrl) {

        public static final Stamps NONE = new Stamps(Map.of(), null, null);
    }
}
