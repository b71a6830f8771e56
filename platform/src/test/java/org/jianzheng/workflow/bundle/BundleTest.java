package org.jianzheng.workflow.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.Deployment;
import org.jianzheng.workflow.DeploymentNotice;
import org.jianzheng.workflow.engine.ActingPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start after start of the platform, with what a release or an administrator has changed in between. */
class BundleTest {

    private static final String MODEL =
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x" id="d">
              <bpmn:process id="sampling" name="NAME" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="s"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @TempDir
    private Path jar;

    private ProcessEngine engine;
    private RepositoryService repository;

    @BeforeEach
    void engine() throws IOException {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("bundle");
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        engine = configuration.buildProcessEngine();
        repository = engine.getRepositoryService();
        Files.createDirectories(jar.resolve("processes"));
        release("取样");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void theSameReleaseIsDeployedOnce() {
        start();
        assertThat(start().notice()).isEmpty();
        assertThat(repository.createDeploymentQuery().count()).isOne();
    }

    @Test
    void aNewReleaseIsLaidOverTheLastOne() throws IOException {
        start();
        release("取样与见证");
        assertThat(start().notice()).isEmpty();
        assertThat(newest()).isEqualTo("取样与见证");
    }

    @Test
    void whatAnAdministratorDeployedSinceIsKeptAndANoticeSaysSo() throws IOException {
        start();
        byAdministrator("取样（本市）");
        assertThat(start().notice()).map(DeploymentNotice::code).hasValue("workflow.bundle.kept");
        release("取样与见证");
        assertThat(start().notice()).map(DeploymentNotice::code).hasValue("workflow.bundle.kept");
        assertThat(newest()).isEqualTo("取样（本市）");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(2);
    }

    @Test
    void onceTheAdministratorTakesItBackTheReleaseIsDeployed() throws IOException {
        start();
        Deployment own = byAdministrator("取样（本市）");
        release("取样与见证");
        start();
        repository.deleteDeployment(own.getId());
        assertThat(start().notice()).isEmpty();
        assertThat(newest()).isEqualTo("取样与见证");
    }

    private Bundle start() {
        ActingPerson acting = mock(ActingPerson.class);
        when(acting.asPlatform(any()))
                .then(call -> call.<Supplier<?>>getArgument(0).get());
        Bundle bundle =
                new Bundle(repository, acting, new WorkflowSettings(jar.toUri().toString()));
        bundle.afterSingletonsInstantiated();
        return bundle;
    }

    private void release(String name) throws IOException {
        Files.writeString(jar.resolve("processes/sampling.bpmn"), MODEL.replace("NAME", name));
    }

    private Deployment byAdministrator(String name) {
        return repository
                .createDeployment()
                .name("本市调整")
                .source("cockpit")
                .addString("processes/sampling.bpmn", MODEL.replace("NAME", name))
                .deploy();
    }

    private String newest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("sampling")
                .latestVersion()
                .singleResult()
                .getName();
    }
}
