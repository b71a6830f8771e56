package org.jianzheng.workflow.bundle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jianzheng.workflow.DeploymentNotice;
import org.jianzheng.workflow.engine.ActingPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Deploys the jar's diagrams, decisions and forms as one deployment, so that a running case never mixes versions. Only over
 * its own last one: where an administrator has deployed since, that stays and a notice says so.
 */
@Component
public class Bundle implements SmartInitializingSingleton {

    static final String NAME = "jianzheng";
    /** Deployments of the jar name themselves by what they hold. */
    static final String SOURCE = "jar:";

    private static final Logger LOG = LoggerFactory.getLogger(Bundle.class);

    private final RepositoryService repository;
    private final ActingPerson acting;
    private final WorkflowSettings settings;
    private volatile DeploymentNotice notice;

    Bundle(RepositoryService repository, ActingPerson acting, WorkflowSettings settings) {
        this.repository = repository;
        this.acting = acting;
        this.settings = settings;
    }

    /** What an administrator has to know since the start. */
    public Optional<DeploymentNotice> notice() {
        return Optional.ofNullable(notice);
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<String, byte[]> files = BundleFiles.read(settings.bundle());
        if (!files.isEmpty()) {
            acting.asPlatform(() -> {
                deploy(files);
                return null;
            });
        }
    }

    private void deploy(Map<String, byte[]> files) {
        String source = SOURCE + BundleFiles.hash(files);
        Set<String> current = currentSources(files);
        if (current.equals(Set.of(source))) {
            return;
        }
        boolean foreign = current.stream().anyMatch(other -> !other.startsWith(SOURCE));
        if (foreign) {
            notice = new DeploymentNotice("workflow.bundle.kept", List.of());
            LOG.warn(
                    "An administrator has deployed diagrams since; the jar's own are not deployed. Deploy them by hand, "
                            + "or delete that deployment and start again.");
            return;
        }
        DeploymentBuilder builder =
                repository.createDeployment().name(NAME).source(source).enableDuplicateFiltering(false);
        files.forEach((name, content) -> builder.addInputStream(name, new java.io.ByteArrayInputStream(content)));
        try {
            Deployment deployed = builder.deploy();
            LOG.info("Deployed {} files as {} {}", files.size(), deployed.getId(), source.substring(0, 16));
        } catch (BrokenBundle broken) {
            // The wiring test keeps this from ever being released; cases already running go on with what they have.
            notice = new DeploymentNotice(
                    "workflow.bundle.broken", broken.getMessage().lines().toList());
            LOG.error("The jar's diagrams are not deployed:\n{}", broken.getMessage());
        }
    }

    /** Where the newest version of each of the bundle's processes and decisions came from. */
    private Set<String> currentSources(Map<String, byte[]> files) {
        Set<String> names = files.keySet();
        Stream<String> processes = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(definition -> keys(names, ".bpmn").contains(definition.getKey()))
                .map(ProcessDefinition::getDeploymentId);
        Stream<String> decisions = repository.createDecisionDefinitionQuery().latestVersion().list().stream()
                .filter(definition -> keys(names, ".dmn").contains(definition.getKey()))
                .map(DecisionDefinition::getDeploymentId);
        return Stream.concat(processes, decisions).map(this::source).collect(Collectors.toSet());
    }

    private static Set<String> keys(Set<String> files, String suffix) {
        return files.stream()
                .filter(name -> name.endsWith(suffix))
                .map(name -> name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.')))
                .collect(Collectors.toSet());
    }

    private String source(String deploymentId) {
        Deployment deployment =
                repository.createDeploymentQuery().deploymentId(deploymentId).singleResult();
        return String.valueOf(deployment.getSource());
    }
}
