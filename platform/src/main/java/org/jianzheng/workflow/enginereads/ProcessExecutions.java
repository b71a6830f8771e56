package org.jianzheng.workflow.enginereads;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Whoever asks for an execution asks for the others of its process next: they are read together. */
class ProcessExecutions extends ExecutionManager {

    private final Map<String, List<ExecutionEntity>> read = new HashMap<>();

    @Override
    public ExecutionEntity findExecutionById(String id) {
        if (getDbEntityManager().getCachedEntity(ExecutionEntity.class, id) == null) {
            process(id).ifPresent(process -> read.put(process, super.findExecutionsByProcessInstanceId(process)));
        }
        return super.findExecutionById(id);
    }

    @Override
    public List<ExecutionEntity> findExecutionsByProcessInstanceId(String process) {
        List<ExecutionEntity> known = read.remove(process);
        return known != null && isWhole(process, known) ? known : super.findExecutionsByProcessInstanceId(process);
    }

    /** The process that the execution is of, as who names it says; a case's own where a process was called. */
    private Optional<String> process(String id) {
        return Stream.of(
                        cached(TaskEntity.class)
                                .filter(task -> id.equals(task.getExecutionId()))
                                .map(TaskEntity::getProcessInstanceId),
                        cached(JobEntity.class)
                                .filter(job -> id.equals(job.getExecutionId()))
                                .map(JobEntity::getProcessInstanceId),
                        cached(ExecutionEntity.class)
                                .filter(called -> id.equals(called.getSuperExecutionId()))
                                .map(ExecutionEntity::getRootProcessInstanceId))
                .flatMap(processes -> processes)
                .findFirst();
    }

    /** Whether the command has added none since, and has written away none. */
    private boolean isWhole(String process, List<ExecutionEntity> known) {
        List<ExecutionEntity> now = cached(ExecutionEntity.class)
                .filter(one -> process.equals(one.getProcessInstanceId()))
                .toList();
        return now.size() == known.size() && now.containsAll(known);
    }

    private <T extends DbEntity> Stream<T> cached(Class<T> type) {
        return getDbEntityManager().getCachedEntitiesByType(type).stream();
    }
}
