package org.jianzheng.reporting.curves;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.acquisition.drawing.CurveMark;
import org.jianzheng.acquisition.drawing.CurvePicture;
import org.jianzheng.acquisition.marking.YieldMarks;
import org.jianzheng.acquisition.proven.ProvenRun;
import org.jianzheng.acquisition.proven.ProvenRuns;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ChineseText;
import org.jianzheng.reporting.print.PrintedCurve;
import org.jianzheng.reporting.print.ReportModel;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.testing.procedure.ResultView.RecordVersion;
import org.springframework.stereotype.Component;

/**
 * The curves that a report's values were read off, by the runs that its raw records name. A report says the SHA-256 of each
 * and is signed with it; the points are fetched by it whenever they are drawn, and others are not drawn (4.1.7, 5.4.7).
 */
@Component
public class ReportCurves {

    private static final String RUN = "runId";
    private static final String HASH = "sha256";
    private static final String YIELD = "yieldForceKn";
    private static final String CORRECTION = "yieldCorrection";

    /** In the letters of the picture half a column of the page wide. */
    private static final int WIDTH = 640;

    private static final int HEIGHT = 384;
    private static final int MOST_KEPT = 200;

    private final ProvenRuns runs;
    private final YieldMarks yields;
    private final ChineseText texts;
    private final Cache<Map<String, String>, byte[]> pictures =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    ReportCurves(ProvenRuns runs, YieldMarks yields, ChineseText texts) {
        this.runs = runs;
        this.yields = yields;
        this.texts = texts;
    }

    /**
     * What stands below each curve, in the order in which they were tested.
     *
     * @throws RuleBroken where a curve is not the one that was sealed
     */
    public List<PrintedCurve> of(ResultView result, TestItem item) {
        List<PrintedCurve> curves = new ArrayList<>();
        for (int i = result.records().size() - 1; i >= 0; i--) {
            RecordVersion record = result.records().get(i);
            if (record.current()) {
                rows(record, "runs").stream()
                        .filter(run -> run.get(HASH) != null)
                        .forEach(run -> curves.add(new PrintedCurve(text(record, run, proven(run), item), null)));
            }
        }
        return curves;
    }

    private Map<String, String> text(RecordVersion record, Map<?, ?> named, ProvenRun proven, TestItem item) {
        RunView run = proven.run();
        Map<String, String> text = new HashMap<>();
        text.put("specimen", specimen(run, String.valueOf(named.get("no"))));
        String method = texts.text("standards.method." + run.piece().method());
        text.put(
                "method",
                item.stages().size() == 1
                        ? method
                        : item.stage(record.stage()).name().zh() + " " + method);
        text.put("peak", run.sealed().peakKn().toPlainString() + " kN");
        text.put("rate", proven.rate());
        text.put("yield", yieldKn(record, named.get("no")));
        text.put(CORRECTION, (String) named.get(CORRECTION));
        text.put("equipment", run.source().equipment());
        text.put("begun", CityTime.second(run.times().tested().from()));
        text.put(RUN, run.id());
        text.put(HASH, run.sealed().sha256());
        text.values().removeIf(value -> value == null);
        return text;
    }

    // Six prisms for two ages are numbered anew at each age: which one it was is said beside it.
    private String specimen(RunView run, String number) {
        String position = String.valueOf(run.piece().position());
        return number.matches(".*-" + position + "[ab]?")
                ? texts.text("reporting.curve.specimen", number)
                : texts.text("reporting.curve.specimenAt", number, position);
    }

    /** As the record has it: what two people picked on the curve counts, and stands in the record. */
    private static String yieldKn(RecordVersion record, Object number) {
        return rows(record, "tensile").stream()
                .filter(row -> number.equals(row.get("no")) && row.get(YIELD) != null)
                .findFirst()
                .map(row -> row.get(YIELD) + " kN")
                .orElse(null);
    }

    private static List<Map<?, ?>> rows(RecordVersion record, String list) {
        return record.values().get(list) instanceof List<?> rows
                ? rows.stream()
                        .filter(Map.class::isInstance)
                        .<Map<?, ?>>map(row -> (Map<?, ?>) row)
                        .toList()
                : List.of();
    }

    /**
     * The report with its curves drawn.
     *
     * @throws RuleBroken where one is not the one that the report names
     */
    public ReportModel drawn(ReportModel model) {
        return model.with(model.curves().stream()
                .map(curve -> new PrintedCurve(curve.text(), picture(curve.text(), proven(curve.text()))))
                .toList());
    }

    private ProvenRun proven(Map<?, ?> named) {
        return find(named).orElseThrow(() -> new RuleBroken("reporting.curve.changed", named.get(RUN)));
    }

    private Optional<ProvenRun> find(Map<?, ?> named) {
        return runs.find((String) named.get(RUN), (String) named.get(HASH));
    }

    /** Whether the curve is still the one below which that stands. */
    public boolean isProven(Map<String, String> text) {
        return find(text).isPresent();
    }

    /** The curve as a PNG; empty where it is no longer the one below which that stands. */
    public Optional<byte[]> png(Map<String, String> text) {
        return find(text)
                .map(proven -> pictures.get(text, same -> picture(text, proven).png()));
    }

    private CurvePicture picture(Map<String, String> text, ProvenRun proven) {
        RunView run = proven.run();
        List<CurveMark> marks = YieldMarks.concerns(run)
                ? yields.as(run, proven.curve(), text.get(CORRECTION)).marks()
                : List.of();
        return new CurvePicture(proven.curve(), text.get("specimen"), marks, WIDTH, HEIGHT);
    }
}
