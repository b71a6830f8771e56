package org.jianzheng.reporting;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jianzheng.commission.Commissions;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.support.As;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.Orders;
import org.jianzheng.testing.Testing;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a case to where reporting begins, and on to its signed report, by the modules' doors, each step by its own person. */
@TestComponent
public class TestedCase {

    static final Map<String, String> PASS = Map.of("decision", "PASS");

    private static final Map<String, Object> WITNESSED =
            Map.of("decision", "CONFIRM", "marksSeen", "true", "sealSeen", "true");

    private final Commissions commissions;
    private final Sampling sampling;
    private final Testing testing;
    private final Reporting reporting;
    private final TransactionTemplate transaction;
    private final DataSource dataSource;
    private final Clock clock;

    public static TestedCase of(AutowireCapableBeanFactory beans) {
        return (TestedCase) beans.autowire(TestedCase.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
    }

    TestedCase(
            Commissions commissions,
            Sampling sampling,
            Testing testing,
            Reporting reporting,
            TransactionTemplate transaction,
            DataSource dataSource,
            Clock clock) {
        this.commissions = commissions;
        this.sampling = sampling;
        this.testing = testing;
        this.reporting = reporting;
        this.transaction = transaction;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Answers the id of its reviewed draft. */
    String reviewed(String caseId) {
        String id = as("tester", () -> reporting.draft(caseId));
        as("reviewer", () -> reporting.review(id, PASS));
        return id;
    }

    /** Answers the number. */
    String signed(String id) {
        return present("signatory", clock.instant(), () -> {
            reporting.sign(id, PASS);
            return reporting.issue(id);
        });
    }

    public String issued(String caseId) {
        return signed(reviewed(caseId));
    }

    /** A C30 group that passed. */
    String concrete() {
        return concrete("787.5", "801.2", "812.6");
    }

    /** A C30 group of 150 mm cubes that broke at these loads, in kN. */
    String concrete(String... loadsKn) {
        return tested(DemoTest.CONCRETE.measuring(DemoTest.concrete(loadsKn)), "commissioner", "DEVELOPER");
    }

    public String tested(DemoTest test, String client, String nature) {
        DemoCity.seed(dataSource);
        String caseId = UUID.randomUUID().toString();
        as(client, () -> commissions.register(caseId, order(test, nature)));
        as("receiver", () -> commissions.review(caseId, Map.of("decision", "ACCEPT")));
        as("receiver", () -> sampling.issueMarks(caseId));
        String marks = as("receiver", () -> sampling.sample(caseId)).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .collect(Collectors.joining("\n"));
        as("sampler", () -> sampling.take(caseId, Map.of("madeAt", now(), "marks", marks, "sealNo", "F-0001")));
        as("witness", () -> sampling.witness(caseId, WITNESSED));
        as("receiver", () -> sampling.receive(caseId, receipt(marks)));
        as("labadmin", () -> testing.assign(caseId, assignment(test)));
        test.records().forEach(values -> record(caseId, values));
        return caseId;
    }

    private Map<String, Object> assignment(DemoTest test) {
        var form = new HashMap<String, Object>(Map.of(
                "tester",
                "tester",
                "machine",
                test.machines().get(0),
                "plannedOn",
                CityTime.today(clock).toString(),
                "place",
                "力学室"));
        if (test.machines().size() > 1) {
            form.put("secondMachine", test.machines().get(1));
            form.put("moreMachines", test.machines().stream().skip(2).toList());
        }
        return form;
    }

    /** A raw record, the first or a further version, and its evaluation. */
    void record(String caseId, Map<String, Object> values) {
        var form = new HashMap<>(values);
        form.putAll(Map.of(
                "temperature", "20.5",
                "humidity", "56",
                "startedAt", now(),
                "finishedAt", now(),
                "correctionReason", "重新核对荷载"));
        as("tester", () -> testing.record(caseId, form));
        as("tester", () -> testing.conclude(caseId));
    }

    private static Map<String, Object> order(DemoTest test, String nature) {
        var form = new HashMap<>(test.commission());
        form.putAll(Map.of(
                "labCode", "BJ01",
                "projectCode", DemoCity.PROJECT,
                "nature", nature,
                "unitWorks", "3 号楼",
                "part", "主体结构五层墙、柱",
                "represents", Orders.of(test).get("represents"),
                "contact", "陈思远",
                "phone", "13917001373"));
        return form;
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
