package probe;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.jianzheng.identity.Identity;
import org.jianzheng.workflow.Processes;
import org.springframework.core.env.Environment;

/** Probe cases, and what a browser has to know to work on them. */
public class ProbeCases {

    /** A form of raw records as Tasklist sends it; what comes in the place of MORE does not belong there. */
    public static final String LOADS =
            """
            {"variables":{"machine":{"value":"BJ01-M1"},
              "environment":{"type":"Json","valueInfo":null,"value":"{\\"temperature\\":20.5}"},
              "specimens":{"type":"Json","valueInfo":null,"value":"[{\\"load\\":0.1},{\\"load\\":25.3},{\\"load\\":30}]"},
              "retest":{"value":false},"note":{"type":"Json","value":"{\\"fixed\\":\\"x\\"}"}MORE}}""";

    private final Processes processes;
    private final Identity identity;
    private final FilterService filters;
    private final RepositoryService repository;
    private final Environment environment;

    public ProbeCases(
            Processes processes,
            Identity identity,
            FilterService filters,
            RepositoryService repository,
            Environment environment) {
        this.processes = processes;
        this.identity = identity;
        this.filters = filters;
        this.repository = repository;
        this.environment = environment;
    }

    public static String loads(String more) {
        return LOADS.replace("MORE", more);
    }

    /** A case that waits for its raw record. */
    public String started() {
        return identity.as(
                ProbePlatform.PEOPLE.get("commissioner"),
                () -> processes.startByForm("probe-case", Map.of("project", "宝鸡 <b>一号</b> 楼 🏗", "lab", "BJ01")));
    }

    /** The task of a case that waits for its record. */
    public String recording(String caseId) {
        identity.as(
                ProbePlatform.PEOPLE.get("tester"),
                () -> processes.start("probe-record", caseId, Map.of("labCode", "BJ01")));
        return task(caseId);
    }

    /** Id of its open task. */
    public String task(String caseId) {
        return processes.openTasks(List.of(caseId)).get(0).id();
    }

    public Browser browser(String person) {
        return new Browser(environment.getRequiredProperty("local.server.port", Integer.class), person);
    }

    public String filter(String name) {
        return filters.createTaskFilterQuery().filterName(name).singleResult().getId();
    }

    /** Id of the process that was deployed last. */
    public String definition() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("probe-case")
                .latestVersion()
                .singleResult()
                .getId();
    }
}
