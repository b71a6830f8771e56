package org.jianzheng.reporting;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jianzheng.commission.Commissions;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.support.As;
import org.jianzheng.support.DemoCity;
import org.jianzheng.testing.Testing;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a case to where reporting begins, by the doors of the modules before it, each step by its own person. */
@TestComponent
class TestedCase {

    private final Commissions commissions;
    private final Sampling sampling;
    private final Testing testing;
    private final TransactionTemplate transaction;
    private final DataSource dataSource;
    private final Clock clock;

    TestedCase(
            Commissions commissions,
            Sampling sampling,
            Testing testing,
            TransactionTemplate transaction,
            DataSource dataSource,
            Clock clock) {
        this.commissions = commissions;
        this.sampling = sampling;
        this.testing = testing;
        this.transaction = transaction;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** A C30 group of 150 mm cubes that broke at these loads, in kN. */
    String concrete(String... loadsKn) {
        return concreteFor("commissioner", "DEVELOPER", loadsKn);
    }

    String concreteFor(String client, String nature, String... loadsKn) {
        DemoCity.seed(dataSource);
        String caseId = UUID.randomUUID().toString();
        as(client, () -> commissions.register(caseId, order(nature)));
        as("receiver", () -> commissions.review(caseId, Map.of("decision", "ACCEPT")));
        as("receiver", () -> sampling.issueMarks(caseId));
        String marks = as("receiver", () -> sampling.sample(caseId)).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .collect(Collectors.joining("\n"));
        as("sampler", () -> sampling.take(caseId, Map.of("madeAt", now(), "marks", marks, "sealNo", "F-0001")));
        as(
                "witness",
                () -> sampling.witness(caseId, Map.of("decision", "CONFIRM", "marksSeen", "true", "sealSeen", "true")));
        as("receiver", () -> sampling.receive(caseId, receipt(marks)));
        as(
                "labadmin",
                () -> testing.assign(
                        caseId,
                        Map.of(
                                "tester", "tester",
                                "machine", "BJ01-YL-01",
                                "plannedOn", CityTime.today(clock).toString(),
                                "place", "力学室")));
        record(caseId, loadsKn);
        return caseId;
    }

    /** A raw record, the first or a further version, and its evaluation. */
    void record(String caseId, String... loadsKn) {
        as("tester", () -> testing.record(caseId, raw(caseId, loadsKn)));
        as("tester", () -> testing.conclude(caseId));
    }

    private static Map<String, Object> order(String nature) {
        return Map.ofEntries(
                Map.entry("labCode", "BJ01"),
                Map.entry("projectCode", DemoCity.PROJECT),
                Map.entry("nature", nature),
                Map.entry("unitWorks", "3 号楼"),
                Map.entry("part", "主体结构五层墙、柱"),
                Map.entry("item", "concrete-cube"),
                Map.entry("concreteGrade", "C30"),
                Map.entry("sizeMm", "150"),
                Map.entry("curing", "STANDARD"),
                Map.entry("represents", "98 m³"),
                Map.entry("specimenCount", 3),
                Map.entry("contact", "陈思远"),
                Map.entry("phone", "13917001373"));
    }

    private static Map<String, Object> receipt(String marks) {
        return Map.of(
                "decision", "ACCEPT",
                "scanned", marks,
                "appearanceOk", "true",
                "marksOk", "true",
                "sealOk", "true",
                "quantityOk", "true",
                "storage", "A-03");
    }

    private Map<String, Object> raw(String caseId, String... loadsKn) {
        String sampleNo = as("tester", () -> sampling.sample(caseId)).sampleNo();
        List<Map<String, String>> rows = IntStream.range(0, loadsKn.length)
                .mapToObj(i -> Map.of("no", sampleNo + "-" + (i + 1), "loadKn", loadsKn[i]))
                .toList();
        var form = new HashMap<String, Object>(Map.of(
                "sizeMm", "150",
                "curing", "STANDARD",
                "sizeFactorStage", "GROUP",
                "specimens", rows,
                "temperature", "20.5",
                "humidity", "56",
                "startedAt", now(),
                "finishedAt", now(),
                "correctionReason", "重新核对荷载"));
        return form;
    }

    private String now() {
        return clock.instant().atZone(CityTime.ZONE).toOffsetDateTime().toString();
    }

    /** In one transaction, as the engine would have it. */
    <T> T as(String username, Supplier<T> work) {
        return As.person(username, () -> transaction.execute(status -> work.get()));
    }

    void as(String username, Runnable work) {
        as(username, () -> {
            work.run();
            return null;
        });
    }

    /** The same, presence proved at that moment. */
    <T> T present(String username, Instant provedAt, Supplier<T> work) {
        return As.present(username, provedAt, () -> transaction.execute(status -> work.get()));
    }
}
