package org.jianzheng.commission.caselist;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Root;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NewestFirst;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.SearchText;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/**
 * The list of cases: kept up to date in the transaction of each change, read within the acting person's scope. Who only tests
 * gets samples without names: a case shows itself to them when its result is concluded; until then their forms are enough.
 */
@Component
public class CaseList {

    private static final Set<CaseStage> NOT_TESTED = EnumSet.of(
            CaseStage.SUBMITTED,
            CaseStage.RETURNED,
            CaseStage.SAMPLING,
            CaseStage.SAMPLING_STOPPED,
            CaseStage.SAMPLE_REFUSED,
            CaseStage.TESTING,
            CaseStage.TEST_STOPPED);

    private final CaseLines lines;
    private final EntityManager entities;
    private final Identity identity;
    private final Clock clock;

    CaseList(CaseLines lines, EntityManager entities, Identity identity, Clock clock) {
        this.lines = lines;
        this.entities = entities;
        this.identity = identity;
        this.clock = clock;
    }

    public void open(CommissionView commission, Instant at) {
        CaseLine line = new CaseLine(commission.caseId(), at);
        line.enter(CaseStage.SUBMITTED, at);
        line.show(commission);
        lines.save(line);
    }

    public void settle(CommissionView commission, CaseStage stage) {
        CaseLine line = line(commission.caseId());
        line.enter(stage, CityTime.now(clock));
        line.show(commission);
    }

    public void enter(String caseId, CaseStage stage) {
        line(caseId).enter(stage, CityTime.now(clock));
    }

    public void overdue(String caseId, String task) {
        line(caseId).overdue(task, CityTime.now(clock));
    }

    public CaseLine line(String caseId) {
        return lines.findById(caseId).orElseThrow(() -> new NotFound("commission.case.unknown", caseId));
    }

    public boolean visible(String caseId) {
        return lines.findById(caseId)
                .map(line -> identity.scope().sees(line.parties()) && !(isBlind() && NOT_TESTED.contains(line.stage())))
                .orElse(false);
    }

    private boolean isBlind() {
        return identity.acting().testsOnly();
    }

    private Specification<CaseLine> seen() {
        Specification<CaseLine> own = identity.scope().within("parties");
        return isBlind()
                ? own.and(
                        (root, query, builder) -> builder.not(root.get("stage").in(NOT_TESTED)))
                : own;
    }

    public CaseView view(String caseId) {
        return line(caseId).view();
    }

    public Paged<CaseView> list(String search, String state, int page, int size) {
        Specification<CaseLine> where =
                seen().and(SearchText.in(search, "commissionNo", "projectName", "place", "sample"));
        if (state != null && !state.isBlank()) {
            CaseStage stage = stage(state);
            where = where.and((root, query, builder) -> builder.equal(root.get("stage"), stage));
        }
        return new NewestFirst<>(entities, CaseLine.class, "openedAt", "caseId")
                .page(where, page, size)
                .map(CaseLine::view);
    }

    public List<StageCount> counts() {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<StageCount> query = builder.createQuery(StageCount.class);
        Root<CaseLine> line = query.from(CaseLine.class);
        Path<CaseStage> stage = line.get("stage");
        query.select(builder.construct(
                        StageCount.class, stage, builder.count(line), builder.count(line.get("overdueTask"))))
                .where(seen().toPredicate(line, query, builder))
                .groupBy(stage);
        Map<CaseStage, StageCount> found = entities.createQuery(query)
                .getResultStream()
                .collect(Collectors.toMap(StageCount::stage, Function.identity()));
        return Arrays.stream(CaseStage.values())
                .map(each -> found.getOrDefault(each, new StageCount(each, 0, 0)))
                .toList();
    }

    private static CaseStage stage(String name) {
        return Arrays.stream(CaseStage.values())
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RuleBroken.at("state", "commission.stage.unknown", name));
    }
}
