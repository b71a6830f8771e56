package org.jianzheng.qualification;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a laboratory may be asked to test. All six stand in two specialities of the qualification standard (建筑材料及构配件
 * and 市政工程材料); a scope in either will do.
 */
public enum Item {
    CONCRETE_CUBE("concrete-cube", "CONCRETE", "concrete-cube", "混凝土立方体抗压强度"),
    MORTAR_CUBE("mortar-cube", "MORTAR", "mortar-cube", "砂浆立方体抗压强度"),
    CEMENT("cement", "CEMENT", "cement-compressive", "水泥胶砂强度"),
    REBAR("rebar", "REBAR", "rebar-tensile", "钢筋力学性能与重量偏差"),
    WELD("weld", "WELD", "weld-tensile", "钢筋焊接接头"),
    SPLICE("splice", "SPLICE", "mechanical-splice", "钢筋机械连接接头");

    private final String code;
    private final String family;
    private final String method;
    private final String label;

    Item(String code, String family, String method, String label) {
        this.code = code;
        this.family = family;
        this.method = method;
        this.label = label;
    }

    public static Optional<Item> of(String code) {
        return Arrays.stream(values()).filter(item -> item.code.equals(code)).findFirst();
    }

    /** Of those codes, in the order of this list: the same everywhere. */
    static String labels(Set<String> codes) {
        return Arrays.stream(values())
                .filter(item -> codes.contains(item.code))
                .map(Item::label)
                .collect(Collectors.joining("、"));
    }

    public String code() {
        return code;
    }

    /** Decides form, raw record and report template: {@code CONCRETE}, {@code MORTAR}, … */
    public String family() {
        return family;
    }

    /** The evaluation of {@code standards} that a specimen's force goes into. */
    public String method() {
        return method;
    }

    /** Its name in records and printed documents, which are Chinese in every language of the pages. */
    public String label() {
        return label;
    }
}
