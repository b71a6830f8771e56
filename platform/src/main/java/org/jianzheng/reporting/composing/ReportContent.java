package org.jianzheng.reporting.composing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.reporting.print.PrintedCurve;
import org.jianzheng.reporting.print.ReportModel;
import org.jianzheng.reporting.singles.SingleValues;

/**
 * The canonical content of a report: everything it prints but the pictures, as JSON with its members in order and nothing
 * between them, so that the same content always has the same SHA-256.
 *
 * @param curves what is printed below each curve, with the SHA-256 over its points, so that they are signed too; null where no
 *     machine sent any
 * @param family of a report worded before its content had the tables in it, with {@code rows} of its one table; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportContent(
        String family,
        List<Map<String, String>> items,
        List<Map<String, String>> rows,
        SingleValues singles,
        Map<String, String> text,
        List<Map<String, String>> curves) {

    public static ReportContent of(ReportModel model) {
        List<Map<String, String>> curves =
                model.curves().stream().map(PrintedCurve::text).toList();
        return new ReportContent(
                null, model.items(), null, model.singles(), model.text(), curves.isEmpty() ? null : curves);
    }

    public static ReportContent read(String json) {
        var read = StoredJson.read(json, ReportContent.class);
        return read.singles() == null
                ? new ReportContent(
                        null,
                        read.items(),
                        null,
                        SingleValues.ofEarlier(read.family(), read.rows()),
                        read.text(),
                        read.curves())
                : read;
    }

    public String json() {
        return StoredJson.sorted(this);
    }

    /** Empty where no machine sent any. */
    public List<Map<String, String>> printedCurves() {
        return curves == null ? List.of() : curves;
    }

    /** Its curves have no points yet. */
    public ReportModel model() {
        return new ReportModel(
                singles,
                text,
                items,
                printedCurves().stream()
                        .map(line -> new PrintedCurve(line, null))
                        .toList(),
                ReportModel.Stamps.NONE);
    }
}
