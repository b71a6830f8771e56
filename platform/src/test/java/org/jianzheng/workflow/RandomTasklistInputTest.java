package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static probe.Browser.engine;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jianzheng.support.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import probe.Browser;
import probe.Browser.Answer;
import probe.ProbeCases;
import probe.ProbeTest;

/** Whatever Tasklist's addresses are made to receive, nobody meets a fault of the platform. */
@ProbeTest
class RandomTasklistInputTest {

    private static final int TIMES = 60;

    @Autowired
    private ProbeCases cases;

    @LocalServerPort
    private int port;

    int times() {
        return TIMES;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/..",
                "/engine-rest/../..",
                "/camunda/..",
                "/camunda/../..",
                "/camunda/api/..",
                "/camunda/api/../../..",
                "/camunda/api/engine/..",
                "/camunda/api/engine/engine/..",
                "/camunda/api/engine/engine/default/..",
                "/camunda/api/engine/engine/default/task/..",
                "/camunda/api/engine/engine/default/task/../../../../..",
                "/camunda/api/engine/engine/./default/task",
                "/camunda/api/engine/engine//default/task",
                "/camunda/api/engine/engine/default/task;a=b",
                "/camunda/api/engine/engine/default/%2e%2e",
                "/camunda/api/engine/engine/default/..%2f",
                "/camunda/api/engine/engine/default/task%00",
                "/camunda/api/engine/engine/default/task/%zz",
                "/camunda/api/engine/engine/default/%C0%AE",
                "/camunda/api/engine/engine/nobody/task",
                "/camunda/api/engine/engine/default/task/\\..",
                "/camunda/api/tasklist/plugin/..",
                "/camunda/api/admin/auth/user/..",
                "/camunda/api/admin/auth/user/nobody",
                "/camunda/api/cockpit/plugin/base/default/..",
                "/camunda/app/..",
                "/camunda/app/tasklist/..",
                "/camunda/app/tasklist/../..",
                "/camunda/app/tasklist/nobody/",
                "/camunda/app/%2e%2e/",
                "/camunda/lib/..",
                "/camunda;/app",
                "/camunda/app/tasklist/default/..;/"
            })
    void noWayOfWritingAnAddressIsAFault(String path) throws IOException {
        for (String person : List.of("", "tester", "admin")) {
            for (String method : List.of("GET", "POST", "OPTIONS", "NOTHING")) {
                assertThat(raw(method, path, person))
                        .as("%s %s %s", method, path, person)
                        .matches("[234]\\d\\d|405|501");
            }
        }
    }

    /** The status; a client of the library would tidy the address up first. */
    private String raw(String method, String path, String person) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            String request =
                    "%s %s HTTP/1.1\r\nHost: localhost\r\nTest-Person: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .formatted(method, path, person);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).as(path).doesNotContain("org.camunda").doesNotContain("\tat ");
            return answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length());
        }
    }

    @Test
    void noFormThatIsSentIsAFault() {
        Mutations hand = new Mutations(20261129);
        Browser tester = cases.browser("tester");
        String good = ProbeCases.loads("");
        String task = claimed(tester);
        for (int i = 0; i < times(); i++) {
            String sent = i % 3 == 0
                    ? new String(hand.of(good.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8)
                    : hand.ofJson(good);
            Answer answer = tester.post(engine("/task/" + task + "/submit-form"), sent);
            assertThat(answer.status()).as(sent).isLessThan(500);
            if (answer.status() < 300) {
                task = claimed(tester);
            }
        }
    }

    private String claimed(Browser tester) {
        String task = cases.task(cases.started());
        assertThat(tester.post(engine("/task/" + task + "/claim"), "{\"userId\":\"tester\"}")
                        .status())
                .isEqualTo(204);
        return task;
    }

    @Test
    void noStartAndNoQueryIsAFault() {
        Mutations hand = new Mutations(20261130);
        Browser commissioner = cases.browser("commissioner");
        Browser tester = cases.browser("tester");
        Browser admin = cases.browser("admin");
        String start = engine("/process-definition/" + cases.definition() + "/submit-form");
        String order = "{\"variables\":{\"project\":{\"value\":\"二号楼\"},\"lab\":{\"value\":\"BJ01\"}}}";
        String list = engine("/filter/" + cases.filter("可认领") + "/list");
        String query = "{\"firstResult\":0,\"maxResults\":15,\"name\":\"a\",\"priority\":3,\"dueBefore\":"
                + "\"2026-11-29T08:00:00.000+0800\",\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}],"
                + "\"orQueries\":[{\"nameLike\":\"%a%\",\"unassigned\":true}]}";
        for (int i = 0; i < times(); i++) {
            expectNoFault(commissioner, start, hand.ofJson(order));
            expectNoFault(tester, list, hand.ofJson(query));
            expectNoFault(admin, engine("/process-instance"), hand.ofJson("{\"businessKey\":\"a\",\"active\":true}"));
        }
    }

    private static void expectNoFault(Browser browser, String path, String sent) {
        Answer answer = browser.post(path, sent);
        assertThat(answer.status()).as("%s %s%n%s", path, sent, answer.text()).isLessThan(500);
    }
}
