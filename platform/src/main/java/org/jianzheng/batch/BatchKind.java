package org.jianzheng.batch;

import java.util.Arrays;
import java.util.Optional;

/** The two materials whose groups are judged together, and not only one by one. */
public enum BatchKind {
    /** GB/T 50107-2010. */
    CONCRETE("concrete-cube", "concrete-batch", "混凝土立方体抗压强度"),
    /** GB 50203-2011, 4.0.12. */
    MORTAR("mortar-cube", "mortar-batch", "砂浆立方体抗压强度");

    private final String item;
    private final String method;
    private final String titled;

    BatchKind(String item, String method, String titled) {
        this.item = item;
        this.method = method;
        this.titled = titled;
    }

    /** The material whose reports have this title. */
    static Optional<BatchKind> ofTitle(String title) {
        return Arrays.stream(values())
                .filter(kind -> title != null && title.contains(kind.titled))
                .findFirst();
    }

    /** Which tests make its groups. */
    String item() {
        return item;
    }

    /** The standards' method that evaluates it. */
    String method() {
        return method;
    }
}
