package org.jianzheng.workflow.opentask;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/** Whatever the engine's history hears of a task, its readers' rows hear too: no diagram has to say so. */
class TaskChanges implements HistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricTaskInstanceEventEntity task) {
            boolean over = event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_COMPLETE)
                    || event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_DELETE);
            tasks().touch(task.getTaskId(), event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_CREATE), over);
        } else if (event instanceof HistoricIdentityLinkLogEventEntity link && link.getTaskId() != null) {
            tasks().touch(link.getTaskId(), false, false);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private static ReadersTasks tasks() {
        return (ReadersTasks) Context.getCommandContext().getTaskManager();
    }
}
