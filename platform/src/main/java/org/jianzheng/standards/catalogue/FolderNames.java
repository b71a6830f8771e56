package org.jianzheng.standards.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.evaluation.InputField;

/** That a folder names only what there is, and leaves out nothing that its evaluation must have: else a case would find out. */
final class FolderNames {

    private static final Standards STANDARDS = new Standards();
    private static final Set<String> VERDICTS = Set.of("PASS", "FAIL", "INVALID", "RETEST", "REFER", "PENDING");
    private static final Set<String> OF_A_COMBINATION = Set.of("standard", "sample");
    private static final Pattern BAR = Pattern.compile("\\|");

    private FolderNames() {}

    /** @throws IllegalStateException naming the key and what is wrong with it */
    static void check(TestItem item) {
        requireAll(item, "evaluations", item.evaluations(), STANDARDS.methods());
        requireAll(
                item,
                "standards",
                standards(item).filter(FolderNames::isUnknown).toList(),
                List.of());
        requireAll(item, "order.fields", List.of("grade"), names(item));
        requireAll(item, "stages.after", verdicts(item), VERDICTS);
        item.combinations().forEach(row -> combination(item, row));
        if (item.result() != null) {
            requireAll(item, "order.fields", needed(item, true), names(item));
            requireAll(item, "stages.inputs", needed(item, false), recorded(item));
        }
    }

    private static Stream<String> standards(TestItem item) {
        return Stream.of(
                        item.standards().test().stream(),
                        item.standards().judged().stream(),
                        item.combinations().stream().map(row -> row.get("standard")))
                .flatMap(each -> each)
                .filter(Objects::nonNull);
    }

    // Those that an order writes are in braces.
    private static boolean isUnknown(String standard) {
        return !standard.startsWith("{") && Standards.titled(standard).equals(standard);
    }

    private static Set<String> names(TestItem item) {
        return item.order().fields().stream().map(OrderField::name).collect(Collectors.toSet());
    }

    private static List<String> verdicts(TestItem item) {
        return item.stages().stream()
                .map(RecordStage::after)
                .filter(Objects::nonNull)
                .toList();
    }

    private static void combination(TestItem item, Map<String, String> row) {
        Set<String> names = names(item);
        row.forEach((column, cell) -> {
            if (names.contains(column)) {
                requireAll(
                        item,
                        "combinations.csv " + column,
                        List.of(BAR.split(cell)),
                        item.asked(column).values());
            } else {
                requireAll(item, "combinations.csv", List.of(column), OF_A_COMBINATION);
            }
        });
    }

    /** @param commissioned those that the order gives, else those that are recorded */
    private static List<String> needed(TestItem item, boolean commissioned) {
        return STANDARDS.inputs(item.method()).stream()
                .filter(InputField::required)
                .filter(field -> field.kind() == InputField.Kind.GROUP
                        ? !commissioned
                        : (field.origin() == InputField.Origin.COMMISSIONED) == commissioned
                                && field.origin() != InputField.Origin.POLICY)
                .map(InputField::name)
                .toList();
    }

    private static Set<String> recorded(TestItem item) {
        return Stream.concat(
                        item.stages().stream()
                                .flatMap(stage -> stage.inputs().stream())
                                .map(RecordStage.Input::name),
                        item.result().rows().stream().map(rows -> rows.input()))
                .collect(Collectors.toSet());
    }

    private static void requireAll(TestItem item, String key, Collection<String> named, Collection<String> known) {
        named.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalStateException("methods/%s/%s: %s: %s is not among %s"
                    .formatted(item.code(), MethodFolder.ITEM, key, name, known));
        });
    }
}
