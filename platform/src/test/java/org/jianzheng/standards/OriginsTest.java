package org.jianzheng.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jianzheng.standards.evaluation.InputField;
import org.junit.jupiter.api.Test;

/** Who gives each input of each method: what changes here changes what a tester may type. */
class OriginsTest {

    private final Standards standards = new Standards();

    @Test
    void everyInputHasTheOriginOnRecord() throws IOException {
        List<String> now = standards.methods().stream().flatMap(this::lines).toList();

        assertThat(now).containsExactlyElementsOf(golden());
    }

    @Test
    void aPolicyAnswersAQuestionThatTheResultKeeps() {
        standards.methods().stream()
                .flatMap(method -> leaves("", standards.inputs(method)))
                .map(Leaf::field)
                .forEach(field -> assertThat(field.source().question())
                        .as(field.name())
                        .matches(field.origin() == InputField.Origin.POLICY ? "D([1-9]|1[0-7])" : ""));
    }

    private record Leaf(String path, InputField field) {

        String line(String method) {
            return String.join(
                            " ",
                            method,
                            path,
                            field.origin().name(),
                            field.source().question())
                    .strip();
        }
    }

    private Stream<String> lines(String method) {
        return leaves("", standards.inputs(method)).map(leaf -> leaf.line(method));
    }

    private static Stream<Leaf> leaves(String prefix, List<InputField> fields) {
        return fields.stream()
                .flatMap(field -> field.kind() == InputField.Kind.GROUP
                        ? leaves(prefix + field.name() + ".", field.members())
                        : Stream.of(new Leaf(prefix + field.name(), field)));
    }

    private static List<String> golden() throws IOException {
        try (var file = OriginsTest.class.getResourceAsStream("/standards/origins.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
