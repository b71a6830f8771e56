package org.jianzheng.reporting;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reports as the six families print them, with figures from published tests. */
final class ReportFixtures {

    static final String VERIFY_URL = "https://jianzheng.example.org.cn/v/" + "q".repeat(285);

    private ReportFixtures() {}

    static ReportModel concrete(int sets) {
        var rows = new ArrayList<Map<String, String>>();
        for (int set = 1; set <= sets; set++) {
            for (int cube = 1; cube <= 3; cube++) {
                rows.add(Map.ofEntries(
                        Map.entry("set", "第 " + set + " 组"),
                        Map.entry("no", "" + cube),
                        Map.entry("mark", "5T8KQ2M9V7XD"),
                        Map.entry("size", "150×150×150"),
                        Map.entry("area", "22500"),
                        Map.entry("load", List.of("787.5", "801.2", "812.6").get(cube - 1)),
                        Map.entry("strength", List.of("35.0", "35.6", "36.1").get(cube - 1)),
                        Map.entry("representative", "35.6"),
                        Map.entry("rule", "三个单值的算术平均值"),
                        Map.entry("factor", "1.00"),
                        Map.entry("percent", "119")));
            }
        }
        var text = common("混凝土立方体抗压强度检测报告", "BJ01-HNT-2026-00001");
        text.putAll(Map.of(
                "sampleName", "混凝土立方体试件",
                "grade", "C30",
                "size", "150 mm × 150 mm × 150 mm",
                "madeOn", "2026年10月26日（申报）",
                "age", "28 d",
                "curing", "标准养护（20±2 ℃，相对湿度 ≥95 %）",
                "methodStandards", "GB/T 50081-2019《混凝土物理力学性能试验方法标准》",
                "judgedBy", "GB/T 50107-2010《混凝土强度检验评定标准》；设计强度等级 C30"));
        var items = IntStream.rangeClosed(1, sets)
                .mapToObj(set -> item(set, sets == 1 ? "立方体抗压强度" : "立方体抗压强度（第 " + set + " 组）", "≥30.0 MPa", "35.6 MPa"))
                .toList();
        return new ReportModel("concrete", text, rows, items, stamps());
    }

    static ReportModel mortar() {
        var rows = IntStream.range(0, 3)
                .<Map<String, String>>mapToObj(i -> Map.ofEntries(
                        Map.entry("set", "第 1 组"),
                        Map.entry("no", "" + (i + 1)),
                        Map.entry("mark", "7X2KQ2M9V7X" + i),
                        Map.entry("size", "70.7×70.7×70.7"),
                        Map.entry("area", "4998"),
                        Map.entry("load", List.of("41.2", "43.5", "39.8").get(i)),
                        Map.entry("strength", List.of("11.1", "11.7", "10.7").get(i)),
                        Map.entry("representative", "11.2"),
                        Map.entry("rule", "三个单值的算术平均值"),
                        Map.entry("factor", "1.35"),
                        Map.entry("percent", "112")))
                .toList();
        var text = common("建筑砂浆立方体抗压强度检测报告", "BJ01-SJ-2026-00001");
        text.putAll(Map.of(
                "sampleName", "砌筑砂浆试件",
                "grade", "M10",
                "size", "70.7 mm × 70.7 mm × 70.7 mm",
                "madeOn", "2026年10月26日（申报）",
                "age", "28 d",
                "methodStandards", "JGJ/T 70-2009《建筑砂浆基本性能试验方法标准》",
                "judgedBy", "GB 50203-2011《砌体结构工程施工质量验收规范》；设计强度等级 M10"));
        return new ReportModel("mortar", text, rows, List.of(item(1, "立方体抗压强度", "≥10.0 MPa", "11.2 MPa")), stamps());
    }

    static ReportModel cement() {
        List<Map<String, String>> rows = List.of(
                strength("3 d", "抗折强度 (MPa)", "4.4", "4.3", "4.5", "4.3"),
                strength("3 d", "抗压强度 (MPa)", "20.3", "20.1", "20.4", "20.2", "20.5", "20.3", "20.3"),
                strength("28 d", "抗折强度 (MPa)", "7.1", "7.0", "7.2", "7.1"),
                strength("28 d", "抗压强度 (MPa)", "47.8", "47.5", "48.0", "47.7", "47.9", "48.1", "47.6"));
        var text = common("水泥胶砂强度检测报告", "BJ01-SN-2026-00001");
        text.putAll(Map.of(
                "sampleName", "通用硅酸盐水泥",
                "kind", "普通硅酸盐水泥（P·O）",
                "grade", "42.5",
                "manufacturer", "关中水泥有限公司",
                "batchNo", "P20261003",
                "methodStandards", "GB/T 17671-2021《水泥胶砂强度检验方法（ISO法）》",
                "judgedBy", "GB 175-2023《通用硅酸盐水泥》"));
        return new ReportModel(
                "cement",
                text,
                rows,
                List.of(
                        item(1, "3 d 抗折强度", "≥4.0 MPa", "4.4 MPa"),
                        item(2, "28 d 抗折强度", "≥6.5 MPa", "7.1 MPa"),
                        item(3, "3 d 抗压强度", "≥17.0 MPa", "20.3 MPa"),
                        item(4, "28 d 抗压强度", "≥42.5 MPa", "47.8 MPa")),
                stamps());
    }

    private static Map<String, String> strength(String age, String parameter, String result, String... singles) {
        var line = new HashMap<>(Map.of(
                "age",
                age,
                "parameter",
                parameter,
                "representative",
                result,
                "rule",
                singles.length == 3 ? "三条平均" : "六块平均"));
        for (int i = 0; i < singles.length; i++) {
            line.put("v" + (i + 1), singles[i]);
        }
        return line;
    }

    static ReportModel rebar() {
        var rows = IntStream.range(0, 2)
                .<Map<String, String>>mapToObj(i -> Map.ofEntries(
                        Map.entry("no", "" + (i + 1)),
                        Map.entry("mark", "5T8KQ2M9V7X" + i),
                        Map.entry("diameter", "20"),
                        Map.entry("area", "314.2"),
                        Map.entry("yieldForce", "138.2"),
                        Map.entry("maxForce", "191.5"),
                        Map.entry("rel", "440"),
                        Map.entry("rm", "610"),
                        Map.entry("agt", "12.7"),
                        Map.entry("rmOverRel", "1.39"),
                        Map.entry("relOverStandard", "1.10")))
                .toList();
        var text = common("钢筋力学性能检测报告", "BJ01-GJ-2026-00001");
        text.putAll(Map.of(
                "sampleName", "热轧带肋钢筋",
                "grade", "HRB400E",
                "diameter", "20 mm",
                "manufacturer", "关中钢铁有限公司",
                "heatNo", "2026-K1187",
                "bend", "2 根，180°，弯心 4d，无裂纹",
                "mass", "-4.0 %",
                "methodStandards", "GB/T 228.1-2021、GB/T 28900-2022",
                "judgedBy", "GB 1499.2-2024《钢筋混凝土用钢 第2部分：热轧带肋钢筋》"));
        return new ReportModel(
                "rebar",
                text,
                rows,
                List.of(
                        item(1, "下屈服强度 ReL", "≥400 MPa", "440、440 MPa"),
                        item(2, "抗拉强度 Rm", "≥540 MPa", "610、610 MPa"),
                        item(3, "最大力总延伸率 Agt", "≥9.0 %", "12.7、12.7 %"),
                        item(4, "强屈比 / 屈标比", "≥1.25 / ≤1.30", "1.39 / 1.10"),
                        item(5, "弯曲性能", "受弯部位外表面无裂纹", "无裂纹"),
                        item(6, "重量偏差", "±4.5 %", "-4.0 %")),
                stamps());
    }

    static ReportModel weld() {
        var rows = IntStream.range(0, 3)
                .<Map<String, String>>mapToObj(i -> Map.of(
                        "no",
                        "" + (i + 1),
                        "mark",
                        "5T8KQ2M9V7X" + i,
                        "diameter",
                        "20",
                        "area",
                        "314.2",
                        "maxForce",
                        List.of("182.0", "181.0", "183.5").get(i),
                        "strength",
                        List.of("580", "575", "585").get(i),
                        "place",
                        "母材",
                        "mode",
                        "延性断裂"))
                .toList();
        var text = common("钢筋焊接接头力学性能检测报告", "BJ01-HJ-2026-00001");
        text.putAll(Map.of(
                "sampleName", "闪光对焊接头",
                "grade", "HRB400",
                "kind", "闪光对焊",
                "welder", "周海涛（HG-2025-0311）",
                "bend", "3 根，90°，裂纹宽度 0、0、0 mm",
                "methodStandards", "JGJ/T 27-2014《钢筋焊接接头试验方法标准》",
                "judgedBy", "JGJ 18-2012《钢筋焊接及验收规程》"));
        return new ReportModel(
                "weld",
                text,
                rows,
                List.of(item(1, "抗拉强度", "≥540 MPa", "580、575、585 MPa"), item(2, "弯曲性能", "裂纹宽度＜0.5 mm", "均未破断")),
                stamps());
    }

    static ReportModel splice() {
        var rows = IntStream.range(0, 3)
                .<Map<String, String>>mapToObj(i -> Map.of(
                        "no",
                        "" + (i + 1),
                        "mark",
                        "5T8KQ2M9V7X" + i,
                        "diameter",
                        "25",
                        "area",
                        "490.9",
                        "maxForce",
                        List.of("290.0", "288.0", "292.0").get(i),
                        "strength",
                        List.of("590", "585", "595").get(i),
                        "failure",
                        "钢筋拉断"))
                .toList();
        var text = common("钢筋机械连接接头力学性能检测报告", "BJ01-JX-2026-00001");
        text.putAll(Map.of(
                "sampleName", "直螺纹套筒接头",
                "grade", "HRB400E",
                "kind", "剥肋滚轧直螺纹",
                "spliceClass", "Ⅰ级",
                "methodStandards", "JGJ 107-2016《钢筋机械连接技术规程》",
                "judgedBy", "JGJ 107-2016《钢筋机械连接技术规程》"));
        return new ReportModel(
                "splice", text, rows, List.of(item(1, "极限抗拉强度", "≥540 MPa（钢筋拉断）", "590、585、595 MPa")), stamps());
    }

    static List<ReportModel> everyFamily() {
        return List.of(concrete(1), mortar(), cement(), rebar(), weld(), splice());
    }

    static Map<String, String> item(int no, String item, String requirement, String result) {
        return Map.of("no", "" + no, "item", item, "requirement", requirement, "result", result, "verdict", "合格");
    }

    private static Map<String, String> common(String title, String reportNo) {
        var text = new HashMap<String, String>();
        text.put("labName", "宝鸡市建设工程质量检测中心有限公司");
        text.put("title", title);
        text.put("cmaNo", "260012345678");
        text.put("certificateLine", "资质证书号：陕建检字第 26001 号");
        text.put("reportNo", reportNo);
        text.put("client", "宝鸡渭滨建设投资有限公司");
        text.put("commissionNo", "BJ01-WT-2026-00001");
        text.put("projectName", "渭滨新城一期住宅及地下车库工程");
        text.put("supervisionRegNo", "BJZJ-2026-0187");
        text.put("developer", "宝鸡渭滨建设投资有限公司");
        text.put("contractor", "陕西建工第一建筑集团有限公司");
        text.put("supervision", "宝鸡华诚工程监理有限公司");
        text.put("nature", "建设单位委托（见证取样）");
        text.put("part", "3 号楼　主体结构五层 ①～⑨／Ⓐ～Ⓕ 轴墙、柱、梁、板");
        text.put("sampler", "陕西建工第一建筑集团有限公司　李志强（QY-2025-0456）");
        text.put("witness", "宝鸡华诚工程监理有限公司　王建国（JZ-2025-0123）");
        text.put("sampleNo", "BJ01-YP-2026-00001");
        text.put("represents", "98 m³");
        text.put("specimenCount", "3 块");
        text.put("sampleState", "表面平整，无缺棱掉角，标识、封志完好");
        text.put("receivedOn", "2026年11月22日");
        text.put("testedOn", "2026年11月23日");
        text.put("reportedOn", "2026年11月23日");
        text.put("place", "宝鸡市渭滨区高新大道 88 号 2 号楼力学室");
        text.put("environment", "温度 20.5 ℃　相对湿度 56 %");
        text.put("equipment", "微机控制电液伺服压力试验机 YAW-2000（BJ01-SB-0012），校准有效期至 2027年05月31日");
        text.put("conclusion", "该组试件所检项目符合 C30 设计强度等级要求，判定为合格。");
        text.put("remarks", "成型日期由委托方申报；唯一性标识最早扫描时间 2026年10月26日 09:41。");
        text.put(
                "declarations",
                """
                声明：
                1. 报告无检测专用章、无检测/审核/批准签字无效；
                2. 报告涂改、增删无效，复制未重新加盖检测专用章无效；
                3. 检测结果仅对所送（取）样品负责；
                4. 对报告有异议的，应于收到报告之日起 15 日内提出；
                5. 扫描左侧二维码或访问验真页面可核验本报告真伪与状态。""");
        text.put("issuedLine", "签发日期：2026年11月23日");
        text.put("qrCaption", "扫码验真");
        text.put("testerName", "张伟");
        text.put("reviewerName", "刘敏");
        text.put("signatoryName", "陈国栋");
        text.put("footer", "地址：宝鸡市渭滨区高新大道 88 号　电话：0917-3550000　邮编：721000");
        return text;
    }

    static ReportModel.Stamps stamps() {
        return new ReportModel.Stamps(
                Map.of(
                        "tester",
                        SignatureImage.of("张伟"),
                        "reviewer",
                        SignatureImage.of("刘敏"),
                        "signatory",
                        SignatureImage.of("陈国栋")),
                seal(),
                VERIFY_URL);
    }

    /** Any round red picture will do here: the real one is drawn where the keys are. */
    static byte[] seal() {
        var image = new BufferedImage(700, 700, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xC8102E));
        pen.setStroke(new BasicStroke(18));
        pen.draw(new Ellipse2D.Double(20, 20, 660, 660));
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, 300));
        pen.drawString("★", 200, 450);
        pen.dispose();
        return Png.of(image);
    }
}
