package org.jianzheng.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the template engine or the browser would swallow without a word. */
class TemplatesTest {

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^<>]*(?:\"[^\"]*\"[^<>\"]*)*>");
    private static final Pattern CONDITION = Pattern.compile("\\sth:(?:if|unless|each)=");

    /** {@code th:replace} goes first and takes the tag away, its condition with it; {@code th:insert} keeps it. */
    @ParameterizedTest
    @MethodSource("templates")
    void noConditionStandsBesideAReplacement(Path template) throws IOException {
        assertThat(tags(template))
                .noneMatch(tag ->
                        tag.contains("th:replace=") && CONDITION.matcher(tag).find());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void thePolicyOfThePagesAllowsNoInlineScript(Path template) throws IOException {
        assertThat(tags(template))
                .noneMatch(tag -> tag.startsWith("<script") && !tag.contains("src="))
                .noneMatch(tag -> tag.matches("(?s).*\\son[a-z]+=.*"));
    }

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    private static List<String> tags(Path template) throws IOException {
        String text = Files.readString(template).replaceAll("(?s)<!--.*?-->", "");
        return TAG.matcher(text).results().map(match -> match.group()).toList();
    }
}
