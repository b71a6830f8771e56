package org.jianzheng.testing.order;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ReadOnce;
import org.jianzheng.records.official.OfficialRows;
import org.springframework.stereotype.Component;

/** Orders, raw records and results of cases. */
@Component
public class TestStore {

    /** What a report says of a test rests on these. */
    private static final List<String> TABLES =
            List.of("testing_order", "testing_handback", "testing_raw_record", "testing_result", "testing_correction");

    private static final Comparator<RawRecord> LATEST_RECORD = Comparator.comparing(RawRecord::recordedAt)
            .thenComparing(RawRecord::version)
            .reversed();
    private static final Comparator<Handback> LATEST_HANDBACK =
            Comparator.comparing(Handback::writtenAt).reversed();
    private static final Comparator<TestResult> LATEST_RESULT =
            Comparator.comparing(TestResult::numberInCase).reversed();

    private final EntityManager entities;
    private final OfficialRows official;
    private final ReadOnce<String, List<RawRecord>> records = new ReadOnce<>(this::readRecords);
    private final ReadOnce<String, List<Handback>> handbacks = new ReadOnce<>(this::readHandbacks);
    private final ReadOnce<String, List<TestResult>> results = new ReadOnce<>(this::readResults);

    TestStore(EntityManager entities, OfficialRows official) {
        this.entities = entities;
        this.official = official;
    }

    public void add(TestOrder order) {
        entities.persist(order);
    }

    public void add(RawRecord record) {
        records.know(record.caseId(), added(record, records(record.caseId()), LATEST_RECORD));
    }

    public void add(Handback handback) {
        handbacks.know(handback.caseId(), added(handback, handbacks(handback.caseId()), LATEST_HANDBACK));
    }

    public void add(TestResult result) {
        results.know(result.caseId(), added(result, results(result.caseId()), LATEST_RESULT));
    }

    // In the order of the database: a row that somebody put in with a later time comes before it, and is found out.
    private <T> List<T> added(T one, List<T> before, Comparator<T> order) {
        entities.persist(one);
        return Stream.concat(Stream.of(one), before.stream()).sorted(order).toList();
    }

    /** @throws RuleBroken where somebody changed one of the case's rows, or added one, past the platform */
    public void requireIntact(String caseId) {
        List<Map<String, String>> ofCase = List.of(Map.of("case_id", caseId));
        official.requireIntact(TABLES.stream().collect(Collectors.toMap(table -> table, table -> ofCase)));
    }

    public Optional<TestOrder> find(String caseId) {
        return Optional.ofNullable(entities.find(TestOrder.class, caseId));
    }

    public TestOrder order(String caseId) {
        return find(caseId).orElseThrow(() -> new NotFound("testing.order.none"));
    }

    /** Every version of every stage, newest first. */
    public List<RawRecord> records(String caseId) {
        return records.of(caseId);
    }

    private List<RawRecord> readRecords(String caseId) {
        return entities.createQuery(
                        "from RawRecord where caseId = :caseId order by recordedAt desc, version desc", RawRecord.class)
                .setParameter("caseId", caseId)
                .getResultList();
    }

    public Optional<RawRecord> latest(String caseId, String stage) {
        return records(caseId).stream()
                .filter(record -> record.stage().equals(stage))
                .findFirst();
    }

    /** What was recorded of the stage that is awaited once more. */
    public Optional<RawRecord> returned(TestOrder order) {
        return Optional.ofNullable(order.awaiting()).flatMap(stage -> latest(order.caseId(), stage));
    }

    /** What was recorded in the order's present pass, by stage. */
    public Map<String, RawRecord> current(TestOrder order) {
        var byStage = new LinkedHashMap<String, RawRecord>();
        records(order.caseId()).stream()
                .filter(record -> record.pass() == order.pass())
                .forEach(record -> byStage.putIfAbsent(record.stage(), record));
        return byStage;
    }

    /** Newest first. */
    public List<Handback> handbacks(String caseId) {
        return handbacks.of(caseId);
    }

    private List<Handback> readHandbacks(String caseId) {
        return entities.createQuery("from Handback where caseId = :caseId order by writtenAt desc", Handback.class)
                .setParameter("caseId", caseId)
                .getResultList();
    }

    /** Newest first. */
    public List<TestResult> results(String caseId) {
        return results.of(caseId);
    }

    private List<TestResult> readResults(String caseId) {
        return entities.createQuery(
                        "from TestResult where caseId = :caseId order by numberInCase desc", TestResult.class)
                .setParameter("caseId", caseId)
                .getResultList();
    }
}
