package org.jianzheng.reporting.composing;

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
import java.util.TreeMap;
import org.jianzheng.reporting.print.Png;
import org.jianzheng.reporting.print.ReportModel;
import org.jianzheng.reporting.singles.SingleValues;

/** Reports as the six families print them, with figures from published tests. */
public final class ReportFixtures {

    static final String VERIFY_URL = "https://jianzheng.example.org.cn/v/" + "q".repeat(285);

    private static final String COMMON =
            """
            labName           宝鸡市建设工程质量检测中心有限公司
            cmaNo             260012345678
            certificateLine   资质证书号：陕建检字第 26001 号
            client            宝鸡渭滨建设投资有限公司
            commissionNo      BJ01-WT-2026-00001
            projectName       渭滨新城一期住宅及地下车库工程
            supervisionRegNo  BJZJ-2026-0187
            developer         宝鸡渭滨建设投资有限公司
            contractor        陕西建工第一建筑集团有限公司
            supervision       宝鸡华诚工程监理有限公司
            nature            建设单位委托（见证取样）
            part              3 号楼　主体结构五层 ①～⑨／Ⓐ～Ⓕ 轴墙、柱、梁、板
            sampler           陕西建工第一建筑集团有限公司　李志强（QY-2025-0456）
            witness           宝鸡华诚工程监理有限公司　王建国（JZ-2025-0123）
            sampleNo          BJ01-YP-2026-00001
            represents        98 m³
            specimenCount     3 块
            sampleState       表面平整，无缺棱掉角，标识、封志完好
            receivedOn        2026年11月22日
            testedOn          2026年11月23日
            reportedOn        2026年11月23日
            place             宝鸡市渭滨区高新大道 88 号 2 号楼力学室
            environment       温度 20.5 ℃　相对湿度 56 %
            equipment         微机控制电液伺服压力试验机 YAW-2000（BJ01-SB-0012），校准有效期至 2027年05月31日
            conclusion        该组试件所检项目符合设计强度等级的要求，判定为合格。
            remarks           成型日期由委托方申报；唯一性标识最早扫描时间 2026年10月26日 09:41。
            issuedLine        签发日期：2026年11月23日
            qrCaption         验真 jianzheng.example.org.cn
            testerName        张伟
            reviewerName      刘敏
            signatoryName     陈国栋
            footer            地址：宝鸡市渭滨区高新大道 88 号　电话：0917-3550000　邮编：721000
            """;

    private static final String CUBES =
            """
            set      | no | mark         | size        | area  | load  | strength | representative | rule                 | factor | percent
            第 %1$d 组 | 1  | 5T8KQ2M9V7X1 | 150×150×150 | 22500 | 787.5 | 35.0     | 35.6           | 三个单值的算术平均值 | 1.00   | 119
            第 %1$d 组 | 2  | 5T8KQ2M9V7X2 | 150×150×150 | 22500 | 801.2 | 35.6     | 35.6           | 三个单值的算术平均值 | 1.00   | 119
            第 %1$d 组 | 3  | 5T8KQ2M9V7X3 | 150×150×150 | 22500 | 812.6 | 36.1     | 35.6           | 三个单值的算术平均值 | 1.00   | 119
            """;

    private ReportFixtures() {}

    public static List<ReportModel> everyFamily() {
        return List.of(concrete(1), mortar(), cement(), rebar(), weld(), splice());
    }

    public static ReportModel concrete(int sets) {
        var rows = new ArrayList<Map<String, String>>();
        var items = new StringBuilder("no | item | requirement | result | verdict\n");
        for (int set = 1; set <= sets; set++) {
            rows.addAll(table(CUBES.formatted(set)));
            items.append("%1$d | 立方体抗压强度（第 %1$d 组） | ≥30.0 MPa | 35.6 MPa | 合格\n".formatted(set));
        }
        String facts =
                """
                title            混凝土立方体抗压强度检测报告
                reportNo         BJ01-HNT-2026-00001
                sampleName       混凝土立方体试件
                grade            C30
                size             150 mm × 150 mm × 150 mm
                madeOn           2026年10月26日（申报）
                age              28 d
                curing           标准养护（20±2 ℃，相对湿度 ≥95 %）
                methodStandards  GB/T 50081-2019《混凝土物理力学性能试验方法标准》
                judgedBy         GB/T 50107-2010《混凝土强度检验评定标准》；设计强度等级 C30
                """;
        return new ReportModel(
                SingleValues.ofEarlier("concrete", rows), facts(COMMON + facts), table(items.toString()), stamps());
    }

    public static ReportModel mortar() {
        return report(
                "mortar",
                """
                title            建筑砂浆立方体抗压强度检测报告
                reportNo         BJ01-SJ-2026-00001
                sampleName       砌筑砂浆试件
                grade            M10
                size             70.7 mm × 70.7 mm × 70.7 mm
                madeOn           2026年10月26日（申报）
                age              28 d
                methodStandards  JGJ/T 70-2009《建筑砂浆基本性能试验方法标准》
                judgedBy         GB 50203-2011《砌体结构工程施工质量验收规范》；设计强度等级 M10
                """,
                """
                set      | no | mark         | size           | area | load | strength | representative | rule                 | factor | percent
                第 1 组  | 1  | 7X2KQ2M9V7X1 | 70.7×70.7×70.7 | 4998 | 41.2 | 11.1     | 11.2           | 三个单值的算术平均值 | 1.35   | 112
                第 1 组  | 2  | 7X2KQ2M9V7X2 | 70.7×70.7×70.7 | 4998 | 43.5 | 11.7     | 11.2           | 三个单值的算术平均值 | 1.35   | 112
                第 1 组  | 3  | 7X2KQ2M9V7X3 | 70.7×70.7×70.7 | 4998 | 39.8 | 10.7     | 11.2           | 三个单值的算术平均值 | 1.35   | 112
                """,
                """
                no | item           | requirement | result   | verdict
                1  | 立方体抗压强度 | ≥10.0 MPa   | 11.2 MPa | 合格
                """);
    }

    static ReportModel cement() {
        return report(
                "cement",
                """
                title            水泥胶砂强度检测报告
                reportNo         BJ01-SN-2026-00001
                sampleName       通用硅酸盐水泥
                kind             普通硅酸盐水泥（P·O）
                grade            42.5
                manufacturer     关中水泥有限公司
                batchNo          P20261003
                madeOn           2026年10月26日（申报）
                methodStandards  GB/T 17671-2021《水泥胶砂强度检验方法（ISO法）》
                judgedBy         GB 175-2023《通用硅酸盐水泥》
                """,
                """
                age  | parameter       | v1   | v2   | v3   | v4   | v5   | v6   | representative | rule
                3 d  | 抗折强度 (MPa)  | 4.3  | 4.5  | 4.3  |      |      |      | 4.4            | 三条平均
                3 d  | 抗压强度 (MPa)  | 20.1 | 20.4 | 20.2 | 20.5 | 20.3 | 20.3 | 20.3           | 六块平均
                28 d | 抗折强度 (MPa)  | 7.0  | 7.2  | 7.1  |      |      |      | 7.1            | 三条平均
                28 d | 抗压强度 (MPa)  | 47.5 | 48.0 | 47.7 | 47.9 | 48.1 | 47.6 | 47.8           | 六块平均
                """,
                """
                no | item          | requirement | result   | verdict
                1  | 3 d 抗折强度  | ≥4.0 MPa    | 4.4 MPa  | 合格
                2  | 28 d 抗折强度 | ≥6.5 MPa    | 7.1 MPa  | 合格
                3  | 3 d 抗压强度  | ≥17.0 MPa   | 20.3 MPa | 合格
                4  | 28 d 抗压强度 | ≥42.5 MPa   | 47.8 MPa | 合格
                """);
    }

    public static ReportModel rebar() {
        return report(
                "rebar",
                """
                title            钢筋力学性能检测报告
                reportNo         BJ01-GJ-2026-00001
                sampleName       热轧带肋钢筋
                grade            HRB400E
                diameter         20 mm
                manufacturer     关中钢铁有限公司
                heatNo           2026-K1187
                methodStandards  GB/T 228.1-2021、GB/T 28900-2022
                judgedBy         GB 1499.2-2024《钢筋混凝土用钢 第2部分：热轧带肋钢筋》
                """,
                """
                no | mark         | diameter | area  | yieldForce | maxForce | rel | rm  | agt  | rmOverRel | relOverStandard
                1  | 5T8KQ2M9V7X1 | 20       | 314.2 | 138.2      | 191.5    | 440 | 610 | 12.7 | 1.39      | 1.10
                2  | 5T8KQ2M9V7X2 | 20       | 314.2 | 138.2      | 191.5    | 440 | 610 | 12.7 | 1.39      | 1.10
                """,
                """
                no | item               | requirement          | result       | verdict
                1  | 下屈服强度 ReL     | ≥400 MPa             | 440、440 MPa | 合格
                2  | 抗拉强度 Rm        | ≥540 MPa             | 610、610 MPa | 合格
                3  | 最大力总延伸率 Agt | ≥9.0 %               | 12.7、12.7 % | 合格
                4  | 强屈比             | ≥1.25                | 1.39、1.39   | 合格
                5  | 超屈比             | ≤1.30                | 1.10、1.10   | 合格
                6  | 弯曲性能           | 受弯部位外表面无裂纹 | 无裂纹       | 合格
                7  | 重量偏差           | ±4.5 %               | -4.0 %       | 合格
                """);
    }

    public static ReportModel weld() {
        return report(
                "weld",
                """
                title            钢筋焊接接头力学性能检测报告
                reportNo         BJ01-HJ-2026-00001
                sampleName       闪光对焊接头
                grade            HRB400
                diameter         20 mm
                kind             闪光对焊
                welder           周海涛（HG-2025-0311）
                bend             3 根，90°，裂纹宽度 0、0、0 mm
                methodStandards  JGJ/T 27-2014《钢筋焊接接头试验方法标准》
                judgedBy         JGJ 18-2012《钢筋焊接及验收规程》
                """,
                """
                no | mark         | diameter | area  | maxForce | strength | place | mode
                1  | 5T8KQ2M9V7X1 | 20       | 314.2 | 182.0    | 580      | 母材  | 延性断裂
                2  | 5T8KQ2M9V7X2 | 20       | 314.2 | 181.0    | 575      | 母材  | 延性断裂
                3  | 5T8KQ2M9V7X3 | 20       | 314.2 | 183.5    | 585      | 母材  | 延性断裂
                """,
                """
                no | item     | requirement      | result            | verdict
                1  | 抗拉强度 | ≥540 MPa         | 580、575、585 MPa | 合格
                2  | 弯曲性能 | 裂纹宽度＜0.5 mm | 均未破断          | 合格
                """);
    }

    static ReportModel splice() {
        return report(
                "splice",
                """
                title            钢筋机械连接接头力学性能检测报告
                reportNo         BJ01-JX-2026-00001
                sampleName       直螺纹套筒接头
                grade            HRB400E
                diameter         25 mm
                kind             剥肋滚轧直螺纹
                spliceClass      Ⅰ级
                methodStandards  JGJ 107-2016《钢筋机械连接技术规程》
                judgedBy         JGJ 107-2016《钢筋机械连接技术规程》
                """,
                """
                no | mark         | diameter | area  | maxForce | strength | failure
                1  | 5T8KQ2M9V7X1 | 25       | 490.9 | 290.0    | 590      | 钢筋拉断
                2  | 5T8KQ2M9V7X2 | 25       | 490.9 | 288.0    | 585      | 钢筋拉断
                3  | 5T8KQ2M9V7X3 | 25       | 490.9 | 292.0    | 595      | 钢筋拉断
                """,
                """
                no | item         | requirement          | result            | verdict
                1  | 极限抗拉强度 | ≥540 MPa（钢筋拉断） | 590、585、595 MPa | 合格
                """);
    }

    private static ReportModel report(String family, String facts, String rows, String items) {
        return new ReportModel(
                SingleValues.ofEarlier(family, table(rows)), facts(COMMON + facts), table(items), stamps());
    }

    /** A line each: key, blanks, value. */
    private static Map<String, String> facts(String lines) {
        var facts = new HashMap<>(Map.of("declarations", Composer.DECLARATIONS));
        lines.lines().map(line -> line.split(" +", 2)).forEach(fact -> facts.put(fact[0], fact[1]));
        return facts;
    }

    /** Keys in the first line, values in the others; an empty cell is an absent value. */
    private static List<Map<String, String>> table(String lines) {
        var cells = lines.lines().map(line -> line.split("\\|")).toList();
        return cells.stream().skip(1).map(line -> row(cells.get(0), line)).toList();
    }

    private static Map<String, String> row(String[] keys, String[] values) {
        var row = new TreeMap<String, String>();
        for (int i = 0; i < keys.length; i++) {
            if (!values[i].isBlank()) {
                row.put(keys[i].strip(), values[i].strip());
            }
        }
        return row;
    }

    private static ReportModel.Stamps stamps() {
        var signatures = Map.of(
                "tester", SignatureImage.of("张伟"),
                "reviewer", SignatureImage.of("刘敏"),
                "signatory", SignatureImage.of("陈国栋"));
        return new ReportModel.Stamps(signatures, seal(), VERIFY_URL);
    }

    /** Any round red picture will do here: the real one is drawn where the keys are. */
    private static byte[] seal() {
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
