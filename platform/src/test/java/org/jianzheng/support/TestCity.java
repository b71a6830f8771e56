package org.jianzheng.support;

import java.util.Map;

/** Names of the city that is played in tests and by the local services. */
public final class TestCity {

    /** The laboratories, as their seals name them. */
    public static final Map<String, String> LABS = Map.of(
            "BJ01", "宝鸡市金台建设工程质量检测有限公司",
            "BJ02", "宝鸡市渭滨工程检测有限公司",
            "BJ03", "宝鸡市陈仓建材检测中心");

    private TestCity() {}
}
