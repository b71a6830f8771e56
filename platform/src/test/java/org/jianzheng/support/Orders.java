package org.jianzheng.support;

import java.util.HashMap;
import java.util.Map;

/** Commission forms of the demo city, filled in as the commissioner would. */
public final class Orders {

    private Orders() {}

    /** Three 150 mm cubes of C30 for the first project, at BJ01. */
    public static Map<String, Object> concrete() {
        Map<String, Object> form = common("concrete-cube");
        form.put("concreteGrade", "C30");
        form.put("sizeMm", "150");
        form.put("curing", "STANDARD");
        form.put("ageDays", 28);
        form.put("represents", "100 m³");
        return form;
    }

    public static Map<String, Object> mortar() {
        Map<String, Object> form = common("mortar-cube");
        form.put("mortarGrade", "M10");
        form.put("k", "1.35");
        form.put("represents", "250 m³");
        return form;
    }

    public static Map<String, Object> cement() {
        Map<String, Object> form = common("cement");
        form.put("cementKind", "普通硅酸盐水泥 P·O");
        form.put("cementClass", "42.5");
        form.put("cementEdition", "GB175-2023");
        form.put("represents", "200 t");
        form.put("specimenCount", 6);
        return form;
    }

    public static Map<String, Object> rebar() {
        Map<String, Object> form = bar("rebar");
        form.put("barEdition", "GB1499.2-2024");
        form.put("represents", "60 t");
        return form;
    }

    public static Map<String, Object> weld() {
        Map<String, Object> form = bar("weld");
        form.put("weldMethod", "闪光对焊");
        form.put("represents", "300 个接头");
        form.put("specimenCount", 6);
        return form;
    }

    public static Map<String, Object> splice() {
        Map<String, Object> form = bar("splice");
        form.put("splice", "I");
        form.put("connection", "直螺纹套筒连接");
        form.put("represents", "500 个接头");
        return form;
    }

    private static Map<String, Object> bar(String item) {
        Map<String, Object> form = common(item);
        form.put("barGrade", "HRB400E");
        form.put("diameterMm", "20");
        return form;
    }

    private static Map<String, Object> common(String item) {
        Map<String, Object> form = new HashMap<>();
        form.put("projectCode", DemoCity.PROJECT);
        form.put("labCode", "BJ01");
        form.put("nature", "DEVELOPER");
        form.put("item", item);
        form.put("unitWorks", "1# 住宅楼");
        form.put("part", "三层 3～9/A～D 轴梁、板");
        form.put("contact", "陈思远");
        form.put("phone", "0917-3401001");
        return form;
    }
}
