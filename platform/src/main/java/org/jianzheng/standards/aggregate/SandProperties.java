package org.jianzheng.standards.aggregate;

import java.util.List;
import java.util.stream.Stream;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.Method;

/** Clay and lumps of clay in natural sand, JGJ 52-2006 or GB/T 14684-2022. */
public final class SandProperties implements Method {

    @Override
    public String name() {
        return "sand-properties";
    }

    @Override
    public List<InputField> inputs() {
        return Stream.concat(
                        Aggregates.ordered("SAND", "sandClass").stream(),
                        Stream.of(Aggregates.washed("clay"), Aggregates.washed("lumps")))
                .toList();
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        Aggregates sand = Aggregates.of(new AnswerSheet(this), given, "SAND", "sandClass");
        sand.requireSomething(List.of("clay", "lumps"));
        sand.washedPair("clay");
        sand.washedPair("lumps");
        return sand.done();
    }
}
