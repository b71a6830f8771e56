package org.jianzheng.workflow.enginereads;

import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Of a task that is not in the database yet nobody has been granted anything: what is granted now the command knows itself. */
class NewTaskGrants extends DefaultAuthorizationProvider {

    @Override
    protected AuthorizationEntity getGrantAuthorization(
            String taskId, String userId, String groupId, Resource resource) {
        return isNew(taskId) ? null : super.getGrantAuthorization(taskId, userId, groupId, resource);
    }

    private static boolean isNew(String taskId) {
        DbEntityManager entities = Context.getCommandContext().getDbEntityManager();
        TaskEntity task = entities.getCachedEntity(TaskEntity.class, taskId);
        CachedDbEntity known = task == null ? null : entities.getDbEntityCache().getCachedEntity(task);
        return known != null && known.getEntityState() == DbEntityState.TRANSIENT;
    }
}
