package org.jianzheng.acquisition.run;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.jianzheng.kernel.NewestFirst;
import org.jianzheng.kernel.Paged;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs as the acting person may look them up. */
@Component
@Transactional(readOnly = true)
public class RunList {

    private final RunStore runs;
    private final RunSight sight;
    private final EntityManager entities;

    RunList(RunStore runs, RunSight sight, EntityManager entities) {
        this.runs = runs;
        this.sight = sight;
        this.entities = entities;
    }

    /**
     * Newest first.
     *
     * @param state null for any
     */
    public Paged<RunView> page(RunState state, int page, int size) {
        Specification<Run> where = sight.within();
        if (state != null) {
            where = where.and((root, query, builder) -> builder.equal(root.get("state"), state));
        }
        return new NewestFirst<>(entities, Run.class, "openedAt", "id")
                .page(where, page, size)
                .map(Run::view);
    }

    /** Those that began under an offline permit. */
    public List<RunView> ofPermit(String permitId) {
        return runs.ofPermit(permitId).stream()
                .filter(run -> sight.sees(run.parties()))
                .map(Run::view)
                .toList();
    }

    /** Other sealed runs of the same case and method: what its curve is held against. */
    public List<RunView> comparable(RunView run) {
        return runs.ofCase(run.caseId()).stream()
                .filter(other -> sight.sees(other.parties()))
                .filter(other -> other.state() == RunState.SEALED && !other.id().equals(run.id()))
                .filter(other -> other.method().equals(run.piece().method()))
                .map(Run::view)
                .toList();
    }
}
