package org.jianzheng.workflow.enginereads;

import java.util.Date;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/** The engine's own, which reads each row that it closes, to learn when it began: here it is told. */
class HistoryWriting extends DbHistoryEventHandler {

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        Date began = event instanceof HistoricScopeInstanceEvent && !isInitialEvent(event) && !isKnown(event)
                ? began(event)
                : null;
        if (began == null) {
            super.insertOrUpdate(event);
        } else {
            ((HistoricScopeInstanceEvent) event).setStartTime(began);
            getDbEntityManager().merge(event);
        }
    }

    private boolean isKnown(HistoryEvent event) {
        return event.getId() == null || getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) != null;
    }

    private static Date began(HistoryEvent event) {
        return event.getRootProcessInstanceId() == null
                ? null
                : Context.getCommandContext().getSession(StartTimes.class).of(event);
    }
}
