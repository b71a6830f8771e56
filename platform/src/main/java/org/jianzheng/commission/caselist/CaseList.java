package org.jianzheng.commission.caselist;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.KeyText;
import org.jianzheng.kernel.NewestFirst;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.SearchText;
import org.jianzheng.standards.evaluation.Verdict;
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

    private static final int MOST_NAMES = 200;

    private final CaseLines lines;
    private final EntityManager entities;
    private final Identity identity;
    private final List<CaseOfMark> marks;
    private final Clock clock;

    CaseList(CaseLines lines, EntityManager entities, Identity identity, List<CaseOfMark> marks, Clock clock) {
        this.lines = lines;
        this.entities = entities;
        this.identity = identity;
        this.marks = List.copyOf(marks);
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

    /** The laboratory's number of its sample. */
    public void received(String caseId, String sampleNo) {
        line(caseId).received(sampleNo);
    }

    /** What the report that was issued last says. */
    public void reported(String caseId, String reportNo, Verdict result) {
        line(caseId).reported(reportNo, result);
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

    public Paged<CaseView> list(CaseFilter filter, int page, int size) {
        return new NewestFirst<>(entities, CaseLine.class, "openedAt", "caseId")
                .page(seen().and(wanted(filter)), page, size)
                .map(CaseLine::view);
    }

    private Specification<CaseLine> wanted(CaseFilter filter) {
        return Stream.of(
                        found(filter.search()),
                        equal("stage", filter.stage()),
                        equal("result", filter.result()),
                        equal("item", filter.item()),
                        equal("parties.labCode", filter.lab()),
                        opened(filter))
                .reduce(Specification::and)
                .orElseThrow();
    }

    private static Specification<CaseLine> equal(String attribute, Object value) {
        return (root, query, builder) -> {
            Path<?> path = root;
            for (String step : attribute.split("\\.")) {
                path = path.get(step);
            }
            return value == null ? builder.conjunction() : builder.equal(path, value);
        };
    }

    private static Specification<CaseLine> opened(CaseFilter filter) {
        return (root, query, builder) -> builder.and(
                filter.from() == null
                        ? builder.conjunction()
                        : builder.greaterThanOrEqualTo(
                                root.get("openedAt"),
                                filter.from().atStartOfDay(CityTime.ZONE).toInstant()),
                filter.until() == null
                        ? builder.conjunction()
                        : builder.lessThan(root.get("openedAt"), CityTime.endOf(filter.until())));
    }

    private Specification<CaseLine> found(String search) {
        if (search.isEmpty()) {
            return (root, query, builder) -> builder.conjunction();
        }
        Optional<String> marked =
                marks.stream().flatMap(mark -> mark.caseOf(search).stream()).findFirst();
        if (marked.isPresent()) {
            return equal("caseId", marked.get());
        }
        Specification<CaseLine> line = SearchText.in(search, "commissionNo", "projectName", "place", "sample");
        return line.or(
                isNumber(search) ? numbered(search) : named("maker", search).or(named("contact", search)));
    }

    // Numbers hold digits and no Chinese.
    private static boolean isNumber(String search) {
        return search.chars().anyMatch(Character::isDigit)
                && search.codePoints().noneMatch(Character::isIdeographic);
    }

    private static Specification<CaseLine> numbered(String search) {
        return Stream.of("sampleNo", "reportNo", "batchNo")
                .map(number -> among((other, builder) ->
                        builder.like(other.get(number), SearchText.beginning(search), SearchText.ESCAPE)))
                .reduce(Specification::or)
                .orElseThrow();
    }

    // Of different names there are few, and an index tells them; the cases of those that match it tells too.
    private Specification<CaseLine> named(String attribute, String search) {
        CriteriaQuery<String> query = entities.getCriteriaBuilder().createQuery(String.class);
        query.select(query.from(CaseLine.class).get(attribute)).distinct(true);
        List<String> names = entities.createQuery(query)
                .getResultStream()
                .filter(name -> name != null && KeyText.compared(name).contains(KeyText.compared(search)))
                .limit(MOST_NAMES)
                .toList();
        return names.isEmpty()
                ? (root, asked, builder) -> builder.disjunction()
                : among((other, builder) -> other.get(attribute).in(names));
    }

    private static Specification<CaseLine> among(BiFunction<Root<CaseLine>, CriteriaBuilder, Predicate> condition) {
        return (root, query, builder) -> {
            Subquery<String> cases = query.subquery(String.class);
            Root<CaseLine> other = cases.from(CaseLine.class);
            cases.select(other.get("caseId")).where(condition.apply(other, builder));
            return root.get("caseId").in(cases);
        };
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
}
