package org.jianzheng.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the demo people type for one sample of each family. The loads are those of the published vectors that pass, so what
 * has to come out is known.
 *
 * @param commission the start form's own fields of the family
 * @param machines equipment of BJ01 that the test takes
 * @param records forms of the tester's tasks in their order: as many as the item has stages that it comes to
 * @param hours that each of them takes, where the standard lets nobody be quicker
 */
public record DemoTest(
        String family,
        Map<String, Object> commission,
        List<String> machines,
        List<Map<String, Object>> records,
        List<Integer> hours) {

    public DemoTest(
            String family, Map<String, Object> commission, List<String> machines, List<Map<String, Object>> records) {
        this(family, commission, machines, records, List.of());
    }

    public static final DemoTest CONCRETE = new DemoTest(
            "CONCRETE",
            form("item", "concrete-cube", "concreteGrade", "C30", "sizeMm", "150", "curing", "STANDARD", "ageDays", 28),
            List.of("BJ01-YL-01"),
            List.of(concrete("787.5", "801.2", "812.6")));

    public static final DemoTest MORTAR = new DemoTest(
            "MORTAR",
            form("item", "mortar-cube", "mortarGrade", "M10", "k", "1.35", "mortarCuring", "STANDARD", "ageDays", 28),
            List.of("BJ01-YL-02"),
            List.of(form("specimens", rows("loadKn", "41.2", "43.5", "39.8"))));

    public static final DemoTest CEMENT = new DemoTest(
            "CEMENT",
            form(
                    "item", "cement",
                    "cementKind", "普通硅酸盐水泥 P·O",
                    "cementClass", "42.5",
                    "cementEdition", "GB175-2023",
                    "ageDays", 28),
            List.of("BJ01-KZ-01", "BJ01-YL-02"),
            List.of(
                    form(
                            "flexural", rows("loadN", "1870", "1890", "1880"),
                            "compressive", rows("loadKn", "27.2", "27.5", "27.0", "27.4", "26.9", "27.3")),
                    form(
                            "flexural", rows("loadN", "2900", "3010", "2950"),
                            "compressive", rows("loadKn", "76.2", "77.0", "75.4", "78.1", "76.6", "77.3"))));

    public static final DemoTest REBAR = new DemoTest(
            "REBAR",
            form(
                    "item", "rebar",
                    "barGrade", "HRB400E",
                    "diameterMm", "20",
                    "barEdition", "GB1499.2-2024",
                    "bendType", "BEND_180"),
            List.of("BJ01-WN-01", "BJ01-WQ-01", "BJ01-TP-01"),
            List.of(rebar("5950")));

    public static final DemoTest WELD = new DemoTest(
            "WELD",
            form("item", "weld", "barGrade", "HRB400", "diameterMm", "20", "weldMethod", "电渣压力焊"),
            List.of("BJ01-WN-01"),
            List.of(welds("182.0", "181.0", "183.5")));

    public static final DemoTest SPLICE = new DemoTest(
            "SPLICE",
            form(
                    "item", "splice",
                    "barGrade", "HRB400E",
                    "diameterMm", "25",
                    "splice", "I",
                    "connection", "直螺纹套筒连接"),
            List.of("BJ01-WN-01"),
            List.of(form("specimens", List.of(splice("290.0"), splice("288.0"), splice("292.0")))));

    /** Sound enough at once: the setting and the sieve on one day, the moulds boiled on the next. */
    public static final DemoTest CEMENT_PHYSICAL = new DemoTest(
            "CEMENT_PHYSICAL",
            form(
                    "item", "cement-physical",
                    "cementKind", "P_O",
                    "cementClass", "42.5",
                    "cementEdition", "GB175-2023"),
            List.of("BJ01-LS-01"),
            List.of(
                    form("initialMin", "165", "finalMin", "235", "residue45Percent", "8.6"),
                    form("soundness", List.of(needles("10.0", "12.5"), needles("10.5", "12.5")))),
            List.of(4, 25));

    /** P8: raised to 0.8 MPa in eight steps; two of six leaked. */
    public static final DemoTest PERMEABILITY = new DemoTest(
            "PERMEABILITY",
            form(
                    "item", "concrete-permeability",
                    "permeabilityGrade", "P8",
                    "purpose", "ACCEPTANCE",
                    "curing", "STANDARD",
                    "ageDays", 28),
            List.of("BJ01-KS-01"),
            List.of(permeability("0.8", "0.7", "0.8")),
            List.of(64));

    /** Five beams of four bars, 25 mm designed: one bar is too deep, and not by much. */
    public static final DemoTest COVER = new DemoTest(
            "COVER",
            form(
                    "item", "cover-thickness",
                    "kind", "BEAM",
                    "member", "ORDINARY",
                    "designMm", "25",
                    "concreteGrade", "C35"),
            List.of("BJ01-SM-01"),
            List.of(cover("components", 1)));

    /** What no folder knows: the order says what is measured and required. */
    public static final DemoTest OPEN = new DemoTest(
            "OPEN",
            form(
                    "item", "open-item",
                    "testName", "挤塑聚苯板压缩强度和吸水率",
                    "sampleName", "挤塑聚苯板",
                    "openGrade", "X200",
                    "testStandard", "GB/T 8813-2020",
                    "productStandard", "GB/T 10801.2-2018",
                    "parameters[0].name", "压缩强度",
                    "parameters[0].unit", "MPa",
                    "parameters[0].relation", "AT_LEAST",
                    "parameters[0].lower", "0.20",
                    "parameters[0].places", "2",
                    "parameters[1].name", "吸水率",
                    "parameters[1].unit", "%",
                    "parameters[1].relation", "AT_MOST",
                    "parameters[1].upper", "1.5",
                    "parameters[1].places", "1",
                    "parameters[2].name", "外观",
                    "parameters[2].relation", "STATED",
                    "parameters[2].words", "表面平整、无夹杂物"),
            List.of("BJ01-WN-01"),
            List.of(open("0.195", "1.2", "true")));

    /** Compressive strength, water taken up, and whether the surface conforms. */
    public static Map<String, Object> open(String strengthMpa, String waterPercent, String surface) {
        return form(
                "parameters",
                List.of(
                        form("readings", "0.19、0.20、0.195", "value", strengthMpa),
                        form("readings", "1.1、1.2、1.3", "value", waterPercent),
                        form("readings", "逐块目测", "conforms", surface)));
    }

    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> rowsOf(Map<String, Object> form, String list) {
        return (List<Map<String, Object>>) form.get(list);
    }

    /** One of each item that can be ordered. */
    public static List<DemoTest> all() {
        return List.of(CONCRETE, MORTAR, CEMENT, REBAR, WELD, SPLICE, CEMENT_PHYSICAL, PERMEABILITY, COVER, OPEN);
    }

    /** The one of that item. */
    public static DemoTest of(String item) {
        return all().stream()
                .filter(test -> test.item().equals(item))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("What is typed for a test of " + item + "?"));
    }

    /** The same sample with figures that do not pass. */
    public static DemoTest failing(String item) {
        return switch (item) {
            case "concrete-cube" -> CONCRETE.measuring(concrete("600.0", "605.0", "610.0"));
            case "mortar-cube" -> MORTAR.measuring(form("specimens", rows("loadKn", "31.2", "33.5", "32.8")));
            case "cement" ->
                CEMENT.recording(
                        List.of(
                                CEMENT.records().get(0),
                                form(
                                        "flexural", rows("loadN", "2900", "3010", "2950"),
                                        "compressive", rows("loadKn", "62.2", "61.0", "60.4", "62.1", "61.6", "61.3"))),
                        List.of());
            case "rebar" -> lightRebar();
            case "weld" -> electroSlag("WELD", "BRITTLE", 3);
            case "splice" -> splices("250.0", "248.0", "251.0");
            case "cement-physical" -> unsoundCement("16.0");
            case "concrete-permeability" ->
                PERMEABILITY.recording(List.of(permeability("0.5", "0.3", "0.4", "0.5")), List.of(32));
            case "cover-thickness" -> COVER.measuring(cover("components", 5));
            case "open-item" -> OPEN.measuring(open("0.1949", "1.2", "true"));
            default -> throw new IllegalArgumentException("What is typed for a test of " + item + " that fails?");
        };
    }

    /** Code of its item. */
    public String item() {
        return (String) commission.get("item");
    }

    private static Map<String, Object> needles(String aMm, String cMm) {
        return form("aMm", aMm, "cMm", cMm);
    }

    /** Cement whose moulds opened too far; boiled again, they did so that much. */
    public static DemoTest unsoundCement(String againMm) {
        return CEMENT_PHYSICAL.recording(
                List.of(
                        CEMENT_PHYSICAL.records().get(0),
                        form("soundness", List.of(needles("10.0", "16.0"), needles("10.0", "15.5"))),
                        form("soundnessRepeat", List.of(needles("10.0", againMm), needles("10.0", againMm)))),
                List.of(4, 25, 25));
    }

    /** Six specimens at that pressure, of which as many leaked at these. */
    public static Map<String, Object> permeability(String reachedMpa, String... leaksMpa) {
        var specimens = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 6; i++) {
            specimens.add(
                    i < leaksMpa.length
                            ? form("sideLeak", "false", "leakMpa", leaksMpa[i])
                            : form("sideLeak", "false"));
        }
        return form("reachedMpa", reachedMpa, "specimens", specimens, "steps", steps(reachedMpa));
    }

    /** The last of six let water past its seal at that pressure. */
    public static Map<String, Object> pastTheSeal(String reachedMpa) {
        var specimens = new ArrayList<>(Collections.nCopies(5, form("sideLeak", "false")));
        specimens.add(form("sideLeak", "true"));
        return form("reachedMpa", reachedMpa, "specimens", specimens, "steps", steps(reachedMpa));
    }

    private static List<Map<String, Object>> steps(String reachedMpa) {
        return IntStream.rangeClosed(1, Integer.parseInt(reachedMpa.substring(2)))
                .mapToObj(step -> form("pressureMpa", "0." + step))
                .toList();
    }

    /** Five components of four bars, of which so many are off by 12 mm. */
    public static Map<String, Object> cover(String list, int off) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int bar = 0; bar < 20; bar++) {
            int deep = bar < off ? 12 : bar % 3;
            rows.add(form(
                    "component", String.valueOf(bar / 4 + 1),
                    "place", (list.equals("second") ? "KL-" + (bar / 4 + 6) : "KL-" + (bar / 4 + 1)) + "（2～3/B）",
                    "point1", String.valueOf(24 + deep),
                    "point2", String.valueOf(25 + deep),
                    "point3", String.valueOf(26 + deep)));
        }
        return form(list, rows);
    }

    /** The same sample, which takes these records. */
    public DemoTest recording(List<Map<String, Object>> others, List<Integer> hours) {
        return new DemoTest(family, commission, machines, others, hours);
    }

    /** Concrete cubes that broke at these loads, kN. */
    public static Map<String, Object> concrete(String... loadsKn) {
        return form("specimens", rows("loadKn", loadsKn));
    }

    /** Rebar too light for its diameter: the one item that is not tested again. */
    static DemoTest lightRebar() {
        return new DemoTest(REBAR.family(), REBAR.commission(), REBAR.machines(), List.of(rebar("5795")));
    }

    /** A lot of rebar whose second bar yields too early: the standard lets double specimens decide. */
    public static DemoTest weakRebar() {
        return REBAR.measuring(rebar("5950", List.of(strong(), weak())));
    }

    /** A lot of more than sixty tonnes: three bars pulled and three bent. */
    public static DemoTest largerLotOfRebar() {
        var record = new LinkedHashMap<>(rebar("5950", List.of(strong(), strong(), strong())));
        record.put("bend", List.of(bent("NO_CRACK"), bent("NO_CRACK"), bent("NO_CRACK")));
        return REBAR.measuring(record);
    }

    /** Its double re-test: four bars pulled, nothing bent or weighed. */
    public static DemoTest rebarAgain(boolean weakOnce) {
        return REBAR.measuring(form("tensile", List.of(strong(), strong(), strong(), weakOnce ? weak() : strong())));
    }

    /** A lot of rebar one of whose bars cracked when it was bent. */
    public static DemoTest crackedRebar() {
        var record = new LinkedHashMap<>(rebar("5950"));
        record.put("bend", List.of(bent("NO_CRACK"), bent("CRACK")));
        return REBAR.measuring(record);
    }

    /** A lot of rebar that was too weak and cracked as well. */
    public static DemoTest weakAndCrackedRebar() {
        var record = new LinkedHashMap<>(crackedRebar().records().get(0));
        record.put("tensile", List.of(strong(), weak()));
        return REBAR.measuring(record);
    }

    /** A double re-test that all bars pass: four pulled or none, four bent, nothing weighed. */
    public static DemoTest rebarBentAgain(boolean pulledToo) {
        return REBAR.measuring(form(
                "tensile",
                pulledToo ? Collections.nCopies(4, strong()) : List.of(),
                "bend",
                Collections.nCopies(4, bent("NO_CRACK"))));
    }

    /** Electro-slag welds, which are only pulled: so many joints broke here. */
    public static DemoTest electroSlag(String place, String mode, int joints) {
        return WELD.measuring(form(
                "specimens", Collections.nCopies(joints, form("maxForceKn", "182.0", "place", place, "mode", mode))));
    }

    /** Flash butt welds, which are bent as well: the joints broke here, and cracked that much, mm. */
    public static DemoTest flashButt(String place, String mode, String... cracksMm) {
        var joints = Collections.nCopies(
                Math.max(3, cracksMm.length), form("maxForceKn", "182.0", "place", place, "mode", mode));
        return new DemoTest(
                "WELD",
                form("item", "weld", "barGrade", "HRB400", "diameterMm", "20", "weldMethod", "闪光对焊"),
                List.of("BJ01-WN-01", "BJ01-WQ-01"),
                List.of(form("specimens", joints, "bends", rows("crackWidthMm", cracksMm))));
    }

    /** Splices of the first class that carried these forces, kN, the bar breaking. */
    public static DemoTest splices(String... maxKn) {
        return SPLICE.measuring(
                form("specimens", List.of(maxKn).stream().map(DemoTest::splice).toList()));
    }

    private static Map<String, Object> bent(String outcome) {
        return form("mandrelMm", "80", "angleDeg", "180", "outcome", outcome);
    }

    private static Map<String, Object> strong() {
        return bar("138.2", "191.5", "112.4");
    }

    private static Map<String, Object> weak() {
        return bar("120.0", "160.0", "112.4");
    }

    private static Map<String, Object> rebar(String totalMassG) {
        return rebar(totalMassG, List.of(strong(), strong()));
    }

    private static Map<String, Object> rebar(String totalMassG, List<Map<String, Object>> pulled) {
        return form(
                "tensile",
                pulled,
                "bend",
                List.of(bent("NO_CRACK"), bent("NO_CRACK")),
                "mass",
                rows("lengthMm", "501", "503", "500", "502", "504"),
                "totalMassG",
                totalMassG);
    }

    /** Welded bars of HRB400, 20 mm, that broke in the base metal at these forces, kN. */
    public static Map<String, Object> welds(String... maxKn) {
        return form(
                "specimens", List.of(maxKn).stream().map(DemoTest::weld).toList(),
                "bends", List.of());
    }

    /** The same sample with other figures. */
    public DemoTest measuring(Map<String, Object> record) {
        return new DemoTest(family, commission, machines, List.of(record));
    }

    private static Map<String, Object> bar(String yieldKn, String maxKn, String gaugeMm) {
        return form("yieldForceKn", yieldKn, "maxForceKn", maxKn, "gaugeAgtAfterMm", gaugeMm, "fracturePlace", "GAUGE");
    }

    private static Map<String, Object> weld(String maxKn) {
        return form("maxForceKn", maxKn, "place", "BASE_METAL", "mode", "DUCTILE");
    }

    private static Map<String, Object> splice(String maxKn) {
        return form("maxForceKn", maxKn, "failure", "BAR");
    }

    private static List<Map<String, Object>> rows(String key, String... values) {
        return List.of(values).stream().map(value -> form(key, value)).toList();
    }

    public static Map<String, Object> form(Object... keysAndValues) {
        var form = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            form.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(form);
    }
}
