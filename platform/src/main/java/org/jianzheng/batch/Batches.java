package org.jianzheng.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Projects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Door of the module: which batches a project has, evaluating one, and what was evaluated. Whoever may see the project sees them. */
@Service
@Transactional
public class Batches {

    /** The evaluation is the site's and its supervisors' act; the contractor whose concrete it is may look. */
    private static final Set<Role> EVALUATING =
            Set.of(Role.COMMISSIONER, Role.WITNESS, Role.SUPERVISOR, Role.STATIONADMIN);

    private final Projects projects;
    private final ProjectGroups groups;
    private final Evaluating evaluating;
    private final EvaluationStore store;
    private final EvaluationProofs proofs;
    private final Identity identity;

    Batches(
            Projects projects,
            ProjectGroups groups,
            Evaluating evaluating,
            EvaluationStore store,
            EvaluationProofs proofs,
            Identity identity) {
        this.projects = projects;
        this.groups = groups;
        this.evaluating = evaluating;
        this.store = store;
        this.proofs = proofs;
        this.identity = identity;
    }

    /** Whether the acting person evaluates batches of the projects that they see. */
    @Transactional(readOnly = true)
    public boolean mayEvaluate() {
        return identity.acting().roles().stream().anyMatch(EVALUATING::contains);
    }

    /**
     * The project, if the acting person may know of it.
     *
     * @throws NotFound else
     */
    @Transactional(readOnly = true)
    public Project project(String projectCode) {
        return projects.own(projectCode);
    }

    /** The project's batches: those with most groups that no evaluation counts yet first. */
    @Transactional(readOnly = true)
    public Paged<BatchOffer> offers(String projectCode, int page, int size) {
        Project project = project(projectCode);
        Map<String, List<CubeGroup>> batches = new LinkedHashMap<>();
        groups.all(project.code())
                .forEach(group -> batches.computeIfAbsent(group.criteria().key(), key -> new ArrayList<>())
                        .add(group));
        Map<String, String> evaluated = store.standing(project.code());
        List<BatchOffer> all = batches.values().stream()
                .map(batch -> offer(batch, evaluated))
                .sorted(Comparator.comparing((BatchOffer offer) -> offer.evaluated() - offer.counting())
                        .thenComparing(offer -> offer.criteria().key()))
                .toList();
        return Paged.of(all, page, size);
    }

    private static BatchOffer offer(List<CubeGroup> batch, Map<String, String> evaluated) {
        List<CubeGroup> counting = batch.stream().filter(CubeGroup::counts).toList();
        return new BatchOffer(
                batch.get(0).criteria(),
                counting.size(),
                (int) counting.stream()
                        .filter(group -> evaluated.containsKey(group.reportNo()))
                        .count(),
                (int) counting.stream().filter(CubeGroup::failed).count(),
                batch.size() - counting.size());
    }

    /** What a choice makes of a batch, before anybody answers for it. */
    @Transactional(readOnly = true)
    public SelectionView selection(String projectCode, BatchChoice choice) {
        Project project = project(projectCode);
        List<CubeGroup> all = groups.all(project.code());
        BatchCriteria criteria = ProjectGroups.criteria(all, choice.key());
        List<CubeGroup> ofBatch = ProjectGroups.of(all, choice.key());
        BatchSelection selection = BatchSelection.of(criteria, ofBatch, choice);
        return new SelectionView(
                selection,
                ofBatch.stream()
                        .map(group -> group.place().unitWorks())
                        .distinct()
                        .sorted()
                        .toList(),
                store.standing(project.code()),
                evaluating.standing(selection));
    }

    /**
     * The acting person evaluates what they chose. There is no trial run: what was evaluated stays in the record, also when a
     * later evaluation takes its place.
     *
     * @return its number
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public String evaluate(String projectCode, BatchChoice choice) {
        Project project = project(projectCode);
        if (!mayEvaluate()) {
            throw new RuleBroken("batch.otherRole");
        }
        List<CubeGroup> all = groups.all(project.code());
        return evaluating.evaluate(project, all, groups.proven(project.code(), all, choice), choice);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Paged<EvaluationView> list(String projectCode, int page, int size) {
        String code = project(projectCode).code();
        List<EvaluationView> lines =
                store.page(code, page, size).stream().map(proofs::view).toList();
        return new Paged<>(lines, store.count(code));
    }

    /** @throws NotFound where the project has no such evaluation */
    @Transactional(readOnly = true)
    public EvaluationView find(String projectCode, String no) {
        return store.find(project(projectCode).code(), no)
                .map(proofs::whole)
                .orElseThrow(() -> new NotFound("batch.evaluation.unknown", no));
    }
}
