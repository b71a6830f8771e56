package org.jianzheng.standards;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Verdict;

/** Short ways for tests to try a method. */
public final class Trials {

    private static final Standards STANDARDS = new Standards();

    private Trials() {}

    /** Inputs in pairs of name and value. */
    public static Map<String, Object> inputs(Object... pairs) {
        Map<String, Object> inputs = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            inputs.put((String) pairs[i], pairs[i + 1]);
        }
        return inputs;
    }

    public static Map<String, Object> with(Map<String, Object> inputs, Object... pairs) {
        Map<String, Object> changed = new HashMap<>(inputs);
        changed.putAll(inputs(pairs));
        return changed;
    }

    public static Evaluation evaluate(String method, Map<String, Object> inputs) {
        return STANDARDS.evaluate(method, inputs);
    }

    public static Object member(String method, Map<String, Object> inputs, String member) {
        return evaluate(method, inputs).outcome().get(member);
    }

    public static String verdict(String method, Map<String, Object> inputs) {
        Verdict verdict = evaluate(method, inputs).verdict();
        return verdict == null ? null : verdict.name();
    }

    public static void refused(String method, Map<String, Object> inputs, String field) {
        refused(() -> evaluate(method, inputs), field);
    }

    public static void refused(String method, Map<String, Object> inputs, String field, String code) {
        Assertions.assertThatThrownBy(() -> evaluate(method, inputs))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    Assertions.assertThat(broken.field()).contains(field);
                    Assertions.assertThat(broken.code()).isEqualTo(code);
                });
    }

    public static void refused(Supplier<?> trial, String field) {
        Assertions.assertThatThrownBy(trial::get)
                .isInstanceOfSatisfying(RuleBroken.class, broken -> Assertions.assertThat(broken.field())
                        .contains(field));
    }

    public static List<String> texts(String joined) {
        return List.of(joined.split(" "));
    }
}
