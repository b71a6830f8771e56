package org.jianzheng.reporting.print;

import java.util.Map;
import org.jianzheng.acquisition.drawing.CurvePicture;

/**
 * A force-time curve behind the report.
 *
 * @param text what stands below it: {@code specimen}, {@code method}, {@code peak}, {@code rate}, {@code yield},
 *     {@code equipment}, {@code begun}, {@code runId} and {@code sha256} over its points
 * @param picture null until its points are fetched: what is signed names them and does not hold them
 */
public record PrintedCurve(Map<String, String> text, CurvePicture picture) {

    public PrintedCurve {
        text = Map.copyOf(text);
    }
}
