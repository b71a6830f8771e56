package org.jianzheng.reporting.verifying;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.reporting.curves.ReportCurves;
import org.springframework.stereotype.Component;

/**
 * The force-time curves of a report for anybody who holds it: while the report is valid, drawn from what is proven, and with
 * no more words than it prints itself. A curve whose row or points were changed is not shown, and that is said.
 */
@Component
public class PublicCurves {

    private final ReportCurves curves;

    PublicCurves(ReportCurves curves) {
        this.curves = curves;
    }

    /**
     * A curve as the page has it.
     *
     * @param text what the report prints below it
     * @param proven whether its picture can be had
     */
    public record PublicCurve(Map<String, String> text, boolean proven) {}

    public List<PublicCurve> of(Verification found) {
        return lines(found).stream()
                .map(text -> new PublicCurve(text, curves.isProven(text)))
                .toList();
    }

    /** What the picture is known by; empty where the report has none of that number, or does not stand. */
    public Optional<String> tag(Verification found, int number) {
        return line(found, number).map(text -> text.get("sha256"));
    }

    /** @param number from 1, in the order of the page */
    public Optional<byte[]> png(Verification found, int number) {
        return line(found, number).flatMap(curves::png);
    }

    private static Optional<Map<String, String>> line(Verification found, int number) {
        List<Map<String, String>> lines = lines(found);
        return number < 1 || number > lines.size() ? Optional.empty() : Optional.of(lines.get(number - 1));
    }

    private static List<Map<String, String>> lines(Verification found) {
        return found.valid() && found.facts() != null ? found.facts().curves() : List.of();
    }
}
