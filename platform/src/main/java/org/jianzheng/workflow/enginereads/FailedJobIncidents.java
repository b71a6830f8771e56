package org.jianzheng.workflow.enginereads;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;

/** A job's incident is its execution's too, and an execution's row says whether it has any. */
class FailedJobIncidents extends DefaultIncidentHandler {

    FailedJobIncidents() {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    protected void removeIncident(IncidentContext context, boolean resolved) {
        String id = context.getExecutionId();
        ExecutionEntity execution = id == null
                ? null
                : Context.getCommandContext().getDbEntityManager().getCachedEntity(ExecutionEntity.class, id);
        if (execution == null || !execution.getIncidents().isEmpty()) {
            super.removeIncident(context, resolved);
        }
    }
}
