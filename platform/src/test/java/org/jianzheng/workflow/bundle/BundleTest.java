package org.jianzheng.workflow.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jianzheng.identity.Identity;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.workflow.engine.ActingPerson;
import org.jianzheng.workflow.form.ComposedForm;
import org.jianzheng.workflow.form.ComposedForms;
import org.jianzheng.workflow.form.FormFields;
import org.jianzheng.workflow.form.FormFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.ObjectProvider;

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

    private static final String FRAME = "forms/testing/record.form";
    private static final String FRAME_TEXT =
            "{\"id\":\"record\",\"components\":[{\"type\":\"placeholder\",\"id\":\"inputs\"}]}";

    @TempDir
    private Path jar;

    private ProcessEngine engine;
    private RepositoryService repository;
    private final Ledger ledger = mock(Ledger.class);
    private final ObjectProvider<ComposedForms> composed = mock();

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
    void whatDidNotComeWithTheProgramIsReplacedAndANoticeNamesIt() throws IOException {
        start();
        Deployment own = foreign("sampling", "取样（本市）", "cockpit");
        assertThat(start().notice()).hasValueSatisfying(notice -> {
            assertThat(notice.code()).isEqualTo("workflow.bundle.replaced");
            assertThat(notice.problems()).singleElement().asString().contains(own.getId());
        });
        assertThat(newest()).isEqualTo("取样");
        assertThat(start().notice()).isEmpty();
    }

    @Test
    void whatPretendsToBeOfTheProgramIsFoundByItsContent() throws IOException {
        start();
        String source = repository.createDeploymentQuery().singleResult().getSource();
        foreign("sampling", "取样（本市）", source);
        assertThat(start().notice()).map(DeploymentNotice::code).hasValue("workflow.bundle.replaced");
        assertThat(newest()).isEqualTo("取样");
    }

    @Test
    void whatTheProgramDoesNotBringCannotBeStarted() throws IOException {
        start();
        foreign("signing", "检测员签发", "cockpit");
        release("取样与见证");
        start();
        assertThat(repository.createProcessDefinitionQuery().suspended().list())
                .extracting(ProcessDefinition::getKey)
                .containsExactly("signing");
        assertThat(newest()).isEqualTo("取样与见证");
    }

    @Test
    void eachDeploymentIsRecordedWithTheHashOfEveryFile() {
        start();
        start();
        var fact = ArgumentCaptor.forClass(Ledger.Fact.class);
        verify(ledger, times(1)).append(fact.capture());
        assertThat(fact.getValue().action()).isEqualTo("bundle.deployed");
        assertThat(fact.getValue().content()).containsKeys("sha256", "processes/sampling.bpmn", "replaced");
        assertThat(fact.getValue().content().get("processes/sampling.bpmn").toString())
                .matches("[0-9a-f]{64}");
    }

    /** What a method needs is data: other data, another form, another bundle. */
    @Test
    void composedFormsAreDeployedBesideTheirFrameAndCountAmongWhatChanged() throws IOException {
        frame();
        compose("最大拉力 (kN)");
        start();
        start();
        assertThat(repository.createDeploymentQuery().count()).isOne();
        assertThat(names()).contains("forms/testing/record-splice-main.form").doesNotContain(FRAME);
        compose("最大力 (kN)");
        assertThat(start().notice()).isEmpty();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(2);
    }

    @Test
    void aFormOfNoFrameIsToldAndNothingIsDeployed() {
        compose("最大拉力 (kN)");
        assertThat(start().notice()).hasValueSatisfying(notice -> {
            assertThat(notice.code()).isEqualTo("workflow.bundle.broken");
            assertThat(notice.problems()).singleElement().asString().contains("record");
        });
        assertThat(repository.createDeploymentQuery().count()).isZero();
    }

    private void frame() throws IOException {
        Files.createDirectories(jar.resolve(FRAME).getParent());
        Files.writeString(jar.resolve(FRAME), FRAME_TEXT);
    }

    private void compose(String label) {
        ComposedForm form = FormFrame.read(FRAME_TEXT)
                .compose("record-splice-main", List.of(FormFields.decimal("maxForceKn", label)));
        ComposedForms forms = mock();
        when(forms.frame()).thenReturn("record");
        when(forms.forms()).thenReturn(List.of(form));
        when(composed.orderedStream()).then(call -> Stream.of(forms));
    }

    private List<String> names() {
        return repository.getDeploymentResourceNames(
                repository.createDeploymentQuery().singleResult().getId());
    }

    private Bundle start() {
        ActingPerson acting = mock(ActingPerson.class);
        when(acting.asPlatform(any()))
                .then(call -> call.<Supplier<?>>getArgument(0).get());
        Bundle bundle = new Bundle(
                repository,
                new DeploymentGuard(mock(), mock()),
                ledger,
                new Identity(),
                acting,
                new WorkflowSettings(jar.toUri().toString()),
                composed,
                mock());
        bundle.afterSingletonsInstantiated();
        return bundle;
    }

    private void release(String name) throws IOException {
        Files.writeString(jar.resolve("processes/sampling.bpmn"), MODEL.replace("NAME", name));
    }

    /** As an administrator of an earlier release could. */
    private Deployment foreign(String key, String name, String source) {
        return repository
                .createDeployment()
                .name("本市调整")
                .source(source)
                .addString(
                        "processes/" + key + ".bpmn",
                        MODEL.replace("\"sampling\"", "\"" + key + "\"").replace("NAME", name))
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
