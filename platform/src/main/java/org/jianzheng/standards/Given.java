package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Inputs that fit their declaration, by name; an absent one is null (lists: empty). */
@SuppressWarnings("unchecked") // InputReader has put there what each field declares
record Given(String path, Map<String, Object> values) {

    boolean has(String name) {
        return values.get(name) != null;
    }

    BigDecimal decimal(String name) {
        return (BigDecimal) values.get(name);
    }

    List<BigDecimal> decimals(String name) {
        return (List<BigDecimal>) values.getOrDefault(name, List.of());
    }

    String choice(String name) {
        return (String) values.get(name);
    }

    String choiceOr(String name, String usual) {
        return has(name) ? choice(name) : usual;
    }

    boolean flag(String name) {
        return (Boolean) values.get(name);
    }

    List<Boolean> flags(String name) {
        return (List<Boolean>) values.getOrDefault(name, List.of());
    }

    Given group(String name) {
        return (Given) values.get(name);
    }

    List<Given> groups(String name) {
        return (List<Given>) values.getOrDefault(name, List.of());
    }
}
