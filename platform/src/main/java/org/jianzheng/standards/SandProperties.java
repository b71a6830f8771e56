package org.jianzheng.standards;

import java.util.List;
import java.util.stream.Stream;

/** Clay and lumps of clay in natural sand, JGJ 52-2006 or GB/T 14684-2022. */
final class SandProperties implements Method {

    @Override
    public String name() {
        return "sand-properties";
    }

    @Override
    public List<Field> inputs() {
        return Stream.concat(
                        Aggregates.ordered("SAND", "sandClass").stream(),
                        Stream.of(Aggregates.washed("clay"), Aggregates.washed("lumps")))
                .toList();
    }

    @Override
    public Evaluation evaluate(Given given) {
        Aggregates sand = Aggregates.of(new Sheet(this), given, "SAND", "sandClass");
        sand.requireSomething(List.of("clay", "lumps"));
        sand.washedPair("clay");
        sand.washedPair("lumps");
        return sand.done();
    }
}
