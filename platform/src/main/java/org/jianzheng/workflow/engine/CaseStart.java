package org.jianzheng.workflow.engine;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.workflow.expression.PlainValues;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts processes: a new case by its form, or a further process of a case that exists. */
@Component
public class CaseStart {

    static final String CASE = "caseId";

    private final Identity identity;
    private final ActingPerson acting;
    private final Forms forms;
    private final StartForms startForms;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Clock clock;
    private final Grants grants;
    private final TransactionTemplate transaction;

    CaseStart(
            Identity identity,
            ActingPerson acting,
            Forms forms,
            StartForms startForms,
            RepositoryService repository,
            RuntimeService runtime,
            ManagementService management,
            Clock clock,
            Grants grants,
            PlatformTransactionManager transactions) {
        this.identity = identity;
        this.acting = acting;
        this.forms = forms;
        this.startForms = startForms;
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
        this.clock = clock;
        this.grants = grants;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What starting brought about. */
    public record Started(String caseId, String processInstanceId, String definitionId) {}

    /** The latest version of the process, started with what its form was filled with. */
    public Started byKey(String processKey, Map<String, ?> sent) {
        return byForm(latest(processKey).getId(), sent);
    }

    /** Starts a new case. The engine lets only those do it who were granted it. */
    public Started byForm(String definitionId, Map<String, ?> sent) {
        Person person = identity.acting();
        grants.make(person);
        try {
            return transaction.execute(status -> start(person, definitionId, sent));
        } catch (RuntimeException e) {
            throw Refusals.of(e);
        }
    }

    /** Starts a process of a case that exists, as the platform. */
    public String ofCase(String processKey, String caseId, Map<String, ?> variables) {
        Map<String, Object> all = new HashMap<>();
        variables.forEach((name, value) -> all.put(name, PlainValues.toEngine(value)));
        all.put(CASE, caseId);
        try {
            return acting.asPlatform(() ->
                    runtime.startProcessInstanceByKey(processKey, caseId, all).getId());
        } catch (RuntimeException e) {
            throw Refusals.of(e);
        }
    }

    /** Brings the due date of a waiting timer forward to this moment. */
    public void hasten(String process, String timer) {
        // The engine keeps whole seconds, and MySQL would round to the next.
        Date now = Date.from(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        acting.asPlatform(() -> {
            management
                    .createJobQuery()
                    .processInstanceId(process)
                    .activityId(timer)
                    .timers()
                    .list()
                    .forEach(job -> management.setJobDuedate(job.getId(), now));
            return null;
        });
    }

    /** The latest version of the process, started with content that another way than its form has brought and checked. */
    public Started byContent(String processKey, Map<String, Object> content) {
        Person person = identity.acting();
        grants.make(person);
        try {
            return transaction.execute(
                    status -> begin(person, latest(processKey).getId(), content));
        } catch (RuntimeException e) {
            throw Refusals.of(e);
        }
    }

    private Started start(Person person, String definitionId, Map<String, ?> sent) {
        requireNoAdministrator(person);
        requireLatest(definitionId);
        return begin(person, definitionId, forms.ofStart(definitionId).check(sent, startForms.shown(definitionId)));
    }

    private Started begin(Person person, String definitionId, Map<String, Object> checked) {
        requireNoAdministrator(person);
        String caseId = UUID.randomUUID().toString();
        Map<String, Object> variables = Completion.transientForm(checked);
        variables.put(CASE, caseId);
        ProcessInstance instance = acting.as(person, () -> runtime.createProcessInstanceById(definitionId)
                .businessKey(caseId)
                .setVariables(variables)
                .execute());
        return new Started(caseId, instance.getId(), definitionId);
    }

    private static void requireNoAdministrator(Person person) {
        if (person.has(Role.ADMIN)) {
            throw new Forbidden("workflow.start.admin");
        }
    }

    /** An earlier diagram is for the cases that run on it; a form that stayed open over an upgrade is opened again. */
    private void requireLatest(String definitionId) {
        ProcessDefinition asked = acting.asPlatform(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionId(definitionId)
                .singleResult());
        if (asked == null || !latest(asked.getKey()).getId().equals(definitionId)) {
            throw new Conflict("workflow.start.outdated");
        }
    }

    private ProcessDefinition latest(String key) {
        ProcessDefinition latest = acting.asPlatform(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .active()
                .singleResult());
        if (latest == null) {
            throw new NotFound("workflow.start.unknown", key);
        }
        return latest;
    }
}
