package org.jianzheng.sampling.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.jianzheng.sampling.phone.record.PhoneRecords;
import org.jianzheng.sampling.phone.record.RecordAnswer;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.SitePhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What phones sign and send is kept as it came, counts once, and counts only if it is theirs. */
@PlatformTest
class PhoneRecordsModuleTest {

    @Autowired
    ApplicationContext platform;

    @Autowired
    Sampling sampling;

    @Autowired
    PhoneRecords records;

    @Autowired
    PhoneRegistrations phones;

    @Autowired
    Ledger ledger;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate sql;

    CaseDriver driver;
    SitePhone sampler;
    SitePhone witness;
    String caseId;

    @BeforeEach
    void acceptedCommission() {
        driver = new CaseDriver(platform);
        sampler = SitePhone.confirmed(platform, "sampler");
        witness = SitePhone.confirmed(platform, "witness");
        caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
    }

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @Test
    @Clause({"5.2.1", "5.3.2.1", "7.1.2"})
    void samplerAndWitnessRecordOnTheirPhonesAndTheReceiverSeesIt() {
        assertThat(sampler.send(taking()).outcome()).isEqualTo("ACCEPTED");
        assertThat(witness.send(witnessing()).outcome()).isEqualTo("ACCEPTED");
        SampleView sample = sampling.sample(caseId);
        assertThat(sample.state()).isEqualTo("WITNESSED");
        assertThat(sample.taken().place().latitude()).isEqualByComparingTo("34.361");
        assertThat(sample.specimens()).allSatisfy(one -> assertThat(one.scans())
                .extracting(SampleView.ScanView::role)
                .containsExactly("SAMPLER", "WITNESS"));
        var kept = As.person("receiver", () -> records.ofCase(caseId));
        assertThat(kept).hasSize(2).allSatisfy(record -> {
            assertThat(record.photos()).hasSize(2);
            assertThat(record.accuracy()).isEqualByComparingTo("12.5");
        });
        assertThat(ledger.ofCase(caseId, 0, 50).items())
                .extracting(LedgerLine::action)
                .contains("sample.taken", "sample.witnessed", "phone.record.ACCEPTED");
        driver.receive(caseId);
        assertThat(sampling.sample(caseId).state()).isEqualTo("RECEIVED");
    }

    @Test
    void theSameRecordAgainIsAnsweredAsItWasAndChangesNothing() {
        String body = SitePhone.text(taking());
        String signature = sampler.sign(body);
        RecordAnswer first = sampler.send(body, signature);
        assertThat(sampler.send(body, signature)).isEqualTo(first);
        assertThat(rows("id = '%s'".formatted(first.id()))).isOne();
    }

    @Test
    void anotherRecordOfTheSameNumberIsKeptAndRefused() {
        Map<String, Object> record = taking();
        sampler.send(record);
        record.put("marks", List.of("X"));
        RecordAnswer second = sampler.send(record);
        assertThat(second.outcome()).isEqualTo("CONFLICT");
        assertThat(rows("id = '%s' AND outcome = 'CONFLICT'".formatted(second.id())))
                .isOne();
        assertThat(noticed("sampling.record.conflict")).isTrue();
    }

    @Test
    void aForgedSignatureIsKeptNoticedAndChangesNothing() {
        String body = SitePhone.text(taking());
        RecordAnswer answer = sampler.send(body, witness.sign(body));
        assertThat(answer.outcome()).isEqualTo("REFUSED");
        assertThat(answer.reason()).isEqualTo("记录的签名与登记的手机不符");
        assertThat(sampling.sample(caseId).state()).isEqualTo("ISSUED");
        assertThat(noticed("sampling.record.forged")).isTrue();
        // The genuine one is no worse for it.
        assertThat(sampler.send(taking()).outcome()).isEqualTo("ACCEPTED");
    }

    @Test
    void aPhoneOfNobodyALockedOneAndAnothersAreRefused() {
        SitePhone unknown = SitePhone.of(platform, "sampler");
        assertThat(refusalOf(unknown, taking(unknown))).isEqualTo("发送记录的手机未登记");
        SitePhone lost = SitePhone.confirmed(platform, "sampler");
        As.person("sampler", () -> phones.lock(lost.id(), "丢失"));
        assertThat(refusalOf(lost, taking(lost))).isEqualTo("发送记录的手机已锁定");
        String body = SitePhone.text(taking(witness));
        assertThat(sampler.send(body, witness.sign(body)).reason()).isEqualTo("记录由他人登记的手机发送");
        assertThat(noticed("sampling.record.lockedPhone")).isTrue();
        assertThat(sampling.sample(caseId).state()).isEqualTo("ISSUED");
    }

    @Test
    void aPhoneThatWaitsToBeConfirmedSendsAgainLater() {
        SitePhone fresh = SitePhone.of(platform, "sampler");
        fresh.ask();
        fresh.meet();
        Map<String, Object> record = taking(fresh);
        refused("sampling.phone.waiting", () -> fresh.send(record));
        As.person("supervisor", () -> phones.confirm(fresh.id()));
        assertThat(fresh.send(record).outcome()).isEqualTo("ACCEPTED");
    }

    @Test
    void nobodyConfirmsTheirOwnPhoneOrIsTheOnlyOneOfItsHouseToDoSo() {
        SitePhone fresh = SitePhone.of(platform, "sampler");
        fresh.ask();
        refused("sampling.phone.station", () -> As.person("sampler", () -> phones.confirm(fresh.id())));
        refused("sampling.phone.another", () -> As.person("witness", () -> phones.ask(fresh.jwk(), "借来的手机")));
        refused("sampling.phone.role", () -> As.person("receiver", () -> phones.ask(witness.jwk(), "手机")));
        refused("sampling.phone.unknown", () -> As.person("witness", () -> phones.find(fresh.id())));
    }

    @Test
    void whatNoAppWouldSendIsRefusedWithoutBeingWorkedOn() {
        Map<String, Object> record = sampler.bare(driver.task(caseId), form(), List.of());
        String whole = SitePhone.text(record);
        List<String> broken = List.of(
                "",
                "null",
                "[]",
                "{}",
                whole.replace("34.361", "1E999999999"),
                whole.replace("34.361", "1E-999999999"),
                whole.replace("\"kind\":\"TAKE\"", "\"kind\":\"TAKEN\""),
                whole.replaceFirst(
                        "\"at\":\"[^\"]+\",\"contact\"", "\"at\":\"+999999999-01-01T00:00:00Z\",\"contact\""),
                whole.replaceFirst("\\}$", ",\"photos\":[{\"sha256\":null,\"purpose\":\"SEALED\"}]}"),
                whole.replaceFirst("\\}$", ",\"photos\":[null]}"),
                whole + whole,
                "{\"id\":\"" + "a".repeat(70_000) + "\"}");
        broken.forEach(body -> {
            assertThat(body).isNotEqualTo(whole);
            refused("sampling.record.malformed", () -> sampler.send(body, sampler.sign(body)));
        });
        for (String jwk : List.of("", "{}", "null", "{\"kty\":\"RSA\"}", "x".repeat(10_000))) {
            refused("sampling.phone.key", () -> As.person("sampler", () -> phones.ask(jwk, "手机")));
        }
    }

    @Test
    void photosComeFirst() {
        Map<String, Object> record = taking();
        String never = "0".repeat(64);
        record.put(
                "photos",
                List.of(
                        Map.of("sha256", never, "purpose", "SEALED"),
                        Map.of("sha256", sampler.send(SitePhone.picture(640, 480)), "purpose", "PERSON")));
        RecordAnswer answer = sampler.send(record);
        assertThat(answer.outcome()).isEqualTo("PHOTOS");
        assertThat(answer.missing()).containsExactly(never);
        assertThat(sampling.sample(caseId).state()).isEqualTo("ISSUED");
    }

    @Test
    void whatTheClauseAsksForIsThereOrTheRecordIsRefused() {
        Map<String, Object> record = taking();
        record.put("photos", List.of());
        assertThat(refusalOf(sampler, record)).contains("缺少样品封样照片");
        String one = sampler.send(SitePhone.picture(640, 480));
        record.put(
                "photos",
                List.of(Map.of("sha256", one, "purpose", "SEALED"), Map.of("sha256", one, "purpose", "PERSON")));
        record.put("id", UUID.randomUUID().toString());
        assertThat(refusalOf(sampler, record)).contains("不能是同一张");
        Map<String, Object> nowhere = taking();
        nowhere.put("position", SitePhone.position(clock.instant(), "0", "0"));
        assertThat(refusalOf(sampler, nowhere)).contains("定位无效");
        Map<String, Object> long_ago = taking();
        long_ago.put("position", SitePhone.position(clock.instant().minus(Duration.ofHours(2)), "34.3", "107.2"));
        assertThat(refusalOf(sampler, long_ago)).contains("请重新定位");
        Map<String, Object> wrong = taking();
        Map<String, Object> form = new HashMap<>(form());
        form.put("marks", "0".repeat(30));
        wrong.put("form", form);
        assertThat(refusalOf(sampler, wrong)).contains("扫码核对不符");
    }

    @Test
    void whoeverWritesTheDecisionOtherwiseProvesNoLess() {
        for (String decision : List.of(" TAKE", "TAKE ", "\u200bTAKE", "")) {
            Map<String, Object> form = new HashMap<>(form());
            form.put("decision", decision);
            assertThat(refusalOf(sampler, sampler.bare(driver.task(caseId), form, List.of())))
                    .as("'%s'", decision)
                    .isEqualTo("缺少样品封样照片，请补拍");
        }
        Map<String, Object> silent = new HashMap<>(form());
        silent.remove("decision");
        assertThat(refusalOf(sampler, sampler.bare(driver.task(caseId), silent, List.of())))
                .isEqualTo("缺少样品封样照片，请补拍");
        assertThat(sampling.sample(caseId).state()).isEqualTo("ISSUED");
    }

    @Test
    void whatWasSignedBeforeItHappenedWasMadeUpInAdvance() {
        Map<String, Object> early = taking();
        clock.advance(Duration.ofHours(2));
        @SuppressWarnings("unchecked")
        Map<String, Object> form = new HashMap<>((Map<String, Object>) early.get("form"));
        form.put("madeAt", clock.instant().minus(Duration.ofMinutes(5)).toString());
        early.put("form", form);
        assertThat(refusalOf(sampler, early)).contains("早于它所记录的时间");
        assertThat(sampling.sample(caseId).state()).isEqualTo("ISSUED");
    }

    @Test
    void aCopyOfTheSamplersPhotoAsThePlatformShowsItIsNoneOfTheWitnesss() {
        assertThat(sampler.send(taking()).outcome()).isEqualTo("ACCEPTED");
        SitePhotos photos = platform.getBean(SitePhotos.class);
        String sealed = As.person("receiver", () -> records.ofCase(caseId))
                .get(0)
                .photos()
                .get(0)
                .sha256();
        byte[] shown = photos.shown(photos.find(sealed, "sampler").orElseThrow(), false);
        String copy = DigestUtils.sha256Hex(shown);
        As.person("witness", () -> photos.add(copy, 0, shown.length, shown));
        Map<String, Object> record = witnessing();
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> own = (List<Map<String, Object>>) record.get("photos");
        record.put(
                "photos",
                own.stream()
                        .map(one -> one.get("purpose").toString().equals("SEALED")
                                ? Map.<String, Object>of("sha256", copy, "purpose", "SEALED")
                                : one)
                        .toList());
        assertThat(refusalOf(witness, record)).isEqualTo("照片已用于其他记录，请重新拍摄");
        assertThat(sampling.sample(caseId).state()).isEqualTo("TAKEN");
    }

    @Test
    void aPhotoServesOneRecordOnly() {
        Map<String, Object> first = taking();
        sampler.send(first);
        caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        Map<String, Object> second = taking();
        second.put("photos", first.get("photos"));
        assertThat(refusalOf(sampler, second)).contains("照片已用于其他记录");
    }

    @Test
    void theWitnessScansEverySpecimenOfThisSample() {
        sampler.send(taking());
        Map<String, Object> record = witnessing();
        record.put("marks", marks().subList(1, marks().size()));
        assertThat(refusalOf(witness, record)).contains("还有 1 件");
        Map<String, Object> strange = witnessing();
        strange.put("marks", List.of("0".repeat(30)));
        assertThat(refusalOf(witness, strange)).contains("不属于这份样品");
        assertThat(sampling.sample(caseId).specimens())
                .allSatisfy(one -> assertThat(one.scans()).hasSize(1));
    }

    @Test
    void aRecordWhoseTaskIsGoneIsEvidenceAndToldToTheStation() {
        Map<String, Object> record = taking();
        driver.take(caseId);
        RecordAnswer answer = sampler.send(record);
        assertThat(answer.outcome()).isEqualTo("EVIDENCE");
        assertThat(answer.reason()).isEqualTo("记录已存证，任务已办结");
        assertThat(sampling.sample(caseId).state()).isEqualTo("TAKEN");
        assertThat(noticed("sampling.record.taskGone")).isTrue();
        assertThat(As.person("supervisor", () -> records.ofCase(caseId)))
                .anySatisfy(kept -> assertThat(kept.outcome().name()).isEqualTo("EVIDENCE"));
    }

    @Test
    @Clause("7.1.2")
    void theServersClockDecidesToTheSecondWhatCameInTime() {
        Instant made = Instant.now().plusSeconds(60);
        try (var at = clock.at(made)) {
            sampler.meet();
            Map<String, Object> early = taking();
            clock.advance(Duration.ofMinutes(30));
            assertThat(sampler.send(early).outcome()).isEqualTo("ACCEPTED");
        }
    }

    @Test
    @Clause("7.1.2")
    void oneSecondLateFromAPhoneWithoutNetworkIsDecidedByTheStation() {
        Instant made = Instant.now().plusSeconds(60);
        try (var at = clock.at(made)) {
            sampler.meet();
            Map<String, Object> record = taking();
            clock.advance(Duration.ofMinutes(30).plusSeconds(1));
            assertThat(sampler.send(record).outcome()).isEqualTo("DEFERRED");
            assertThat(sampling.sample(caseId).state()).isEqualTo("TAKING_UNDECIDED");
            clock.advance(Duration.ofHours(2));
            decide("ACCEPT", "工地地下室无信号，照片与定位相符");
            assertThat(sampling.sample(caseId).state()).isEqualTo("TAKEN");
            // The witness's half hour begins with the decision.
            clock.advance(Duration.ofMinutes(30));
            assertThat(witness.send(witnessing()).outcome()).isEqualTo("ACCEPTED");
            driver.receive(caseId);
            sampling.requireProven(caseId);
        }
    }

    /** Whoever took the sample may have changed to the station since. */
    @Test
    @Clause("8.3.1")
    void nobodyDecidesOnTheirOwnLateRecord() {
        try (var at = clock.at(Instant.now().plusSeconds(60))) {
            sampler.meet();
            Map<String, Object> record = taking();
            clock.advance(Duration.ofHours(1));
            sampler.send(record);
            Person changed = new Person("sampler", "王海涛", Set.of("station/supervisor"));
            for (String decision : List.of("ACCEPT", "REFUSE")) {
                refused(
                        "sampling.late.own",
                        () -> As.person(
                                changed,
                                null,
                                () -> sampling.decideLateRecord(caseId, Map.of("decision", decision, "reason", "属实"))));
            }
            refused(
                    "sampling.late.station",
                    () -> As.person(
                            "technicalhead",
                            () -> sampling.decideLateRecord(caseId, Map.of("decision", "ACCEPT", "reason", "属实"))));
        }
    }

    @Test
    void whatTheStationDoesNotAcceptBringsNewMarks() {
        Instant made = Instant.now().plusSeconds(60);
        try (var at = clock.at(made)) {
            sampler.meet();
            Map<String, Object> record = taking();
            clock.advance(Duration.ofHours(1));
            sampler.send(record);
            List<String> before = marks();
            decide("REFUSE", "该时段该工地网络正常");
            assertThat(driver.task(caseId).key()).isEqualTo("takeSample");
            assertThat(marks()).doesNotContainAnyElementsOf(before);
        }
    }

    @Test
    void theWitnesssRecordMayComeLateToo() {
        Instant now = Instant.now().plusSeconds(60);
        try (var at = clock.at(now)) {
            sampler.meet();
            sampler.send(taking());
            witness.meet();
            Map<String, Object> record = witnessing();
            clock.advance(Duration.ofHours(1));
            assertThat(witness.send(record).outcome()).isEqualTo("DEFERRED");
            decide("ACCEPT", "无网络");
            assertThat(driver.task(caseId).key()).isEqualTo("receiveSample");
        }
    }

    /** The phone's clock was set back: the server had told it a later time before. */
    @Test
    void aRecordThatClaimsToBeOlderThanItsLastContactIsRefused() {
        Instant made = Instant.now().plusSeconds(60);
        try (var at = clock.at(made)) {
            Map<String, Object> form = form();
            clock.advance(Duration.ofMinutes(40));
            sampler.meet();
            Map<String, Object> record = taking();
            record.put("form", form);
            record.put("proof", sampler.proof(made.plusSeconds(30)));
            record.put("position", SitePhone.position(made.plusSeconds(30), "34.361", "107.237"));
            clock.advance(Duration.ofMinutes(1));
            assertThat(refusalOf(sampler, record)).contains("与平台时间对不上");
        }
    }

    @Test
    void aProofThatTheServerNeverGaveProvesNothing() {
        Instant made = Instant.now().plusSeconds(60);
        try (var at = clock.at(made)) {
            Map<String, Object> record = taking();
            Map<String, Object> proof = sampler.proof(clock.instant());
            // Another phone's.
            proof.put("contact", witness.contact());
            record.put("proof", proof);
            clock.advance(Duration.ofHours(1));
            assertThat(refusalOf(sampler, record)).contains("没有与平台联系过的凭据");
        }
    }

    /** Contacts in between are shown to whoever decides. */
    @Test
    void whoeverDecidesSeesThatThePhoneWasInContactMeanwhile() {
        Instant made = Instant.now().plusSeconds(60);
        try (var at = clock.at(made)) {
            sampler.meet();
            Map<String, Object> record = taking();
            clock.advance(Duration.ofMinutes(20));
            sampler.meet();
            clock.advance(Duration.ofMinutes(40));
            sampler.send(record);
            var steps = platform.getBean(org.jianzheng.sampling.process.SamplingSteps.class);
            Map<String, Object> sheet = As.person("supervisor", () -> steps.lateSheet(caseId));
            assertThat(sheet.get("between").toString()).contains("期间手机联系过服务器");
        }
    }

    @Test
    void aDeskRecordThatIsLateWaitsForNobody() {
        Instant made = Instant.now().plusSeconds(60);
        try (var at = clock.at(made)) {
            Map<String, Object> form = form();
            clock.advance(Duration.ofHours(1));
            driver.submit(new CaseDriver.Submission("sampler", driver.task(caseId), form));
            assertThat(sampling.history(caseId)).hasSize(2);
        }
    }

    private void decide(String decision, String reason) {
        assertThat(driver.task(caseId).key()).isEqualTo("decideLateRecord");
        driver.submit(new CaseDriver.Submission(
                "supervisor", driver.task(caseId), Map.of("decision", decision, "reason", reason)));
    }

    private Map<String, Object> taking() {
        return taking(sampler);
    }

    private Map<String, Object> taking(SitePhone phone) {
        return phone.record(driver.task(caseId), form(), List.of());
    }

    private Map<String, Object> form() {
        return Map.of(
                "decision",
                "TAKE",
                "madeAt",
                clock.instant().toString(),
                "marks",
                String.join("\n", marks()),
                "sealNo",
                "FZ-0812");
    }

    private Map<String, Object> witnessing() {
        return witness.record(
                driver.task(caseId), Map.of("decision", "CONFIRM", "marksSeen", true, "sealSeen", true), marks());
    }

    private List<String> marks() {
        return sampling.sample(caseId).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .toList();
    }

    private static String refusalOf(SitePhone phone, Map<String, Object> record) {
        RecordAnswer answer = phone.send(record);
        assertThat(answer.outcome()).isEqualTo("REFUSED");
        return answer.reason();
    }

    private static void refused(String code, Runnable work) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(work::run).satisfies(rule -> assertThat(rule.code())
                .isEqualTo(code));
    }

    private long rows(String where) {
        return sql.queryForObject("SELECT COUNT(*) FROM sampling_phone_record WHERE " + where, Long.class);
    }

    private boolean noticed(String code) {
        return sql.queryForObject(
                        "SELECT COUNT(*) FROM notice WHERE notice_key LIKE ?", Long.class, "phone-record:" + code + "%")
                > 0;
    }
}
