package org.jianzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.MappingMatch;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.CaseDriver.Submission;
import org.jianzheng.support.CountingDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.Orders;
import org.jianzheng.support.OwnSteps;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.Sessions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletMapping;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * How often a step of the main path asks the database: the whole request, with its session, the door of the engine and the
 * engine itself, and each job.
 */
@PlatformTest
class MainPathReadsModuleTest {

    private static final int SELECTS = 40;

    private static final Pattern REGISTERED = Pattern.compile(
            "FROM qualification_(certificate|person|scope|lab\\b" + "|lab_certificate|equipment|suspension|waiver)");

    @Autowired
    private MockMvc browser;

    @Autowired
    private SessionRepository<?> sessions;

    @Autowired
    private Clock clock;

    @Autowired
    private ObjectMapper json;

    private final CaseDriver driver;
    private final OwnSteps ownSteps;
    private final Map<String, Cookie> signedIn = new HashMap<>();
    private final Map<String, List<String>> selects = new LinkedHashMap<>();

    MainPathReadsModuleTest(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
        ownSteps = new OwnSteps(platform.getBean(ProcessEngine.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"concrete-cube", "rebar"})
    void noStepAsksTheDatabaseMoreThanItMay(String item) {
        DemoTest test = DemoTest.of(item);
        // Others of the project failed, which whoever concludes is told of.
        for (int failed = 0; failed < 3; failed++) {
            driver.finish(DemoTest.failing(item));
        }
        // What a node reads once: tables, forms, the registries.
        driver.finish(test);
        String caseId = order(test);
        while (!driver.isFinished(caseId)) {
            Submission next = driver.next(caseId, test);
            MockHttpServletRequestBuilder request = submission(next);
            // What a node asks once, when somebody of a group comes for the first time.
            ask(next.person(), submission("none"), 404);
            count(next.task().key(), () -> ask(next.person(), request, 204));
            ownSteps.finish(caseId, job -> count("after " + next.task().key(), job));
        }
        assertThat(selects)
                .allSatisfy((step, asked) ->
                        assertThat(asked).as("SELECTs of %s", step).hasSizeBetween(1, SELECTS));
    }

    private String order(DemoTest test) {
        MockHttpServletRequestBuilder request = post("/commissions/new").with(csrf());
        Orders.of(test).forEach((field, value) -> request.param(field, String.valueOf(value)));
        StringBuilder page = new StringBuilder();
        count("commission", () -> page.append(ask("commissioner", request, 302)));
        return page.substring("/cases/".length());
    }

    private MockHttpServletRequestBuilder submission(Submission typed) {
        Map<String, Object> variables = new HashMap<>();
        typed.form().forEach((name, value) -> variables.put(name, variable(value)));
        return submission(typed.task().id()).content(text(Map.of("variables", variables)));
    }

    private static MockHttpServletRequestBuilder submission(String task) {
        return post("/camunda/api/engine/engine/default/task/{id}/submit-form", task)
                .contentType(MediaType.APPLICATION_JSON)
                .with(request -> {
                    request.setHttpServletMapping(new MockHttpServletMapping("", "", "Engine Api", MappingMatch.PATH));
                    return request;
                });
    }

    /** As form-js sends it. */
    private Map<String, Object> variable(Object value) {
        Map<String, Object> variable = new HashMap<>();
        boolean structured = value instanceof List<?> || value instanceof Map<?, ?>;
        variable.put("type", structured ? "Json" : null);
        variable.put("value", structured ? text(value) : value);
        return variable;
    }

    /** @return where the browser is sent, if anywhere */
    private String ask(String person, MockHttpServletRequestBuilder request, int expected) {
        Cookie session = signedIn.computeIfAbsent(
                person, name -> new Cookie("SESSION", Sessions.open(sessions, As.whoIs(name), clock.instant())));
        try {
            var answer = browser.perform(request.cookie(session)).andReturn().getResponse();
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(expected);
            return answer.getRedirectedUrl();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void count(String step, Runnable work) {
        List<String> asked = CountingDriver.selectsOf(work);
        // A node asks at most once a second whether a decision table is newer: not the step's question.
        asked.removeIf(sql -> sql.contains("ACT_RE_DECISION_DEF"));
        // And at most once a minute, and whenever they have changed, what is registered.
        asked.removeIf(REGISTERED.asPredicate());
        selects.put(step, asked);
    }
}
