package org.jianzheng.testing.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.catalogue.MethodFolders;
import org.jianzheng.standards.catalogue.RecordStage;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.support.FormFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tester who is checked by a result gives only what is read off and typed. No path of the engine takes a key that the
 * form does not declare; this is what the forms declare.
 */
class NotTypedTest {

    private static final Standards STANDARDS = new Standards();

    static List<TestItem> items() {
        return MethodFolders.ofTheJar().read();
    }

    @ParameterizedTest
    @MethodSource("items")
    void noRecordFormAsksForAnInputOfAnotherOrigin(TestItem item) {
        Set<String> others = item.evaluations().stream()
                .flatMap(method -> leaves(STANDARDS.inputs(method)))
                .filter(field ->
                        field.origin() != InputField.Origin.TYPED && field.origin() != InputField.Origin.MACHINE)
                .map(InputField::name)
                .collect(Collectors.toSet());
        assertThat(others).as("inputs that the order or a policy gives").isNotEmpty();
        for (RecordStage stage : item.stages()) {
            assertThat(FormFile.fields(ComposedRecordForms.id(item.code(), stage.code())))
                    .extracting(FormFile.Field::key)
                    .as(item.code() + " " + stage.code())
                    .doesNotContainAnyElementsOf(others);
        }
    }

    private static Stream<InputField> leaves(List<InputField> fields) {
        return fields.stream()
                .flatMap(field -> field.kind() == InputField.Kind.GROUP ? leaves(field.members()) : Stream.of(field));
    }
}
