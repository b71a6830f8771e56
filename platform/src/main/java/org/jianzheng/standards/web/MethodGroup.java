package org.jianzheng.standards.web;

import java.util.Arrays;
import java.util.List;
import org.jianzheng.standards.MethodWords;

/** Methods as people look for them: by material. */
record MethodGroup(String name, List<Entry> methods) {

    record Entry(String method, String name) {}

    static List<MethodGroup> all(MethodWords words) {
        return List.of(
                of(words, "concrete", "concrete-cube", "concrete-batch", "concrete-permeability", "concrete-flexural"),
                of(words, "mortar", "mortar-cube", "mortar-batch"),
                of(words, "cement", "cement-flexural", "cement-compressive", "cement-class", "cement-physical"),
                of(
                        words,
                        "rebar",
                        "rebar-tensile",
                        "rebar-bend",
                        "rebar-mass-deviation",
                        "rebar-lot",
                        "yield-point",
                        "rebar-straightened"),
                of(words, "joints", "weld-tensile", "weld-bend", "mechanical-splice", "weld-tee"),
                of(words, "structure", "cover-thickness"),
                of(words, "aggregate", "sand-grading", "sand-properties", "gravel-properties"),
                of(words, "soil", "soil-compaction", "proctor"),
                of(words, "brick", "fired-brick", "concrete-block", "aac-block"),
                of(words, "tools", "open-item", "rounding"));
    }

    private static MethodGroup of(MethodWords words, String family, String... methods) {
        return new MethodGroup(
                words.say("standards.family." + family),
                Arrays.stream(methods)
                        .map(method -> new Entry(method, words.method(method)))
                        .toList());
    }
}
