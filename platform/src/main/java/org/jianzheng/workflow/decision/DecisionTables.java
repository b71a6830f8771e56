package org.jianzheng.workflow.decision;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jianzheng.workflow.engine.ActingPerson;
import org.springframework.stereotype.Component;

/**
 * The newest version of each table, parsed once. Whether there is a newer one is asked at most once a second, so that every
 * node follows a deployment made on any of them.
 */
@Component
public class DecisionTables {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    // Of its own: evaluations of the process engine's leave a history that policy questions do not need.
    private final DmnEngine engine = new DefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final RepositoryService repository;
    private final ActingPerson acting;

    DecisionTables(RepositoryService repository, ActingPerson acting) {
        this.repository = repository;
        this.acting = acting;
    }

    private record Known(DecisionTable table, long asked) {

        boolean fresh() {
            return System.nanoTime() - asked < FRESH;
        }
    }

    public List<Map<String, Object>> decide(String key, Map<String, ?> facts) {
        Known last = known.get(key);
        DecisionTable table = last != null && last.fresh() ? last.table() : newest(key);
        return table.decide(facts);
    }

    private DecisionTable newest(String key) {
        return acting.asPlatform(() -> {
            DecisionDefinition definition = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(key)
                    .latestVersion()
                    .singleResult();
            if (definition == null) {
                throw new IllegalStateException("No decision table " + key + " is deployed");
            }
            Known last = known.get(key);
            DecisionTable table = last != null && last.table().id().equals(definition.getId())
                    ? last.table()
                    : read(key, definition.getId());
            known.put(key, new Known(table, System.nanoTime()));
            return table;
        });
    }

    private DecisionTable read(String key, String id) {
        InputStream model = repository.getDecisionModel(id);
        return new DecisionTable(id, engine, engine.parseDecision(key, model));
    }
}
