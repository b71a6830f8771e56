package org.jianzheng.workflow.enginereads;

import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/** The processes of a case call one another, so a command that asks for one reads those deployed with it as well. */
class Definitions extends ProcessDefinitionManager {

    private final DeployedTogether together;

    Definitions(DeployedTogether together) {
        this.together = together;
    }

    @Override
    public ProcessDefinitionEntity findLatestDefinitionById(String id) {
        Set<String> ids = together.with(id);
        if (ids.size() > 1 && getCachedResourceDefinitionEntity(id) == null) {
            findDefinitionsByIds(ids); // They are the command's from now on.
        }
        return noted(super.findLatestDefinitionById(id));
    }

    @Override
    public ProcessDefinitionEntity findDefinitionByDeploymentAndKey(String deployment, String key) {
        return getDbEntityManager().getCachedEntitiesByType(ProcessDefinitionEntity.class).stream()
                .filter(one ->
                        one.getDeploymentId().equals(deployment) && one.getKey().equals(key))
                .findFirst()
                .orElseGet(() -> noted(super.findDefinitionByDeploymentAndKey(deployment, key)));
    }

    private ProcessDefinitionEntity noted(ProcessDefinitionEntity found) {
        if (found != null && found.getDeploymentId() != null) {
            together.note(found.getId(), found.getDeploymentId());
        }
        return found;
    }
}
