package org.jianzheng.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jianzheng.commission.Commissions;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.registry.Registry;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.Orders;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformTest
class SamplingModuleTest {

    @Autowired
    Commissions commissions;

    @Autowired
    Sampling sampling;

    @Autowired
    Ledger ledger;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    Registry registries;

    String caseId;

    @BeforeEach
    void acceptedCommission() {
        caseId = UUID.randomUUID().toString();
        As.person("commissioner", () -> commissions.register(caseId, Orders.concrete()));
        As.person("receiver", () -> {
            commissions.review(caseId, Map.of("decision", "ACCEPT"));
            sampling.issueMarks(caseId);
        });
    }

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @Test
    @Clause("5.4.6")
    void aSampleTakenWitnessedAndScannedIsReceivedUnderItsNumber() {
        assertThat(take(takeForm())).isTrue();
        assertThat(witness("witness", confirm())).isTrue();
        assertThat(receive(acceptForm())).isTrue();
        SampleView sample = sampling.sample(caseId);
        assertThat(sample.sampleNo()).matches("BJ01-YP-20\\d\\d-\\d{5}");
        assertThat(sample.state()).isEqualTo("RECEIVED");
        assertThat(sample.taken().name()).isEqualTo("王海涛");
        assertThat(sample.taken().certificateNo()).startsWith("SN-QY-");
        assertThat(sample.taken().place().latitude()).isEqualByComparingTo("34.361");
        assertThat(sample.witnessed().employerName()).isEqualTo("宝鸡宏诚工程监理有限公司");
        assertThat(sample.specimens()).allSatisfy(one -> assertThat(one.scans())
                .extracting(SampleView.ScanView::role)
                .containsExactly("SAMPLER", "RECEIVER"));
        assertThat(commissions.find(caseId).state()).isEqualTo("TESTING");
        assertThat(ledger.ofCase(caseId, 0, 50).items())
                .extracting(LedgerLine::action)
                .contains("sample.marked", "sample.taken", "sample.witnessed", "sample.received", "mark.scanned");
    }

    @Test
    void lookingAtAMarkRecordsNothing() {
        String mark = sampling.sample(caseId).specimens().get(0).mark();
        assertThat(As.person("sampler", () -> sampling.mark(mark)))
                .hasValueSatisfying(seen -> assertThat(seen.awaited()).isTrue());
        assertThat(As.person("receiver", () -> sampling.mark(mark)))
                .hasValueSatisfying(seen -> assertThat(seen.awaited()).isFalse());
        assertThat(sampling.sample(caseId).firstScanAt()).isNull();
    }

    @Test
    void theFirstScanIsTheEarliestProvenTime() {
        String mark = sampling.sample(caseId).specimens().get(0).mark();
        MarkView scanned = As.person("sampler", () -> sampling.scan(mark)).orElseThrow();
        assertThat(scanned.kept()).isTrue();
        Instant first = sampling.sample(caseId).firstScanAt();
        clock.advance(Duration.ofMinutes(3));
        As.person("sampler", () -> sampling.scan(mark));
        assertThat(sampling.sample(caseId).firstScanAt()).isEqualTo(first);
    }

    @Test
    void marksScannedByPhoneNeedNotBeScannedAgain() {
        for (SampleView.SpecimenView one : sampling.sample(caseId).specimens()) {
            As.person("sampler", () -> sampling.scan(one.mark()));
        }
        Map<String, Object> form = takeForm();
        form.remove("marks");
        assertThat(take(form)).isTrue();
    }

    @Test
    void onlyPeopleOfTheChainLeaveAScanAndStrangersSeeNothing() {
        String mark = sampling.sample(caseId).specimens().get(0).mark();
        assertThat(As.person("supervisor", () -> sampling.scan(mark))
                        .orElseThrow()
                        .kept())
                .isFalse();
        assertThat(As.person("receiver", () -> sampling.scan(mark))
                        .orElseThrow()
                        .kept())
                .isFalse();
        assertThat(As.person("tester2", () -> sampling.scan(mark))).isEmpty();
        assertThat(As.person("sampler", () -> sampling.scan("0".repeat(30)))).isEmpty();
    }

    @Test
    @Clause("7.1.2")
    void aRecordLaterThanThirtyMinutesClosesTheAttemptAndItsMarks() {
        Map<String, Object> form = takeForm();
        form.put("madeAt", clock.instant().minus(Duration.ofMinutes(31)).toString());
        String oldMarks = marks();
        assertThat(take(form)).isFalse();
        assertThat(sampling.sample(caseId).state()).isEqualTo("LATE");
        assertThat(sampling.sample(caseId).reason()).contains("取样记录超时");
        sampling();
        assertThat(marks()).isNotEqualTo(oldMarks);
        Map<String, Object> again = takeForm();
        again.put("marks", oldMarks);
        assertRefused("sampling.scan.wrong", () -> take(again))
                .satisfies(rule -> assertThat(rule.arguments()[0].toString()).contains("已作废"));
        assertThat(take(takeForm())).isTrue();
        assertThat(sampling.sample(caseId).attempt()).isEqualTo(2);
    }

    @Test
    @Clause("7.1.2")
    void aWitnessLaterThanThirtyMinutesClosesTheAttempt() {
        take(takeForm());
        clock.advance(Duration.ofMinutes(30).plusSeconds(1));
        assertThat(witness("witness", confirm())).isFalse();
        assertThat(sampling.sample(caseId).reason()).contains("见证超时");
    }

    @Test
    @Clause("7.1.2")
    void theLastSecondOfTheWindowStillCounts() {
        try (var at = clock.at(Instant.now().plusSeconds(5))) {
            take(takeForm());
            clock.advance(Duration.ofMinutes(30));
            assertThat(witness("witness", confirm())).isTrue();
        }
    }

    @Test
    void aWitnessMayObjectWithAReason() {
        take(takeForm());
        assertRefused("kernel.form.empty", () -> witness("witness", Map.of("decision", "OBJECT")));
        assertThat(witness("witness", Map.of("decision", "OBJECT", "note", "第 2 件标识松动")))
                .isFalse();
        assertThat(sampling.sample(caseId).reason()).isEqualTo("见证员提出异议：第 2 件标识松动");
        assertThat(ledger.ofCase(caseId, 0, 50).items())
                .extracting(LedgerLine::action)
                .contains("sample.objected")
                .doesNotContain("sample.late");
    }

    @Test
    @Clause("8.3.1")
    void samplerAndWitnessAreDifferentPeopleOfDifferentEmployers() {
        take(takeForm());
        assertRefused("sampling.person.otherEmployer", () -> witness("sampler", confirm()));
        assertRefused(
                "sampling.person.otherEmployer", () -> As.person("witness", () -> sampling.take(caseId, takeForm())));
    }

    @Test
    void aFirmOfTwoTradesDoesNotWitnessItself() {
        take(takeForm());
        String code = "SELECT credit_code FROM qualification_organisation WHERE path = 'supervision/HC'";
        String own = sql.queryForObject(code, String.class);
        creditCode("91610300MA6X60006F");
        try {
            assertRefused("sampling.witness.sameEmployer", () -> witness("witness", confirm()));
        } finally {
            creditCode(own);
        }
        assertThat(witness("witness", confirm())).isTrue();
    }

    private void creditCode(String code) {
        sql.update("UPDATE qualification_organisation SET credit_code = ? WHERE path = 'supervision/HC'", code);
        registries.changed();
    }

    @Test
    void theSameRecordTwiceIsRefused() {
        take(takeForm());
        assertRefused("sampling.state.other", () -> take(takeForm()));
    }

    @Test
    void whatTheSamplerTypesIsChecked() {
        assertRefused(
                "sampling.madeAt.future",
                () -> take(changed("madeAt", clock.instant().plusSeconds(600).toString())));
        assertRefused("sampling.madeAt.missing", () -> take(changed("madeAt", "")));
        assertRefused("kernel.form.date", () -> take(changed("madeAt", "昨天")));
        assertRefused("kernel.form.empty", () -> take(changed("sealNo", " ")));
        assertRefused("sampling.place.half", () -> take(changed("longitude", "")));
        assertRefused("kernel.geo.latitude", () -> take(changed("latitude", "95")));
        assertRefused("sampling.scan.wrong", () -> take(changed("marks", "<script>alert(1)</script> 🏗️")));
        assertRefused("kernel.form.long", () -> take(changed("note", "长".repeat(501))));
        assertThat(sampling.sample(caseId).state()).isEqualTo("ISSUED");
    }

    @Test
    @Clause({"5.4.6", "7.1.2"})
    void theCounterNamesEveryMarkThatDoesNotAgree() {
        take(takeForm());
        witness("witness", confirm());
        List<String> own = List.of(marks().split("\n"));
        Map<String, Object> form = acceptForm();
        form.put("scanned", own.get(0) + "\n" + own.get(0) + "\nNOTAMARK");
        assertRefused("sampling.scan.wrong", () -> receive(form))
                .satisfies(rule -> assertThat(rule.arguments()[0].toString())
                        .contains("第 1 件重复扫描", "NOTAMARK", "第 2 件未扫描", "第 3 件未扫描"));
        form.put("scanned", marks());
        form.put("sealOk", false);
        assertRefused("sampling.receipt.check", () -> receive(form));
        assertThat(sampling.sample(caseId).sampleNo()).isNull();
    }

    @Test
    @Clause("7.1.2")
    void aBrokenMarkIsRefusedWithItsReasonAndWaitsForTheCommissioner() {
        take(takeForm());
        witness("witness", confirm());
        assertRefused("sampling.refusal.missing", () -> receive(Map.of("decision", "REFUSE")));
        assertThat(receive(Map.of("decision", "REFUSE", "refusal", "MARK_BROKEN", "note", "第 3 件二维码残缺")))
                .isFalse();
        SampleView sample = sampling.sample(caseId);
        assertThat(sample.refusal()).isEqualTo("标识破损");
        assertThat(sample.sampleNo()).isNull();
        assertThat(commissions.find(caseId).state()).isEqualTo("SAMPLE_REFUSED");
        As.person("commissioner", () -> commissions.resample(caseId, Map.of("decision", "RESAMPLE")));
        sampling();
        assertThat(sampling.sample(caseId).attempt()).isEqualTo(2);
        assertThat(commissions.find(caseId).state()).isEqualTo("SAMPLING");
    }

    @Test
    void aDecisionNobodyKnowsDecidesNothing() {
        take(takeForm());
        Map<String, Object> odd = new HashMap<>(confirm());
        odd.put("decision", "confirm");
        assertRefused("kernel.form.choice", () -> witness("witness", odd));
        witness("witness", confirm());
        Map<String, Object> other = acceptForm();
        other.put("decision", "MAYBE");
        assertRefused("kernel.form.choice", () -> receive(other));
        assertThat(sampling.sample(caseId).state()).isEqualTo("WITNESSED");
    }

    @Test
    void specimensAreListedForTheirLaboratoryAlone() {
        take(takeForm());
        witness("witness", confirm());
        assertThat(As.person("receiver", () -> sampling.specimens(SampleState.WITNESSED, 0, 100))
                        .items())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.mark()).isNull());
        receive(acceptForm());
        assertThat(As.person("tester", () -> sampling.specimens(SampleState.RECEIVED, 0, 100))
                        .items())
                .filteredOn(one -> one.caseId().equals(caseId))
                .hasSize(3)
                .extracting(SpecimenLine::method)
                .containsOnly("concrete-cube");
        assertThat(As.person("tester2", () -> sampling.specimens(null, 0, 100)).items())
                .noneMatch(one -> one.caseId().equals(caseId));
    }

    private void sampling() {
        As.person("receiver", () -> sampling.issueMarks(caseId));
    }

    private boolean take(Map<String, ?> form) {
        return As.person("sampler", () -> sampling.take(caseId, form));
    }

    private boolean witness(String who, Map<String, ?> form) {
        return As.person(who, () -> sampling.witness(caseId, form));
    }

    private boolean receive(Map<String, ?> form) {
        return As.person("receiver", () -> sampling.receive(caseId, form));
    }

    private String marks() {
        return sampling.sample(caseId).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .collect(Collectors.joining("\n"));
    }

    private Map<String, Object> takeForm() {
        Map<String, Object> form = new HashMap<>();
        form.put("madeAt", clock.instant().minus(Duration.ofMinutes(10)).toString());
        form.put("marks", marks());
        form.put("sealNo", "F-0917-001");
        form.put("latitude", "34.361");
        form.put("longitude", "107.237");
        return form;
    }

    private Map<String, Object> changed(String field, String value) {
        Map<String, Object> form = takeForm();
        form.put(field, value);
        return form;
    }

    private static Map<String, Object> confirm() {
        return Map.of("decision", "CONFIRM", "marksSeen", true, "sealSeen", true);
    }

    private Map<String, Object> acceptForm() {
        Map<String, Object> form = new HashMap<>();
        form.put("decision", "ACCEPT");
        form.put("scanned", marks());
        List.of("appearanceOk", "marksOk", "sealOk", "quantityOk").forEach(check -> form.put(check, true));
        form.put("storage", "样品室 A-3");
        return form;
    }

    private static ThrowableAssertAlternative<RuleBroken> assertRefused(String code, Runnable work) {
        return assertThatExceptionOfType(RuleBroken.class).isThrownBy(work::run).withMessage(code);
    }
}
