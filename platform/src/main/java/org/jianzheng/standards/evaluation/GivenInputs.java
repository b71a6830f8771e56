package org.jianzheng.standards.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Inputs that fit their declaration, by name; an absent one is null (lists: empty). */
@SuppressWarnings("unchecked") // InputReader has put there what each field declares
public record GivenInputs(String path, Map<String, Object> values) {

    public boolean has(String name) {
        return values.get(name) != null;
    }

    public BigDecimal decimal(String name) {
        return (BigDecimal) values.get(name);
    }

    public List<BigDecimal> decimals(String name) {
        return (List<BigDecimal>) values.getOrDefault(name, List.of());
    }

    public String choice(String name) {
        return (String) values.get(name);
    }

    public String choiceOr(String name, String usual) {
        return has(name) ? choice(name) : usual;
    }

    public boolean flag(String name) {
        return (Boolean) values.get(name);
    }

    public List<Boolean> flags(String name) {
        return (List<Boolean>) values.getOrDefault(name, List.of());
    }

    public GivenInputs group(String name) {
        return (GivenInputs) values.get(name);
    }

    public List<GivenInputs> groups(String name) {
        return (List<GivenInputs>) values.getOrDefault(name, List.of());
    }
}
