package org.jianzheng.reporting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jianzheng.commission.CommissionView;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.standards.TestItem;
import org.jianzheng.testing.ResultView;

/**
 * The part of a report that differs by family: facts of the sample above the single values, and the values.
 *
 * @param facts parameters of the family's template
 * @param rows its lines
 */
record FamilyPages(Map<String, String> facts, List<Map<String, String>> rows) {

    private static final Map<String, String> RULES = Map.of(
            "MEAN", "三个单值的算术平均值",
            "MEDIAN", "一个单值超差，取中间值",
            "INVALID", "两个单值超差，试验无效");

    static FamilyPages of(TestItem item, ResultView result, CommissionView order, SampleView sample) {
        var lines = new Lines(result, order, sample);
        return switch (item.report().template()) {
            case "concrete" -> cubes(lines, concreteFacts(lines), "sizeFactor");
            case "mortar" -> cubes(lines, mortarFacts(lines), "k");
            case "cement" -> CementPages.of(lines);
            case "rebar" -> rebar(lines);
            case "weld" -> weld(lines);
            case "splice" -> splice(lines);
            default ->
                throw new IllegalStateException("No pages of " + item.report().template());
        };
    }

    private static Map<String, String> concreteFacts(Lines lines) {
        return lines.facts(
                "grade", lines.order().grade(),
                "size", lines.order().spec(),
                "age", lines.age(),
                "curing", lines.order().curingText(),
                "mixNo", lines.order().batchNo());
    }

    private static Map<String, String> mortarFacts(Lines lines) {
        return lines.facts(
                "grade", lines.order().grade(),
                "size", lines.order().spec(),
                "age", lines.age(),
                "curing", lines.order().curingText(),
                "kind", lines.order().sampleName().replace("抗压强度试件", ""));
    }

    private static FamilyPages cubes(Lines lines, Map<String, String> facts, String factor) {
        var found = lines.result().facts();
        String side = found.getOrDefault("sizeMm", "70.7");
        var rows = lines.rows("cube", (row, line) -> {
            line.put("set", "第 1 组");
            line.put("size", side + "×" + side + "×" + side);
            line.put("area", CubeArea.of(side));
            line.put("load", row.get("loadKn"));
            line.put("strength", row.get("strengthMpa"));
            line.put("representative", found.get("representativeMpa"));
            line.put("rule", RULES.get(found.get("rule")));
            line.put("factor", found.get(factor));
            line.put("percent", found.get("percentOfGrade"));
        });
        return new FamilyPages(facts, rows);
    }

    private static FamilyPages rebar(Lines lines) {
        var found = lines.result().facts();
        var facts = lines.facts(
                "grade", found.get("grade"),
                "diameter", found.get("diameterMm") + " mm",
                "manufacturer", lines.order().maker(),
                "heatNo", lines.order().batchNo());
        var rows = lines.rows("tensile", (row, line) -> {
            bar(found, line);
            line.put("yieldForce", row.get("yieldForceKn"));
            line.put("maxForce", row.get("maxForceKn"));
            line.put("rel", row.get("relMpa"));
            line.put("rm", row.get("rmMpa"));
            line.put("elongation", row.get("aPercent"));
            line.put("agt", row.get("agtPercent"));
            line.put("rmOverRel", row.get("rmOverRel"));
            line.put("relOverStandard", row.get("relOverStandard"));
        });
        return new FamilyPages(facts, rows);
    }

    private static FamilyPages weld(Lines lines) {
        var found = lines.result().facts();
        var facts = lines.facts(
                "grade", found.get("grade"),
                "diameter", found.get("diameterMm") + " mm",
                "kind",
                        lines.order()
                                .details()
                                .getOrDefault("weldMethod", lines.order().sampleName()),
                "bend", said(lines.result().specimens("bend"), "crackWidthMm", "outcome"),
                "manufacturer", lines.order().maker());
        var rows = lines.rows("tensile", (row, line) -> {
            bar(found, line);
            line.put("maxForce", row.get("maxForceKn"));
            line.put("strength", row.get("rmMpa"));
            line.put("place", row.get("place"));
            line.put("mode", row.get("mode"));
        });
        return new FamilyPages(facts, rows);
    }

    private static FamilyPages splice(Lines lines) {
        var found = lines.result().facts();
        var facts = lines.facts(
                "grade", found.get("grade"),
                "diameter", found.get("diameterMm") + " mm",
                "kind",
                        lines.order()
                                .details()
                                .getOrDefault("connection", lines.order().sampleName()),
                "spliceClass", Map.of("I", "Ⅰ级", "II", "Ⅱ级", "III", "Ⅲ级").get(found.get("splice")),
                "manufacturer", lines.order().maker(),
                "purpose", lines.order().retestOf() == null ? "现场抽检" : "复检");
        var rows = lines.rows("tensile", (row, line) -> {
            bar(found, line);
            line.put("maxForce", row.get("maxForceKn"));
            line.put("strength", row.get("strengthMpa"));
            line.put("failure", row.get("failure"));
        });
        return new FamilyPages(facts, rows);
    }

    private static void bar(Map<String, String> found, Map<String, String> line) {
        line.put("diameter", found.get("diameterMm"));
        line.put("area", BarArea.of(found.get("diameterMm")));
    }

    private static String said(List<Map<String, String>> rows, String what, String outcome) {
        return rows.stream()
                .map(row -> Composer.joined(" ", unit(what, row.get(what)), row.get(outcome)))
                .distinct()
                .collect(Collectors.joining("；"));
    }

    private static String unit(String what, String value) {
        return value != null && what.endsWith("Mm") ? value + " mm" : value;
    }

    /** The case's sources, and how a line is numbered. */
    record Lines(ResultView result, CommissionView order, SampleView sample) {

        /** Absent values are left out and print as a dash. */
        Map<String, String> facts(String... keysAndValues) {
            var facts = new HashMap<String, String>();
            for (int i = 0; i < keysAndValues.length; i += 2) {
                if (keysAndValues[i + 1] != null) {
                    facts.put(keysAndValues[i], keysAndValues[i + 1]);
                }
            }
            return facts;
        }

        /** The age at the test as made known by the sampler, and the one asked for where they differ. */
        String age() {
            var made = sample.declaredMadeAt();
            if (made == null || order.ageDays() == null) {
                return order.ageDays() == null ? null : order.ageDays() + " d";
            }
            long age = ChronoUnit.DAYS.between(LocalDate.ofInstant(made, CityTime.ZONE), result.testedFrom());
            return age == order.ageDays() ? age + " d" : age + " d（要求 " + order.ageDays() + " d）";
        }

        List<Map<String, String>> rows(String kind, Filling filling) {
            var specimens = result.specimens(kind);
            return IntStream.range(0, specimens.size())
                    .<Map<String, String>>mapToObj(i -> {
                        var line = new HashMap<String, String>();
                        line.put("no", String.valueOf(i + 1));
                        line.put("mark", shortNo(specimens.get(i).get("no")));
                        filling.fill(specimens.get(i), line);
                        line.values().removeIf(value -> value == null);
                        return line;
                    })
                    .toList();
        }

        // The sample's number stands above; its serial is enough to tell specimens apart.
        private String shortNo(String no) {
            String sampleNo = sample.sampleNo();
            return no == null || sampleNo == null || !no.startsWith(sampleNo)
                    ? no
                    : no.substring(sampleNo.lastIndexOf('-') + 1);
        }
    }

    interface Filling {
        void fill(Map<String, String> specimen, Map<String, String> line);
    }
}
