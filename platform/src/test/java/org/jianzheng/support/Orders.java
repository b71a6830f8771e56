package org.jianzheng.support;

import java.util.HashMap;
import java.util.Map;

/** Commission forms of the demo city, filled in as the commissioner would. */
public final class Orders {

    private Orders() {}

    /** Three 150 mm cubes of C30 for the first project, at BJ01. */
    public static Map<String, Object> concrete() {
        return of(DemoTest.CONCRETE);
    }

    /** For the first project, at BJ01; may be changed. */
    public static Map<String, Object> of(DemoTest test) {
        Map<String, Object> form = new HashMap<>(test.commission());
        form.put("projectCode", DemoCity.PROJECT);
        form.put("labCode", "BJ01");
        form.put("nature", "DEVELOPER");
        form.put("unitWorks", "3号楼");
        form.put("part", "三层框架柱 KZ-1～KZ-12");
        form.put("represents", lot(test.family()));
        form.put("contact", "陈思远");
        form.put("phone", "0917-3401001");
        form.put("reportCopies", 3);
        return form;
    }

    // What one set of specimens stands for, by the materials' acceptance standards.
    private static String lot(String family) {
        return switch (family) {
            case "REBAR" -> "60 t";
            case "CEMENT", "CEMENT_PHYSICAL" -> "200 t";
            case "COVER" -> "120 件";
            case "WELD" -> "300 个接头";
            case "SPLICE" -> "500 个接头";
            case "MORTAR" -> "250 m³";
            default -> "100 m³";
        };
    }
}
