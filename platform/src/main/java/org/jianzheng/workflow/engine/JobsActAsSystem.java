package org.jianzheng.workflow.engine;

import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;

/** Timers and other jobs act as nobody in person, also when somebody pushes one by hand. */
class JobsActAsSystem extends CommandInterceptor {

    private final Identity identity;

    JobsActAsSystem(Identity identity) {
        this.identity = identity;
    }

    @Override
    public <T> T execute(Command<T> command) {
        return command instanceof ExecuteJobsCmd
                ? identity.as(Person.SYSTEM, () -> next.execute(command))
                : next.execute(command);
    }
}
