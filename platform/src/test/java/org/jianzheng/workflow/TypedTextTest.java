package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jianzheng.support.BundledFiles;
import org.jianzheng.workflow.form.FormContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody typed is text in every form that shows it, whatever it looks like: nothing of it is fetched or formatted. */
class TypedTextTest {

    private static final String TYPED =
            "<img src=\"/s/MARK\"> **b** _i_ `c` ~~d~~ [l](javascript:x) ![p](/s/M) | # h\n\n- x\n1. y\n    z {{x}} &lt;";

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*(.*?)\\s*}}", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("forms")
    void whatIsShownInATextIsText(String file) throws IOException {
        JsonNode json = new ObjectMapper().readTree(BundledFiles.forms().get(file));
        FormContract form = FormContract.read(json.toString());
        for (String path : shownIn(json)) {
            assertThat(path).as("a text shows plain paths").matches("\\w+(\\.\\w+)*");
            String shown = at(form.asShown(variables(path)), path);
            assertThat(shown).as(path).contains("&#60;img src&#61;&#34;&#47;s&#47;MARK&#34;&#62;");
            assertThat(shown.replace("<br>", "").replaceAll("&#\\d+;", ""))
                    .as(path)
                    .matches("[\\p{L}\\p{N} ]*");
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void noConditionComparesATextThatIsShownWithMoreThanNothing(String file) throws IOException {
        JsonNode json = new ObjectMapper().readTree(BundledFiles.forms().get(file));
        List<String> shown = shownIn(json);
        for (String condition : json.findValuesAsText("hide")) {
            String plain = condition.replaceAll("\\s", "");
            assertThat(shown).noneMatch(path -> Pattern.compile(Pattern.quote(path) + "!?=\"[^\"]+\"")
                    .matcher(plain)
                    .find());
        }
    }

    @Test
    void whatIsNotShownInATextStaysAsItIs() {
        FormContract form =
                FormContract.read("{\"id\":\"f\",\"components\":[{\"type\":\"text\",\"text\":\"{{order.note}}\"},"
                        + "{\"type\":\"table\",\"dataSource\":\"=order.rows\",\"columns\":[]},"
                        + "{\"type\":\"textfield\",\"key\":\"proposed\"}]}");
        Map<String, Object> shown =
                form.asShown(Map.of("order", Map.of("note", "a*b", "rows", "a*b"), "proposed", "a*b"));
        assertThat(shown).isEqualTo(Map.of("order", Map.of("note", "a&#42;b", "rows", "a*b"), "proposed", "a*b"));
    }

    @Test
    void moreThanAPathMakesTextOfAllItNames() {
        FormContract form = FormContract.read(
                "{\"id\":\"f\",\"components\":[{\"type\":\"text\",\"text\":\"{{#loop rows}}{{this.note}}{{/loop}}\"}]}");
        assertThat(form.asShown(Map.of("rows", List.of(Map.of("note", "<b>")))))
                .isEqualTo(Map.of("rows", List.of(Map.of("note", "&#60;b&#62;"))));
    }

    private static Stream<String> forms() {
        return BundledFiles.forms().keySet().stream();
    }

    private static List<String> shownIn(JsonNode form) {
        String texts =
                String.join("\n", form.findValuesAsText("text")) + String.join("\n", form.findValuesAsText("content"));
        return TEMPLATE.matcher(texts)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
    }

    private static Map<String, Object> variables(String path) {
        String[] steps = path.split("\\.");
        Object value = TYPED;
        for (int step = steps.length - 1; step > 0; step--) {
            value = Map.of(steps[step], value);
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put(steps[0], value);
        return variables;
    }

    private static String at(Object value, String path) {
        Object found = value;
        for (String step : path.split("\\.")) {
            found = ((Map<?, ?>) found).get(step);
        }
        return (String) found;
    }
}
