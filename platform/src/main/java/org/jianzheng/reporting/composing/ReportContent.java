package org.jianzheng.reporting.composing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.reporting.print.ReportModel;
import org.jianzheng.reporting.singles.SingleValues;

/**
 * The canonical content of a report: everything it prints but the pictures, as JSON with its members in order and nothing
 * between them, so that the same content always has the same SHA-256.
 *
 * @param family of a report worded before its content had the tables in it, with {@code rows} of its one table; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportContent(
        String family,
        List<Map<String, String>> items,
        List<Map<String, String>> rows,
        SingleValues singles,
        Map<String, String> text) {

    public static ReportContent of(ReportModel model) {
        return new ReportContent(null, model.items(), null, model.singles(), model.text());
    }

    public static ReportContent read(String json) {
        var read = StoredJson.read(json, ReportContent.class);
        return read.singles() == null
                ? new ReportContent(
                        null, read.items(), null, SingleValues.ofEarlier(read.family(), read.rows()), read.text())
                : read;
    }

    public String json() {
        return StoredJson.sorted(this);
    }

    public ReportModel model() {
        return new ReportModel(singles, text, items, ReportModel.Stamps.NONE);
    }
}
