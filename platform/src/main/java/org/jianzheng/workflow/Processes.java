package org.jianzheng.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.Paged;
import org.jianzheng.workflow.answer.AnswerStore;
import org.jianzheng.workflow.bundle.Bundle;
import org.jianzheng.workflow.bundle.DeploymentNotice;
import org.jianzheng.workflow.engine.CaseQueries;
import org.jianzheng.workflow.engine.CaseStart;
import org.jianzheng.workflow.engine.Completion;
import org.jianzheng.workflow.engine.FormChoices;
import org.jianzheng.workflow.engine.Inbox;
import org.jianzheng.workflow.engine.Takeover;
import org.jianzheng.workflow.opentask.OpenTasks;
import org.jianzheng.workflow.task.CaseStep;
import org.jianzheng.workflow.task.OpenTask;
import org.jianzheng.workflow.task.RecordedAnswer;
import org.springframework.stereotype.Service;

/**
 * Cases on their way: starting them, completing their tasks, asking where they are. Whoever acts is the person {@code
 * Identity} knows; the engine's permissions hold here as they do in Tasklist.
 */
@Service
public class Processes {

    private final CaseStart starting;
    private final Completion completing;
    private final CaseQueries asking;
    private final OpenTasks open;
    private final Takeover takingOver;
    private final Inbox inbox;
    private final FormChoices choices;
    private final AnswerStore answers;
    private final Bundle bundle;

    Processes(
            CaseStart starting,
            Completion completing,
            CaseQueries asking,
            OpenTasks open,
            Takeover takingOver,
            Inbox inbox,
            FormChoices choices,
            AnswerStore answers,
            Bundle bundle) {
        this.starting = starting;
        this.completing = completing;
        this.asking = asking;
        this.open = open;
        this.takingOver = takingOver;
        this.inbox = inbox;
        this.choices = choices;
        this.answers = answers;
        this.bundle = bundle;
    }

    /**
     * Starts a process for a case that exists. The calling module has decided that it may be started.
     *
     * @return the id of the process instance
     */
    public String start(String processKey, String caseId, Map<String, ?> variables) {
        return starting.ofCase(processKey, caseId, variables);
    }

    /**
     * Starts a new case with what its start form was filled with, as Tasklist does.
     *
     * @return the new case's id
     * @throws org.jianzheng.kernel.RuleBroken when the person may not, the form is wrong, or a Step refuses
     */
    public String startByForm(String processKey, Map<String, ?> form) {
        return starting.byKey(processKey, form).caseId();
    }

    /**
     * Starts a new case with what did not come by its form, such as a file; the calling module has checked it. Permissions
     * hold as they do for the form.
     *
     * @param content what the first Step gets as {@code form}; lives in the starting transaction only
     * @return the new case's id
     */
    public String startByContent(String processKey, Map<String, Object> content) {
        return starting.byContent(processKey, content).caseId();
    }

    /**
     * Completes a task with what its form was filled with: the door Tasklist posts to.
     *
     * @throws org.jianzheng.kernel.RuleBroken when the person may not, the form is wrong, or a Step refuses; nothing has
     *     changed then
     */
    public void complete(String taskId, Map<String, ?> form) {
        completing.complete(taskId, form);
    }

    /**
     * Lets the timer at which the process waits fire now, by the job executor, in a transaction of its own. Nothing happens
     * where it does not wait there.
     *
     * @param process id that {@link #start} answered
     */
    public void hasten(String process, String timer) {
        starting.hasten(process, timer);
    }

    /** What is open in these cases, oldest first. */
    public List<OpenTask> openTasks(Collection<String> caseIds) {
        return asking.openTasks(caseIds);
    }

    /** What this person may do now: taken by them, or to be claimed by one of their groups; oldest first. */
    public Paged<OpenTask> tasksOf(Person person, int page, int size) {
        return open.of(person, page, size);
    }

    /** What colleagues have taken and this person may do as well; those given to one of them by name first. */
    public Paged<OpenTask> heldByColleagues(Person person, int page, int size) {
        return open.heldFor(person, page, size);
    }

    /**
     * The acting person takes over what a colleague has taken.
     *
     * @param form with the {@code reason}, which the ledger keeps
     */
    public void takeOver(String taskId, Map<String, ?> form) {
        takingOver.take(taskId, form);
    }

    /** The acting person gives a task that they have claimed back to its group. */
    public void giveBack(String taskId) {
        inbox.unclaim(taskId);
    }

    /** What a field of the task's form lets one choose; empty where it fixes nothing. The caller has checked who may know. */
    public List<String> choices(String taskId, String field) {
        return choices.of(taskId, field);
    }

    /** What the case has gone through, in order; sub-processes included. The caller has checked who may know. */
    public List<CaseStep> history(String caseId) {
        return asking.steps(caseId);
    }

    /**
     * What the Steps of the case have answered, in order, for whoever rehearses a changed diagram. The caller has checked who
     * may know.
     *
     * @param size 500 at most
     */
    public List<RecordedAnswer> answers(String caseId, int page, int size) {
        return answers.of(caseId, page, size);
    }

    /** What an administrator has to know of the diagrams; empty where those of the program run. */
    public Optional<DeploymentNotice> deploymentNotice() {
        return bundle.notice();
    }

    /** The page of Tasklist that asks for a new case of that process, from the root of the site. */
    public String startUrl(String processKey) {
        return "/camunda/app/tasklist/default/#/?processStart=" + processKey;
    }

    /** The page of Tasklist that shows this task, from the root of the site. */
    public String taskUrl(String taskId) {
        return "/camunda/app/tasklist/default/#/?task=" + taskId;
    }
}
