package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tasklist speaks Chinese throughout, also after an update of the engine adds words. */
class TasklistWordsTest {

    /** Words that stay empty or are signs. */
    private static final Set<String> WORDLESS = Set.of(
            "BANNER_CE_EOL_TEXT",
            "NO_TASK_FORM",
            "SEARCH_LESS_THAN",
            "SEARCH_LESS_THAN_EQUALS",
            "SEARCH_GREATER_THAN",
            "SEARCH_GREATER_THAN_EQUALS");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    private final JsonNode english = labels("en");
    private final JsonNode chinese = labels("zh-CN");

    @Test
    void everyWordOfTasklistIsThereInChinese() {
        assertThat(chinese.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(english::fieldNames);
        chinese.properties().stream()
                .filter(word -> !WORDLESS.contains(word.getKey()))
                .forEach(word -> assertThat(word.getValue().asText())
                        .as(word.getKey())
                        .matches(text -> text.codePoints().anyMatch(Character::isIdeographic)));
    }

    @Test
    void whatIsFilledInIsFilledInInChineseToo() {
        english.properties().forEach(word -> assertThat(
                        placeholders(chinese.path(word.getKey()).asText()))
                .as(word.getKey())
                .isEqualTo(placeholders(word.getValue().asText())));
    }

    @Test
    void theVendorsBannerIsGone() {
        assertThat(chinese.path("BANNER_CE_EOL_TEXT").asText()).isEmpty();
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names;
    }

    private static JsonNode labels(String language) {
        String file = "/META-INF/resources/webjars/camunda/app/tasklist/locales/" + language + ".json";
        try (InputStream in = TasklistWordsTest.class.getResourceAsStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ObjectMapper().readTree(text.replace("\uFEFF", "")).path("labels");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
