package org.jianzheng.reporting;

import java.util.Locale;

/** The six kinds of report: their title, the letters in their numbers, and the template of their single values. */
enum ReportFamily {
    CONCRETE("HNT", "混凝土立方体抗压强度检测报告"),
    MORTAR("SJ", "建筑砂浆立方体抗压强度检测报告"),
    CEMENT("SN", "水泥胶砂强度检测报告"),
    REBAR("GJ", "钢筋力学性能检测报告"),
    WELD("HJ", "钢筋焊接接头力学性能检测报告"),
    SPLICE("JX", "钢筋机械连接接头力学性能检测报告");

    private final String numberKind;
    private final String title;

    ReportFamily(String numberKind, String title) {
        this.numberKind = numberKind;
        this.title = title;
    }

    String numberKind() {
        return numberKind;
    }

    String title() {
        return title;
    }

    String template() {
        return name().toLowerCase(Locale.ROOT);
    }
}
