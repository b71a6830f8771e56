package org.jianzheng.workflow.enginereads;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which process definitions were deployed with which, as far as this node has met them. */
class DeployedTogether {

    private final Map<String, Set<String>> byDeployment = new ConcurrentHashMap<>();
    private final Map<String, String> deployments = new ConcurrentHashMap<>();

    void note(String definition, String deployment) {
        byDeployment
                .computeIfAbsent(deployment, id -> ConcurrentHashMap.newKeySet())
                .add(definition);
        deployments.put(definition, deployment);
    }

    Set<String> with(String definition) {
        String deployment = deployments.get(definition);
        return deployment == null ? Set.of() : Set.copyOf(byDeployment.get(deployment));
    }
}
