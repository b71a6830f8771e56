package org.jianzheng.workflow.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.jianzheng.identity.Identity;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.workflow.engine.ActingPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import probe.ProbeTest;

/** A program that brings a broken diagram starts all the same, and tells its administrator what is wrong. */
@ProbeTest
class BrokenBundleTest {

    private static final Path PROBE = Path.of("src/test/resources/probe");
    private static final String FORM = "forms/probe/probeReview.form";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ActingPerson acting;

    @Autowired
    private DeploymentGuard guard;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Identity identity;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path jar;

    @Test
    void isNotDeployedAndItsMistakesAreTold() throws IOException {
        String sound = Files.readString(PROBE.resolve("processes/probe-review.bpmn"));
        write(
                "processes/broken.bpmn",
                sound.replace("\"probe-review\"", "\"broken\"").replace("historyTimeToLive", "was"));
        write(FORM, Files.readString(PROBE.resolve(FORM)));

        Bundle bundle = new Bundle(
                repository,
                guard,
                ledger,
                identity,
                acting,
                new WorkflowSettings("file:" + jar + "/"),
                mock(),
                transactions);
        bundle.afterSingletonsInstantiated();

        assertThat(bundle.notice()).hasValueSatisfying(notice -> {
            assertThat(notice.code()).isEqualTo("workflow.bundle.broken");
            assertThat(notice.problems())
                    .anyMatch(line -> line.contains("processes/broken.bpmn") && line.contains("缺少历史保留期限"));
        });
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("broken")
                        .count())
                .isZero();
    }

    private void write(String name, String content) throws IOException {
        Path file = jar.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
