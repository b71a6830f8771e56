package org.jianzheng.workflow.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** What the engine has, by its content: the name a deployment gives itself proves nothing. */
class Deployed {

    private final RepositoryService repository;

    Deployed(RepositoryService repository) {
        this.repository = repository;
    }

    /** Where the newest version of each of these files' processes and decisions came from. */
    Set<Deployment> newest(Set<String> files) {
        Set<String> processKeys = keys(files, ".bpmn");
        Set<String> decisionKeys = keys(files, ".dmn");
        Stream<String> processes = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(definition -> processKeys.contains(definition.getKey()))
                .map(ProcessDefinition::getDeploymentId);
        Stream<String> decisions = repository.createDecisionDefinitionQuery().latestVersion().list().stream()
                .filter(definition -> decisionKeys.contains(definition.getKey()))
                .map(DecisionDefinition::getDeploymentId);
        Map<String, Deployment> all = repository.createDeploymentQuery().list().stream()
                .collect(Collectors.toMap(Deployment::getId, Function.identity()));
        return Stream.concat(processes, decisions).distinct().map(all::get).collect(Collectors.toSet());
    }

    /** Whether the deployment holds exactly the files of that hash. */
    boolean holds(Deployment deployment, String hash) {
        return hash(deployment).equals(hash);
    }

    /** Whether it says of itself what it holds, as each of the program's does. */
    boolean isOfProgram(Deployment deployment) {
        return (Bundle.SOURCE + hash(deployment)).equals(deployment.getSource());
    }

    /** What these files do not bring is not started any more; its cases run on. */
    void suspendOthers(Set<String> files) {
        Set<String> known = keys(files, ".bpmn");
        repository.createProcessDefinitionQuery().active().list().stream()
                .filter(definition -> !known.contains(definition.getKey()))
                .forEach(definition -> repository.suspendProcessDefinitionById(definition.getId(), false, null));
    }

    private String hash(Deployment deployment) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : repository.getDeploymentResourceNames(deployment.getId())) {
            try (InputStream content = repository.getResourceAsStream(deployment.getId(), name)) {
                files.put(name, content.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return BundleFiles.hash(files);
    }

    private static Set<String> keys(Set<String> files, String suffix) {
        return files.stream()
                .filter(name -> name.endsWith(suffix))
                .map(name -> name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.')))
                .collect(Collectors.toSet());
    }
}
