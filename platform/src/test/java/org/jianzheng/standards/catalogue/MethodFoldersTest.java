package org.jianzheng.standards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/** A folder is read whole and strictly: nothing misspelt is passed over. */
class MethodFoldersTest {

    private static final String SPLICE = read("methods/splice/item.yml");

    @Test
    void aWordThatNobodyKnowsStopsTheStartAndIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> item(SPLICE.replace("retentionYears", "retention")))
                .withMessageContaining("methods/splice/item.yml")
                .withMessageContaining("retention");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> item(SPLICE.replaceAll("(?s)stages:.*result:", "result:")))
                .withMessageContaining("stages");
        assertThatIllegalStateException()
                .isThrownBy(() -> item(SPLICE.replace("code: splice", "code: other")))
                .withMessageContaining("code: other");
        assertThatIllegalStateException()
                .isThrownBy(() -> new MethodFolder("splice", new TreeMap<>()))
                .withMessageContaining("item.yml");
    }

    @Test
    void whatStandardsLeaveOpenHasToBeNamed() {
        String cubes = read("methods/concrete-cube/item.yml");
        for (String other : List.of(
                cubes.replaceAll("leftOpen:\n.*\n", ""),
                cubes.replace("question: D4", "question: D5"),
                cubes.replace("[GROUP, SPECIMEN], permitted: [GROUP]", "[SPECIMEN, GROUP], permitted: [SPECIMEN]"))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> cubes(other))
                    .withMessageContaining("methods/concrete-cube/item.yml: leftOpen")
                    .withMessageContaining("sizeFactorStage D4");
        }
        assertThat(cubes(cubes).leftOpen()).hasSize(1);
    }

    @Test
    void aFolderOfEarlierDaysLeavesOpenWhatItsEvaluationsDo() {
        String cubes = read("methods/concrete-cube/item.yml").replaceAll("leftOpen:\n.*\n", "");
        TestItem earlier = MethodFolders.earlier(
                new MethodFolder("concrete-cube", new TreeMap<>(java.util.Map.of("item.yml", cubes))));

        assertThat(LeftOpen.usual(earlier)).containsExactly(java.util.Map.entry("sizeFactorStage", "GROUP"));
    }

    private static TestItem cubes(String text) {
        return MethodFolders.item(new MethodFolder("concrete-cube", new TreeMap<>(java.util.Map.of("item.yml", text))));
    }

    @Test
    void whatWouldNotFitIntoItsRowStopsTheStartToo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> item(SPLICE.replaceFirst("code: \"?main\"?", "code: a-stage-with-a-long-name")))
                .withMessageContaining("stages.code");
        assertThatIllegalStateException()
                .isThrownBy(() -> item(SPLICE.replace("family: SPLICE", "family: MECHANICAL_SPLICES")))
                .withMessageContaining("family");
    }

    @Test
    void aColumnOfTheReportThatTheResultDoesNotHaveIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> item(SPLICE.replace("from: strengthMpa", "from: strengthMPa")))
                .withMessageContaining("methods/splice/item.yml")
                .withMessageContaining("report.strength")
                .withMessageContaining("strengthMPa");
        assertThatIllegalStateException()
                .isThrownBy(() -> item(SPLICE.replace("of: FACT, from: diameterMm", "of: FACT, from: diameter")))
                .withMessageContaining("report.diameter");
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> item(SPLICE.replace("- kind: tensile\n      columns", "- kind: tension\n      columns")))
                .withMessageContaining("tension");
    }

    @Test
    void whatACaseWouldFindOutStopsTheStart() {
        named(SPLICE.replace("name: grade", "name: class"), "order.fields: grade");
        named(SPLICE.replace("evaluations: [mechanical-splice]", "evaluations: [mechanical-splices]"), "evaluations");
        named(SPLICE.replace("JGJ 107-2016", "JGJ 107-2061"), "JGJ 107-2061");
        named(SPLICE.replace("name: diameterMm", "name: diameter"), "diameterMm");
        var files = new TreeMap<>(java.util.Map.of("item.yml", SPLICE, "combinations.csv", "grade\nHRB999\n"));
        assertThatIllegalStateException()
                .isThrownBy(() -> MethodFolders.item(new MethodFolder("splice", files)))
                .withMessageContaining("combinations.csv grade: HRB999");
        String physical = read("methods/cement-physical/item.yml");
        assertThatIllegalStateException()
                .isThrownBy(() -> MethodFolders.item(new MethodFolder(
                        "cement-physical",
                        new TreeMap<>(
                                java.util.Map.of("item.yml", physical.replace("after: RETEST", "after: RETESTED"))))))
                .withMessageContaining("stages.after: RETESTED");
    }

    private static void named(String text, String what) {
        assertThatIllegalStateException()
                .isThrownBy(() -> item(text))
                .withMessageContaining("methods/splice/item.yml")
                .withMessageContaining(what);
    }

    @Test
    void twoItemsOfOneFamilyAreOneTooMany(@TempDir Path further) throws IOException {
        Path folder = Files.createDirectory(further.resolve("anchor"));
        Files.writeString(folder.resolve("item.yml"), SPLICE.replace("code: splice", "code: anchor"));

        assertThatIllegalStateException()
                .isThrownBy(() -> new MethodFolders(new FolderSource(further.toString())).read())
                .withMessageContaining("family");
    }

    @Test
    void aTableWithALineOfAnotherLengthIsNamed() {
        var files = new TreeMap<>(java.util.Map.of("item.yml", SPLICE, "combinations.csv", "grade,standard\nHRB400\n"));
        assertThatIllegalStateException()
                .isThrownBy(() -> MethodFolders.item(new MethodFolder("splice", files)))
                .withMessageContaining("combinations.csv: HRB400");
    }

    @Test
    void everyChangeOfAnyFileGivesAnotherHash() {
        String as = item(SPLICE).sha256();

        assertThat(item(SPLICE).sha256()).isEqualTo(as).hasSize(64);
        assertThat(item(SPLICE + "\n").sha256()).isNotEqualTo(as);
        var more = new TreeMap<>(java.util.Map.of("item.yml", SPLICE, "counts.csv", ""));
        assertThat(new MethodFolder("splice", more).sha256()).isNotEqualTo(as);
    }

    @Test
    void theOperatorsFoldersStandBesideThoseOfTheJar(@TempDir Path further) throws IOException {
        Path folder = Files.createDirectory(further.resolve("anchor"));
        Files.writeString(
                folder.resolve("item.yml"),
                SPLICE.replace("code: splice", "code: anchor").replace("family: SPLICE", "family: ANCHOR"));

        List<String> codes = new MethodFolders(new FolderSource(further.toString()))
                .read().stream().map(TestItem::code).toList();
        assertThat(codes).contains("anchor", "splice", "rebar");
    }

    @Test
    void twoFoldersOfOneNameAreOneTooMany(@TempDir Path further) throws IOException {
        Path folder = Files.createDirectory(further.resolve("splice"));
        Files.writeString(folder.resolve("item.yml"), SPLICE);

        assertThatIllegalStateException()
                .isThrownBy(() -> new MethodFolders(new FolderSource(further.toString())))
                .withMessageContaining("methods/splice");
    }

    private static TestItem item(String text) {
        return MethodFolders.item(new MethodFolder("splice", new TreeMap<>(java.util.Map.of("item.yml", text))));
    }

    private static String read(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
