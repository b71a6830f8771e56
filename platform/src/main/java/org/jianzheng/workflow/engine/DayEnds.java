package org.jianzheng.workflow.engine;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jianzheng.kernel.CityTime;

/** Tasklist would print a limit that ends with a day as 00:00 of the next: a task's date is the day's last second instead. */
class DayEnds extends AbstractBpmnParseListener implements TaskListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(EVENTNAME_CREATE, this);
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getDueDate() != null) {
            Instant due = task.getDueDate().toInstant();
            boolean endsADay = due.atZone(CityTime.ZONE).toLocalTime().equals(LocalTime.MIDNIGHT);
            task.setDueDate(Date.from(endsADay ? due.minusSeconds(1) : due));
        }
    }
}
