package org.jianzheng.standards;

import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.springframework.stereotype.Service;

/** Evaluates test results by the methods of the standards. Holds no state; any thread may use it. */
@Service
public class Standards {

    /**
     * Evaluates one test. Decimals may be strings or exact numbers (never {@code double}); null means absent.
     *
     * @param method one of {@link #methods()}
     * @throws RuleBroken naming the field, such as {@code loadsKn[1]}, when an input is missing, unknown or malformed
     */
    public Evaluation evaluate(String method, Map<String, ?> inputs) {
        throw RuleBroken.at("method", "standards.method.unknown", method);
    }

    /** Wire names of the methods, in the order the trial page offers them. */
    public List<String> methods() {
        return List.of();
    }
}
