package org.jianzheng.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;

/** A clause counts as shown when a test that is marked with it ran and passed. */
class ClauseMarksTest {

    private static final Path CLAIMS = Path.of("src/test/resources/clauses.txt");

    @TempDir
    Path folder;

    @Clause({"9.1.2", "9.1.3"})
    private static final class Marked {
        @Clause("4.1.7")
        void both() {}

        void theClassAlone() {}
    }

    @Test
    void aPassedTestShowsTheClausesOfItsMethodAndOfItsClass() throws Exception {
        assertThat(ClauseWatcher.lines(passed("both")))
                .containsExactly("9.1.2,Marked", "9.1.3,Marked", "4.1.7,Marked.both");
        assertThat(ClauseWatcher.lines(passed("theClassAlone"))).containsExactly("9.1.2,Marked", "9.1.3,Marked");
    }

    @Test
    void aClaimThatNoRunShowedFailsTheBuildAndIsNamed() throws Exception {
        Path claims = Files.writeString(folder.resolve("claims"), "# claims\n4.1.7 kept\n9.1.2 numbered\n");
        Path table = folder.resolve("clauses.md");
        Path runs = Files.createDirectory(folder.resolve("runs"));
        Files.writeString(runs.resolve("tests-1.csv"), "4.1.7,LedgerTest.keeps\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> ClauseTable.main(name(claims), name(table), name(runs)))
                .withMessageContaining("[9.1.2]");
        Files.writeString(runs.resolve("journeys.csv"), "9.1.2,SomeJourneyTest\n");
        assertThatNoException().isThrownBy(() -> ClauseTable.main(name(claims), name(table), name(runs)));
        assertThat(table).content().contains("| 4.1.7 | kept | `LedgerTest.keeps` |", "`SomeJourneyTest`");
    }

    /** Found out while writing, not at the end of the build; clauses that are not claimed yet may be marked already. */
    @Test
    void everyClaimHasAMark() throws Exception {
        Set<String> marked = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("org.jianzheng")) {
            if (!type.getName().startsWith(ClauseMarksTest.class.getName())) {
                type.tryGetAnnotationOfType(Clause.class).ifPresent(clause -> marked.addAll(List.of(clause.value())));
                type.getMethods().stream()
                        .flatMap(method -> method.tryGetAnnotationOfType(Clause.class).stream())
                        .flatMap(clause -> Stream.of(clause.value()))
                        .forEach(marked::add);
            }
        }
        assertThat(marked).containsAll(ClauseTable.claimed(CLAIMS).keySet());
    }

    private static ExtensionContext passed(String method) throws NoSuchMethodException {
        ExtensionContext test = mock(ExtensionContext.class);
        when(test.getRequiredTestClass()).thenAnswer(any -> Marked.class);
        when(test.getRequiredTestMethod()).thenReturn(Marked.class.getDeclaredMethod(method));
        return test;
    }

    private static String name(Path path) {
        return path.toString();
    }
}
