package org.jianzheng.commission;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.qualification.Item;
import org.jianzheng.standards.Standards;

/** What a commission of each item has to say beyond the common part, and what follows from it for the printed order. */
enum Material {
    CONCRETE(Item.CONCRETE_CUBE, 3, 3, "concreteGrade") {
        @Override
        Map<String, String> details(Asked asked) {
            return Map.of(
                    "sizeMm", asked.oneOf("sizeMm", Set.of("100", "150", "200")),
                    "curing", asked.oneOf("curing", Set.of("STANDARD", "SAME_CONDITION_600")));
        }

        @Override
        String sampleName(Request request) {
            return "混凝土抗压强度试件";
        }

        @Override
        String spec(Request request) {
            String mm = request.details().get("sizeMm") + " mm";
            return String.join("×", List.of(mm, mm, mm));
        }

        @Override
        String judgedBy(String grade, Map<String, String> details) {
            return "设计强度等级 " + grade + "，GB/T 50107-2010";
        }
    },
    MORTAR(Item.MORTAR_CUBE, 3, 3, "mortarGrade") {
        @Override
        Map<String, String> details(Asked asked) {
            return Map.of(
                    "k", asked.oneOf("k", Set.of("1.35", "1.00")),
                    "curing", asked.oneOf("mortarCuring", Set.of("STANDARD", "SAME_CONDITION"), "STANDARD"));
        }

        @Override
        String field(String detail) {
            return detail.equals("curing") ? "mortarCuring" : detail;
        }

        @Override
        String terms(Map<String, String> details) {
            return "换算系数 K " + details.get("k");
        }

        @Override
        String sampleName(Request request) {
            return "砌筑砂浆抗压强度试件";
        }

        @Override
        String spec(Request request) {
            return "70.7 mm×70.7 mm×70.7 mm";
        }

        @Override
        String judgedBy(String grade, Map<String, String> details) {
            return "设计强度等级 " + grade + "，GB 50203-2011";
        }
    },
    CEMENT(Item.CEMENT, 3, 6, "cementClass") {
        @Override
        Map<String, String> details(Asked asked) {
            return Map.of(
                    "cementKind", asked.oneOf("cementKind", CEMENTS),
                    "edition", asked.oneOf("cementEdition", Set.of("GB175-2023", "GB175-2007-PO", "GB175-2007-PSPFC")));
        }

        @Override
        String field(String detail) {
            return detail.equals("edition") ? "cementEdition" : detail;
        }

        @Override
        void requireProduct(String grade, Map<String, String> details) {
            String kind = details.get("cementKind");
            var classes = Standards.cementClasses(details.get("edition"), kind.substring(kind.lastIndexOf(' ') + 1));
            if (classes.isEmpty()) {
                throw RuleBroken.at("cementEdition", "commission.cement.otherEdition", kind, terms(details));
            }
            if (!classes.contains(grade)) {
                throw RuleBroken.at(
                        "cementClass",
                        "commission.cement.noClass",
                        kind,
                        grade,
                        terms(details),
                        String.join("、", classes));
            }
        }

        @Override
        String terms(Map<String, String> details) {
            return Map.of(
                            "GB175-2023", "GB 175-2023",
                            "GB175-2007-PO", "GB 175-2007（P·I、P·II、P·O）",
                            "GB175-2007-PSPFC", "GB 175-2007（P·S、P·P、P·F、P·C）")
                    .get(details.get("edition"));
        }

        @Override
        String sampleName(Request request) {
            return request.details().get("cementKind");
        }

        @Override
        String spec(Request request) {
            return "胶砂试体 40 mm×40 mm×160 mm";
        }

        @Override
        String judgedBy(String grade, Map<String, String> details) {
            return details.get("edition").equals("GB175-2023") ? "GB 175-2023" : "GB 175-2007";
        }
    },
    REBAR(Item.REBAR, 5, 30, "barGrade") {
        @Override
        Map<String, String> details(Asked asked) {
            return Map.of(
                    "diameterMm", diameter(asked),
                    "edition", asked.oneOf("barEdition", Set.of("GB1499.2-2024", "GB1499.2-2018")),
                    "bendType", asked.oneOf("bendType", Set.of("BEND_180", "REVERSE_BEND"), "BEND_180"));
        }

        @Override
        String field(String detail) {
            return detail.equals("edition") ? "barEdition" : detail;
        }

        @Override
        void requireProduct(String grade, Map<String, String> details) {
            var grades = Standards.barGrades(details.get("edition"));
            if (!grades.contains(grade)) {
                throw RuleBroken.at(
                        "barGrade",
                        "commission.bar.noGrade",
                        grade,
                        judgedBy(grade, details),
                        String.join("、", grades));
            }
        }

        @Override
        String terms(Map<String, String> details) {
            return (details.get("edition").endsWith("2024") ? "GB 1499-2024" : "GB/T 1499-2017、2018") + "，"
                    + ("REVERSE_BEND".equals(details.get("bendType")) ? "反向弯曲" : "弯曲 180°");
        }

        @Override
        String sampleName(Request request) {
            return request.grade().startsWith("HPB") ? "热轧光圆钢筋" : "热轧带肋钢筋";
        }

        @Override
        String judgedBy(String grade, Map<String, String> details) {
            String part = grade.startsWith("HPB") ? ".1" : ".2";
            boolean latest = details.get("edition").equals("GB1499.2-2024");
            String old = grade.startsWith("HPB") ? "GB/T 1499.1-2017" : "GB/T 1499.2-2018";
            return latest ? "GB 1499" + part + "-2024" : old;
        }
    },
    WELD(Item.WELD, 3, 12, "barGrade") {
        @Override
        Map<String, String> details(Asked asked) {
            return Map.of("diameterMm", diameter(asked), "weldMethod", asked.oneOf("weldMethod", WELDS));
        }

        @Override
        String sampleName(Request request) {
            return "钢筋" + request.details().get("weldMethod") + "接头";
        }

        @Override
        String judgedBy(String grade, Map<String, String> details) {
            return "JGJ 18-2012";
        }
    },
    SPLICE(Item.SPLICE, 3, 9, "barGrade") {
        @Override
        Map<String, String> details(Asked asked) {
            return Map.of(
                    "diameterMm", diameter(asked),
                    "splice", asked.oneOf("splice", Set.of("I", "II", "III")),
                    "connection", asked.oneOf("connection", CONNECTIONS));
        }

        @Override
        String sampleName(Request request) {
            return "钢筋" + request.details().get("connection") + "接头";
        }

        @Override
        String spec(Request request) {
            Map<String, String> roman = Map.of("I", "Ⅰ", "II", "Ⅱ", "III", "Ⅲ");
            return super.spec(request) + "，" + roman.get(request.details().get("splice")) + "级接头";
        }

        @Override
        String judgedBy(String grade, Map<String, String> details) {
            return "JGJ 107-2016";
        }
    };

    private static final Map<Item, String> TEST_STANDARDS = Map.of(
            Item.CONCRETE_CUBE, "GB/T 50081-2019",
            Item.MORTAR_CUBE, "JGJ/T 70-2009",
            Item.CEMENT, "GB/T 17671-2021",
            Item.REBAR, "GB/T 28900-2022、GB/T 228.1-2021",
            Item.WELD, "JGJ/T 27-2014",
            Item.SPLICE, "JGJ 107-2016");

    private static final Set<String> BARS = Set.of(
            "HPB300", "HRB400", "HRBF400", "HRB400E", "HRBF400E", "HRB500", "HRBF500", "HRB500E", "HRBF500E", "HRB600");
    private static final Map<Item, Set<String>> GRADES = Map.of(
            Item.CONCRETE_CUBE,
            Set.of("C15", "C20", "C25", "C30", "C35", "C40", "C45", "C50", "C55", "C60", "C65", "C70", "C75", "C80"),
            Item.MORTAR_CUBE,
            Set.of("M2.5", "M5", "M7.5", "M10", "M15", "M20", "M25", "M30"),
            Item.CEMENT,
            Set.of("32.5", "32.5R", "42.5", "42.5R", "52.5", "52.5R", "62.5", "62.5R"),
            Item.REBAR,
            BARS,
            Item.WELD,
            BARS,
            Item.SPLICE,
            BARS);
    private static final Set<String> CEMENTS = Set.of(
            "硅酸盐水泥 P·I", "硅酸盐水泥 P·II", "普通硅酸盐水泥 P·O", "矿渣硅酸盐水泥 P·S", "火山灰质硅酸盐水泥 P·P", "粉煤灰硅酸盐水泥 P·F", "复合硅酸盐水泥 P·C");
    private static final Set<String> WELDS = Set.of("闪光对焊", "电弧焊", "电渣压力焊", "气压焊");
    private static final Set<String> CONNECTIONS = Set.of("直螺纹套筒连接", "锥螺纹套筒连接", "套筒挤压连接");
    private static final Set<String> DIAMETERS =
            Set.of("6", "8", "10", "12", "14", "16", "18", "20", "22", "25", "28", "32", "36", "40", "50");

    private final Item item;
    private final int fewest;
    private final int most;
    private final String gradeField;

    Material(Item item, int fewest, int most, String gradeField) {
        this.item = item;
        this.fewest = fewest;
        this.most = most;
        this.gradeField = gradeField;
    }

    static Material of(Item item) {
        return valueOf(item.family());
    }

    static Material of(String item) {
        return of(Item.of(item).orElseThrow(() -> RuleBroken.at("item", "commission.item.unknown", item)));
    }

    abstract Map<String, String> details(Asked asked);

    abstract String sampleName(Request request);

    abstract String judgedBy(String grade, Map<String, String> details);

    /** The form's field of a detail. */
    String field(String detail) {
        return detail;
    }

    /** Refuses what no edition of its product standard knows. */
    void requireProduct(String grade, Map<String, String> details) {}

    /** What else of the order decides the verdict, in words; empty where grade and size say it all. */
    String terms(Map<String, String> details) {
        return "";
    }

    /** Steel by its nominal diameter. */
    String spec(Request request) {
        return "Φ" + request.details().get("diameterMm") + " mm";
    }

    String testStandards() {
        return TEST_STANDARDS.get(item);
    }

    /** Strength of cubes and mortar depends on the age; steel has none. */
    boolean ages() {
        return this == CONCRETE || this == MORTAR || this == CEMENT;
    }

    String gradeField() {
        return gradeField;
    }

    String grade(Asked asked) {
        return asked.oneOf(gradeField, GRADES.get(item));
    }

    /** Specimens that a first test takes: some welds are bent as well as pulled. */
    int fewest(Map<String, String> details) {
        return Standards.bends(details.get("weldMethod")) ? 2 * fewest : fewest;
    }

    /** One commission is one sample: as many specimens as the method takes, or some to spare. */
    int count(Asked asked, Map<String, String> details) {
        int least = fewest(details);
        int count = asked.form().integer("specimenCount").orElse(least);
        if (count < least || count > most) {
            throw least == most
                    ? RuleBroken.at("specimenCount", "commission.specimens.exact", item.label(), most, count)
                    : RuleBroken.at("specimenCount", "commission.specimens.count", item.label(), least, most, count);
        }
        return count;
    }

    private static String diameter(Asked asked) {
        return asked.oneOf("diameterMm", DIAMETERS);
    }
}
