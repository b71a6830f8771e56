package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static probe.Browser.engine;

import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import probe.Browser.Answer;
import probe.ProbeCases;
import probe.ProbeSteps;
import probe.ProbeTest;

/** Forms filled with what nobody asked for, by people who are signed in. */
@ProbeTest
class FormAttacksTest {

    @Autowired
    private ProbeCases cases;

    @Autowired
    private ProbeSteps steps;

    @ParameterizedTest
    @ValueSource(strings = {"verdict", "labCode", "caseId", "form", "decision", "project", "order", "outcome"})
    @Clause("5.4.7")
    void aTesterCannotPostWhatTheFormDoesNotAsk(String key) {
        String caseId = cases.started();
        String task = cases.task(caseId);
        Answer answer = cases.browser("tester")
                .post(
                        engine("/task/" + task + "/submit-form"),
                        ProbeCases.loads(",\"" + key + "\":{\"value\":\"PASS\"}"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message()).contains(key).contains("没有");
        assertThat(cases.task(caseId)).isEqualTo(task);
        assertThat(steps.recorded).doesNotContainKey(caseId);
    }

    @Test
    void hiddenInsideRowsAndGroupsUndeclaredKeysAreFoundToo() {
        String task = cases.task(cases.started());
        Answer inRow = cases.browser("tester")
                .post(
                        engine("/task/" + task + "/submit-form"),
                        ProbeCases.LOADS
                                .replace("MORE", "")
                                .replace("{\\\"load\\\":25.3}", "{\\\"load\\\":25.3,\\\"verdict\\\":1}"));
        assertThat(inRow.status()).isEqualTo(422);
        assertThat(inRow.message()).contains("specimens[1].verdict");
        Answer inGroup = cases.browser("tester")
                .post(
                        engine("/task/" + task + "/submit-form"),
                        ProbeCases.LOADS
                                .replace("MORE", "")
                                .replace("{\\\"fixed\\\"", "{\\\"labCode\\\":1,\\\"fixed\\\""));
        assertThat(inGroup.message()).contains("note.labCode");
    }

    @Test
    void aThousandSpecimensAreFineAndMoreAreNot() {
        assertThat(submit(1000).status()).isEqualTo(204);
        Answer tooMany = submit(1001);
        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.message()).contains("试件", "1,000");
        assertThat(submit(0).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "{\"variables\":7}",
                "{\"variables\":{\"specimens\":{\"type\":\"Json\",\"value\":\"[[[\"}}}"
            })
    void unreadableBodiesAreRefusedPolitely(String body) {
        Answer answer =
                cases.browser("tester").post(engine("/task/" + cases.task(cases.started()) + "/submit-form"), body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message()).isNotBlank();
    }

    private Answer submit(int rows) {
        String list = String.join(",", java.util.Collections.nCopies(rows, "{\\\"load\\\":12}"));
        String body = ProbeCases.LOADS.replace("MORE", "").replaceAll("\\[.*]", "[" + list.replace("\\", "\\\\") + "]");
        return cases.browser("tester").post(engine("/task/" + cases.task(cases.started()) + "/submit-form"), body);
    }
}
