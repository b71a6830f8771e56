package org.jianzheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Which tests show which clause of the standard: writes target/clauses.md; a clause of clauses.txt without a test fails. */
class ClauseTableTest {

    private static final Comparator<String> BY_NUMBER = Comparator.comparing(
            (String id) ->
                    Arrays.stream(id.split("\\.")).mapToInt(Integer::parseInt).toArray(),
            Arrays::compare);

    @Test
    void everyClauseReachedHasATest() throws IOException {
        Map<String, String> reached = reached();
        Map<String, Set<String>> shown = shown();
        write(reached, shown);
        assertThat(reached).isNotEmpty();
        reached.keySet().removeAll(shown.keySet());
        assertThat(reached).as("clauses without a test").isEmpty();
    }

    private static Map<String, String> reached() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/clauses.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (a, b) -> a, LinkedHashMap::new));
    }

    private static Map<String, Set<String>> shown() {
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("org.jianzheng");
        Map<String, Set<String>> shown = new TreeMap<>(BY_NUMBER);
        tests.stream().filter(type -> !type.isAnnotatedWith(Disabled.class)).forEach(type -> collect(type, shown));
        return shown;
    }

    private static void collect(JavaClass type, Map<String, Set<String>> shown) {
        type.tryGetAnnotationOfType(Clause.class).ifPresent(clause -> add(clause, type.getSimpleName(), shown));
        type.getMethods().stream().filter(ClauseTableTest::runs).forEach(method -> method.tryGetAnnotationOfType(
                        Clause.class)
                .ifPresent(clause -> add(clause, type.getSimpleName() + "." + method.getName(), shown)));
    }

    private static boolean runs(JavaMethod method) {
        return !method.isAnnotatedWith(Disabled.class)
                && (method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class));
    }

    private static void add(Clause clause, String test, Map<String, Set<String>> shown) {
        for (String id : clause.value()) {
            shown.computeIfAbsent(id, it -> new TreeSet<>()).add(test);
        }
    }

    private static void write(Map<String, String> reached, Map<String, Set<String>> shown) throws IOException {
        Set<String> ids = new TreeSet<>(BY_NUMBER);
        ids.addAll(reached.keySet());
        ids.addAll(shown.keySet());
        String rows = ids.stream()
                .map(id -> "| %s | %s | %s |"
                        .formatted(
                                id,
                                reached.getOrDefault(id, ""),
                                shown.getOrDefault(id, Set.of()).stream()
                                        .map(test -> "`" + test + "`")
                                        .collect(Collectors.joining("<br>"))))
                .collect(Collectors.joining("\n"));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/clauses.md"), "| clause | what | tests |\n|---|---|---|\n" + rows + "\n");
    }
}
