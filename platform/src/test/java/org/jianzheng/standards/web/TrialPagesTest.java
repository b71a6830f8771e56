package org.jianzheng.standards.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.standards.Standards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The trial page: every method's form and answer, errors at their field. */
@TrialSlice
class TrialPagesTest {

    private static final Person TESTER = new Person("tester", "赵检测", Set.of("labs/BJ01/tester"));

    @Autowired
    MockMvc mvc;

    @Autowired
    Identity identity;

    static List<String> methods() {
        return new Standards().methods();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodOpensWithACalculatedExampleInWords(String method) throws Exception {
        String page = page(get("/trial").param("method", method));

        assertThat(page).contains("随结果保存的约定", "结果").doesNotContain("standards.", "is-invalid", "[[");
        assertThat(page).doesNotContainPattern(">(PASS|FAIL|ROUNDED|GROUP|FIRST|[a-z]+(Mpa|Kn|Mm))<");
    }

    @Test
    void whatWasTypedStaysAndTheBadFieldIsMarked() throws Exception {
        String page = page(cube("787.5", "八百", "812.6").header("HX-Request", "true"));

        assertThat(page).contains("value=\"787.5\"", "value=\"八百\"", "第 2 个：破坏荷载：“八百”不是数字", "autofocus");
        assertThat(page)
                .containsPattern(
                        "name=\"loadsKn\\[1\\]\"[^>]*class=\"form-control is-invalid\"|is-invalid[^>]*name=\"loadsKn\\[1\\]\"");
        assertThat(page).doesNotContain("<html");
    }

    @Test
    void theAnswerComesAsAFragment() throws Exception {
        assertThat(page(cube("675.0", "560.0", "800.0").header("HX-Request", "true")))
                .contains("试验无效", "该组无效", "jz-failed")
                .doesNotContain("<html");
    }

    @Test
    void fullWidthDigitsOfAChineseInputMethodAreRead() throws Exception {
        assertThat(page(cube("７８７．５", "801.2", "812.6"))).contains("35.6", "合格");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,200|逗号", "1e3|科学计数法", "801.2 kN|不是数字，或带有单位", "80²|不是数字", "801.|不是完整的数字"})
    void whatCouldBeReadInTwoWaysIsRefusedInWords(String typed, String words) throws Exception {
        assertThat(page(cube("787.5", typed, "812.6"))).contains("is-invalid", typed + "”", words);
    }

    @Test
    void aCommaBetweenTwoDigitsOfAListSeparatesNothing() throws Exception {
        assertThat(page(post("/trial/mortar-batch").param("grade", "M10").param("groupsMpa", "11.2 11,8")))
                .contains("第 2 个", "11,8”", "逗号");
    }

    @Test
    void markupIsShownNotRun() throws Exception {
        assertThat(page(cube("<script>x</script>", "801.2", "812.6")))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>x");
    }

    @Test
    void aListIsPastedAsOneText() throws Exception {
        String page = page(
                post("/trial/mortar-batch").param("grade", "M10").param("groupsMpa", "11.2、11.8, 11.5；11.4\n10.9"));
        assertThat(page).contains("合格", "11.4");
    }

    private static MockHttpServletRequestBuilder cube(String... loads) {
        MockHttpServletRequestBuilder request = post("/trial/concrete-cube")
                .param("grade", "C30")
                .param("sizeMm", "150")
                .param("curing", "STANDARD")
                .param("sizeFactorStage", "GROUP");
        for (int i = 0; i < loads.length; i++) {
            request.param("loadsKn[" + i + "]", loads[i]);
        }
        return request;
    }

    private String page(MockHttpServletRequestBuilder request) {
        return identity.as(TESTER, () -> {
            try {
                return mvc.perform(request).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
