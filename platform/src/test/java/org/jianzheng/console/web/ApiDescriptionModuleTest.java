package org.jianzheng.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.nonconformity.loop.LoopState;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.sampling.SampleState;
import org.jianzheng.standards.Standards;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The description of the API is one that tools can read, and the API does what it says. */
@PlatformTest
class ApiDescriptionModuleTest {

    private static final String CUBE =
            """
            {"method": "concrete-cube", "inputs": {"grade": "C30", "sizeMm": 150, "curing": "STANDARD",
             "sizeFactorStage": "GROUP", "loadsKn": ["787.5", "801.2", "812.6"]}}""";

    @Autowired
    private MockMvc browser;

    @Autowired
    private ObjectMapper json;

    private JsonNode api;

    @BeforeEach
    void description() throws Exception {
        api = json.readTree(text());
    }

    @Test
    void isValid() throws Exception {
        var options = new ParseOptions();
        options.setResolve(true);
        var read = new OpenAPIV3Parser().readContents(text(), null, options);

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getPaths()).hasSize(api.path("paths").size());
    }

    @Test
    void everyOperationIsNamedTaggedAndHasASchemaOfItsOwn() {
        List<String> names = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        operations().forEach(operation -> {
            names.add(operation.path("operationId").asText());
            Stream.of("200", "201")
                    .map(status -> operation.at("/responses/" + status + "/content"))
                    .filter(content -> !content.isMissingNode())
                    .forEach(content -> answers.add(content.toString()));
            assertThat(operation.path("tags")).as(operation.toString()).isNotEmpty();
        });
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "listCases",
                        "getCase",
                        "listSpecimens",
                        "listReports",
                        "downloadReport",
                        "listNonconformities",
                        "openRun",
                        "getRun",
                        "getCurve",
                        "makePermit",
                        "revokePermit",
                        "evaluate",
                        "verify",
                        "ledgerKeys",
                        "ledgerCheckpoint");
        assertThat(answers).doesNotHaveDuplicates();
        assertThat(api.at("/paths/~1api~1verifications/post/requestBody/content"))
                .extracting(body -> body.at("/schema/$ref").asText())
                .containsExactlyInAnyOrder(
                        "#/components/schemas/VerificationFile", "#/components/schemas/VerificationRequest");
    }

    /** A word in none of the lists is a name that one has to know from elsewhere. */
    @Test
    void everyParameterWithWordsOfItsOwnListsThem() {
        assertThat(words("cases", "state")).containsExactlyElementsOf(names(CaseStage.values()));
        assertThat(words("specimens", "state")).containsExactlyElementsOf(names(SampleState.values()));
        assertThat(words("nonconformities", "state")).containsExactlyElementsOf(names(LoopState.values()));
        assertThat(words("reports", "status")).containsExactly("SIGNED", "RECALLED", "REPLACED");
        assertThat(strings(api.at("/components/schemas/EvaluationRequest/properties/method/enum")))
                .containsExactlyElementsOf(new Standards().methods());
    }

    @ParameterizedTest
    @CsvSource({"cases, state", "specimens, state", "nonconformities, state", "reports, status"})
    void everyListedWordIsTakenAndNoOther(String list, String parameter) throws Exception {
        for (String word : words(list, parameter)) {
            browser.perform(asked(list).param(parameter, word)).andExpect(status().isOk());
        }
        browser.perform(asked(list).param(parameter, "NONSENSE"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("console.error.parameter.choice"))
                .andExpect(jsonPath("$.field").value(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases", "specimens", "nonconformities", "reports"})
    void aPageOutOfRangeIsRefusedByName(String list) throws Exception {
        for (String parameter : List.of("page", "size")) {
            JsonNode bounds = parameter(list, parameter).path("schema");
            long least = bounds.path("minimum").asLong(-1);
            long most = bounds.path("maximum").asLong(-1);
            for (String outside : List.of(String.valueOf(least - 1), String.valueOf(most + 1), "99999999999", "two")) {
                browser.perform(asked(list).param(parameter, outside).header("Accept-Language", "en"))
                        .andExpect(status().isBadRequest())
                        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                        .andExpect(jsonPath("$.field").value(parameter))
                        .andExpect(jsonPath("$.detail").value(containsString(parameter)));
            }
            for (long within : new long[] {least, most}) {
                browser.perform(asked(list).param(parameter, String.valueOf(within)))
                        .andExpect(status().isOk());
            }
        }
    }

    @Test
    void everyAddressAnswersAsDescribed(@Autowired ApplicationContext platform) throws Exception {
        String caseId = new CaseDriver(platform).finish(DemoTest.CONCRETE);
        String report =
                platform.getBean(Reporting.class).ofCase(caseId).orElseThrow().reportNo();
        String failing = new CaseDriver(platform)
                .finish(DemoTest.CONCRETE.measuring(DemoTest.concrete("687.5", "601.2", "612.6")));
        String pdf = "/api/reports/" + report + ".pdf";

        answersAsDescribed("/api/cases", "get", asked("cases").param("size", "200"));
        answersAsDescribed("/api/cases/{caseId}", "get", signedIn(get("/api/cases/" + caseId)));
        answersAsDescribed("/api/cases/{caseId}", "get", signedIn(get("/api/cases/" + failing)));
        answersAsDescribed("/api/specimens", "get", asked("specimens"));
        answersAsDescribed("/api/nonconformities", "get", asked("nonconformities"));
        JsonNode listed =
                answersAsDescribed("/api/reports", "get", asked("reports").param("q", report));
        browser.perform(signedIn(get(pdf)))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF));
        answersAsDescribed("/api/evaluations", "post", signedIn(sent("/api/evaluations", CUBE)));
        String token = listed.at("/items/0/verifyUrl").asText();
        answersAsDescribed(
                "/api/verifications",
                "post",
                sent("/api/verifications", json.writeValueAsString(Map.of("token", token))));
        answersAsDescribed(
                "/api/verifications", "post", multipart("/api/verifications").file("file", new byte[] {1}));
    }

    /** Each refusal that is described is one that comes, as a problem document. */
    @Test
    void everyRefusalIsDescribed() throws Exception {
        refuses("/api/cases", "get", 401, get("/api/cases"));
        refuses("/api/cases", "get", 406, asked("cases").accept(MediaType.TEXT_HTML));
        refuses("/api/cases/{caseId}", "get", 404, signedIn(get("/api/cases/nobodys")));
        refuses("/api/reports/{reportNo}.pdf", "get", 404, signedIn(get("/api/reports/BJ01-2026-9999999.pdf")));
        refuses(
                "/api/reports/{reportNo}.pdf",
                "get",
                404,
                signedIn(get("/api/reports/BJ01-2026-9999999.pdf")).accept(MediaType.APPLICATION_PDF));
        refuses("/api/reports/{reportNo}.pdf", "get", 401, get("/api/reports/BJ01-2026-9999999.pdf"));
        refuses("/api/evaluations", "post", 400, signedIn(sent("/api/evaluations", "{}")));
        refuses("/api/evaluations", "post", 401, sent("/api/evaluations", "{}"));
        refuses("/api/evaluations", "post", 413, signedIn(sent("/api/evaluations", " ".repeat((8 << 20) + 1))));
        refuses(
                "/api/evaluations",
                "post",
                415,
                signedIn(post("/api/evaluations")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("x")));
        refuses(
                "/api/verifications",
                "post",
                415,
                post("/api/verifications").contentType(MediaType.TEXT_PLAIN).content("x"));
        refuses("/api/verifications", "post", 400, sent("/api/verifications", "{"));
        refuses("/api/verifications", "post", 422, sent("/api/verifications", "{}"));
        refuses(
                "/api/verifications",
                "post",
                406,
                sent("/api/verifications", "{\"token\":\"x\"}").accept(MediaType.IMAGE_PNG));
        assertThat(operation("/api/verifications", "post").path("responses").has("401"))
                .as("for anybody")
                .isFalse();
    }

    /** The file that nobody knows is no fault of the reader's browser either. */
    @Test
    void anUnknownPdfIsNotThereForPeopleEither() throws Exception {
        browser.perform(signedIn(get("/reports/BJ01-2026-9999999.pdf")).accept(MediaType.APPLICATION_PDF))
                .andExpect(status().isNotFound());
        browser.perform(signedIn(get("/reports/BJ01-2026-9999999.pdf"))).andExpect(status().isNotFound());
    }

    private JsonNode answersAsDescribed(String path, String method, MockHttpServletRequestBuilder request)
            throws Exception {
        var answer =
                browser.perform(request).andExpect(status().isOk()).andReturn().getResponse();
        JsonNode content = operation(path, method).at("/responses/200/content");
        assertThat(content.fieldNames())
                .toIterable()
                .contains(MediaType.valueOf(answer.getContentType())
                        .removeQualityValue()
                        .toString());
        JsonNode body = json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
        JsonNode schema = content.path(answer.getContentType()).path("schema");
        assertThat(JsonAsDescribed.differences(api, schema, body))
                .as(path + ": " + body)
                .isEmpty();
        assertThat(body.path("items").isArray() && body.path("items").isEmpty())
                .as(path + " shows a line")
                .isFalse();
        return body;
    }

    private void refuses(String path, String method, int expected, MockHttpServletRequestBuilder request)
            throws Exception {
        String answer = browser.perform(request)
                .andExpect(status().is(expected))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        JsonNode described =
                operation(path, method).at("/responses/" + expected + "/content/application~1problem+json/schema");
        assertThat(described.isMissingNode()).as(path + " " + expected).isFalse();
        assertThat(JsonAsDescribed.differences(api, described, json.readTree(answer)))
                .as(answer)
                .isEmpty();
    }

    private static MockHttpServletRequestBuilder asked(String list) {
        return signedIn(get("/api/" + list));
    }

    private static MockHttpServletRequestBuilder signedIn(MockHttpServletRequestBuilder request) {
        return request.with(As.signedIn("supervisor"));
    }

    private static MockHttpServletRequestBuilder sent(String path, String body) {
        return post(path).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private Stream<JsonNode> operations() {
        return StreamSupport.stream(api.path("paths").spliterator(), false)
                .flatMap(path -> Stream.of(path.path("get"), path.path("post")))
                .filter(JsonNode::isObject);
    }

    private JsonNode operation(String path, String method) {
        return api.path("paths").path(path).path(method);
    }

    private JsonNode parameter(String list, String name) {
        for (JsonNode parameter : operation("/api/" + list, "get").path("parameters")) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError(list + " has no parameter " + name);
    }

    private List<String> words(String list, String parameter) {
        return strings(parameter(list, parameter).at("/schema/enum"));
    }

    private static List<String> strings(JsonNode words) {
        List<String> strings = new ArrayList<>();
        words.forEach(word -> strings.add(word.asText()));
        return strings;
    }

    private static List<String> names(Enum<?>... words) {
        return Stream.of(words).map(Enum::name).toList();
    }

    private String text() throws Exception {
        return browser.perform(get("/v3/api-docs"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
