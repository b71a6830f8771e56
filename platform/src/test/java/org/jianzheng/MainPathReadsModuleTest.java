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

/** How often a step of the main path asks the database: the request whole, with its session and the engine's door. */
@PlatformTest
class MainPathReadsModuleTest {

    private static final int READS = 100;

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
    private final Map<String, List<String>> reads = new LinkedHashMap<>();

    MainPathReadsModuleTest(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
        ownSteps = new OwnSteps(platform.getBean(ProcessEngine.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"concrete-cube", "rebar"})
    void noStepAsksTheDatabaseMoreThanFortyTimes(String item) {
        DemoTest test = DemoTest.of(item);
        driver.finish(test);
        String caseId = order(test);
        while (!driver.isFinished(caseId)) {
            Submission next = driver.next(caseId, test);
            count(next.task().key(), () -> complete(next));
            ownSteps.finish(caseId, job -> count(next.task().key() + " job", job));
        }
        print();
        assertThat(reads)
                .allSatisfy((step, selects) ->
                        assertThat(selects).as("SELECTs of %s", step).hasSizeBetween(1, READS));
    }

    private void print() {
        reads.forEach((step, selects) -> {
            System.out.printf("READS %-34s %d%n", step, selects.size());
            Map<String, Integer> each = new HashMap<>();
            selects.forEach(s -> each.merge(s, 1, Integer::sum));
            each.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .forEach(e -> System.out.printf(
                            "READ    %3d %s%n",
                            e.getValue(), e.getKey().replaceAll("(?i)^select .*? from ", "select … from ")));
        });
    }

    private String order(DemoTest test) {
        Map<String, String> answer = new HashMap<>();
        MockHttpServletRequestBuilder request = post("/commissions/new").with(csrf());
        Orders.of(test).forEach((field, value) -> request.param(field, String.valueOf(value)));
        count("commission", () -> answer.put("url", ask("commissioner", request, 302)));
        String caseId = answer.get("url").replaceAll(".*/cases/", "");
        ownSteps.finish(caseId, job -> count("commission job", job));
        return caseId;
    }

    private void complete(Submission typed) {
        Map<String, Object> variables = new HashMap<>();
        typed.form()
                .forEach((name, value) -> variables.put(
                        name,
                        value instanceof List<?> || value instanceof Map<?, ?>
                                ? Map.of("type", "Json", "value", text(value))
                                : new HashMap<>(java.util.Collections.singletonMap("value", value))));
        ask(
                typed.person(),
                post(
                                "/camunda/api/engine/engine/default/task/{id}/submit-form",
                                typed.task().id())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(text(Map.of("variables", variables)))
                        .with(request -> {
                            request.setHttpServletMapping(
                                    new MockHttpServletMapping("", "", "Engine Api", MappingMatch.PATH));
                            return request;
                        }),
                204);
    }

    private String ask(String person, MockHttpServletRequestBuilder request, int expected) {
        try {
            Cookie session = cookies.get(person);
            var answer = browser.perform(request.cookie(session)).andReturn().getResponse();
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(expected);
            return String.valueOf(answer.getRedirectedUrl());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private final Map<String, Cookie> cookies = new HashMap<>() {
        @Override
        public Cookie get(Object person) {
            return computeIfAbsent(
                    (String) person,
                    name -> new Cookie("SESSION", Sessions.open(sessions, As.whoIs(name), clock.instant())));
        }
    };

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void count(String step, Runnable work) {
        reads.put(reads.containsKey(step) ? step + " (" + reads.size() + ")" : step, CountingDriver.selectsOf(work));
    }
}
