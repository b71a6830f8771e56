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

    /**
     * A fragment goes first: {@code th:replace} takes the tag away, its condition with it, and {@code th:insert} works out
     * its arguments even where the condition forbids it.
     */
    @ParameterizedTest
    @MethodSource("templates")
    void noConditionStandsBesideAFragment(Path template) throws IOException {
        assertThat(tags(template))
                .noneMatch(tag -> (tag.contains("th:replace=") || tag.contains("th:insert="))
                        && CONDITION.matcher(tag).find());
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
