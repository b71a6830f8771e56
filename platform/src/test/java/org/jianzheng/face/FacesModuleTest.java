package org.jianzheng.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.face.matching.FaceFinding;
import org.jianzheng.face.matching.FaceMatcher;
import org.jianzheng.face.matching.FaceOutcome;
import org.jianzheng.face.matching.FaceThresholds;
import org.jianzheng.face.matching.HeadTurnJudge;
import org.jianzheng.face.matching.NotCompared;
import org.jianzheng.face.matching.RealMatcher;
import org.jianzheng.face.matching.TurnFinding;
import org.jianzheng.face.matching.TurnOutcome;
import org.jianzheng.face.portrait.FacePortraits;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.evidence.EvidenceFiles;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.registry.Registry;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.event.HeadTurn;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.RenderedFace;
import org.jianzheng.support.SitePhone;
import org.jianzheng.support.TestDatabase;
import org.jianzheng.warning.WarningSeverity;
import org.jianzheng.warning.WarningView;
import org.jianzheng.warning.Warnings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever signs a record is compared with their portrait: by program where it is sure, else by a person, and never by nobody. */
@PlatformTest
class FacesModuleTest {

    private static final FaceThresholds USUAL = new FaceThresholds(new BigDecimal("0.55"), new BigDecimal("0.40"));
    private static final byte[] FACE = new RenderedFace(9).jpeg(480, 640, new RenderedFace.View(0, -0.4, 0.8));
    private static final byte[] ON_SITE = new RenderedFace(9).jpeg(480, 640, new RenderedFace.View(0.18, 0.5, 0.7));

    private static final byte[] ANOTHER_ON_SITE =
            new RenderedFace(10).jpeg(480, 640, new RenderedFace.View(0.18, 0.5, 0.7));

    @Autowired
    ApplicationContext platform;

    @Autowired
    FaceComparisons comparisons;

    @Autowired
    FaceComparing comparing;

    @Autowired
    FaceReminders reminders;

    @Autowired
    FacePortraits portraits;

    @Autowired
    Sampling sampling;

    @Autowired
    Warnings warnings;

    @Autowired
    Registry registry;

    @Autowired
    OfficialRows official;

    @Autowired
    EvidenceFiles files;

    @Autowired
    Ledger ledger;

    @Autowired
    Identity identity;

    @Autowired
    MockMvc pages;

    @Autowired
    MutableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private CaseDriver driver;
    private SitePhone sampler;
    private String caseId;
    private String prompt;

    @BeforeEach
    void acceptedCommission() {
        driver = new CaseDriver(platform);
        sampler = SitePhone.confirmed(platform, "sampler");
        caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        prompt = sampler.contact();
    }

    @AfterEach
    void nobodyStaysEnrolled() {
        As.person("sampler", () -> portraits.mine().ifPresent(one -> portraits.revoke()));
        clock.reset();
    }

    @Test
    @Clause("7.1.2")
    void withNoMatcherConfiguredThePhotosGoSideBySideToTheReceiverWhoSaysWhatTheySee() throws Exception {
        registeredPicture();
        enrol();
        take();
        comparing.round();
        ComparisonView one = only();
        assertThat(one.state()).isEqualTo(ComparisonState.HUMAN);
        assertThat(one.found().outcome()).isEqualTo(FaceOutcome.NOT_COMPARED);
        assertThat(one.found().why()).isEqualTo(NotCompared.NO_MATCHER);
        assertThat(faces("receiver")).contains("未自动比对", "平台没有配置人脸比对程序", "待人工比对", "本人登记的人像", "名录免冠照", "记录比对结果");
        for (String which : List.of("photo", "enrolled", "registered")) {
            byte[] shown = pages.perform(get(url(one) + "/" + which).with(As.signedIn("receiver")))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            assertThat(shown).startsWith(0xff, 0xd8, 0xff);
        }
        pages.perform(post(url(one)).param("answer", "SAME").with(csrf()).with(As.signedIn("receiver")))
                .andExpect(status().is3xxRedirection());
        assertThat(only().word().answer()).isEqualTo(HumanAnswer.SAME);
        assertThat(only().word().byName()).isEqualTo("林晓燕");
        assertThat(faces("receiver")).contains("人工比对：同一人", "林晓燕").doesNotContain("记录比对结果");
        assertThat(raised()).isEmpty();
        assertThat(ledger.ofSubject("face-comparison:" + one.id()))
                .extracting(LedgerLine::action)
                .containsExactly("face.due", "face.compared", "face.answered");
        refused("face.answer.meanwhile", () -> answer("receiver", one, "OTHER", "再看"));
    }

    @Test
    void somebodyElseSeenByTheReceiverIsWarnedOfAndRefusesNothing() {
        take();
        comparing.round();
        refused("face.answer.note.missing", () -> answer("receiver", only(), "OTHER", " "));
        refused("kernel.form.choice", () -> answer("receiver", only(), "SAME PERSON", ""));
        answer("receiver", only(), "OTHER", "照片中是女性");
        assertThat(raised()).singleElement().satisfies(warning -> {
            assertThat(warning.rule()).isEqualTo("face.rule.other");
            assertThat(warning.severity()).isEqualTo(WarningSeverity.ALARM);
            assertThat(warning.sentence()).isEqualTo("林晓燕比对照片后认为，取样时照片中的人不是王海涛");
        });
        assertThat(sampling.sample(caseId).state()).isEqualTo("TAKEN");
    }

    @Test
    void aMatcherThatIsSureOfAPortraitNobodyHasConfirmedLeavesItToAPersonAndTheNextTimeNot() {
        registeredPicture();
        enrol();
        take();
        compareWith("0.8123");
        assertThat(only().found().outcome()).isEqualTo(FaceOutcome.SAME);
        assertThat(only().found().score()).isEqualByComparingTo("0.8123");
        assertThat(only().found().acceptFrom()).isEqualByComparingTo("0.55");
        assertThat(only().found().refuseBelow()).isEqualByComparingTo("0.40");
        assertThat(only().found().model()).isEqualTo("model-of-the-test");
        assertThat(only().state()).isEqualTo(ComparisonState.HUMAN);
        answer("receiver", only(), "SAME", "");

        caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        take(ON_SITE, side(0.5));
        with(sure(), turned("0.3100")).round();
        assertThat(only().state()).isEqualTo(ComparisonState.DONE);
        refused(
                "face.picture.none",
                () -> As.person(
                        "receiver", () -> comparisons.picture(caseId, only().id(), FaceComparisons.Beside.ENROLLED)));
        // A new portrait begins anew.
        enrol();
        caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        take();
        compareWith("0.8123");
        assertThat(only().state()).isEqualTo(ComparisonState.HUMAN);
    }

    @Test
    void unlikeFacesAndNoFaceAreWarnedOfAndRefuseNothing() {
        enrol();
        take();
        compareWith("0.3999");
        assertThat(only().found().outcome()).isEqualTo(FaceOutcome.DIFFERENT);
        assertThat(raised()).singleElement().satisfies(warning -> {
            assertThat(warning.rule()).isEqualTo("face.rule.different");
            assertThat(warning.sentence()).isEqualTo("王海涛取样时的本人照片与其人像不像同一人（相似度 0.3999）");
            assertThat(warning.evidence()).containsEntry("score", "0.3999");
        });
        assertThat(sampling.sample(caseId).state()).isEqualTo("TAKEN");
        assertThat(only().state()).isEqualTo(ComparisonState.HUMAN);

        caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        take();
        compareWith((portrait, photo) -> FaceFinding.noFace("m"));
        assertThat(raised()).extracting(WarningView::rule).containsExactly("face.rule.noFace");
    }

    @Test
    @Clause("7.1.2")
    void whoDoesNotTurnWhenAskedToIsWarnedOfAndAPersonLooksAtTheirPhotos() throws Exception {
        confirmedPortrait();
        take(ON_SITE, side(0.2), side(0.22));
        with(sure(), turned("0.0400")).round();
        ComparisonView one = only();
        assertThat(one.turn().asked()).isEqualTo(HeadTurn.askedAfter(prompt));
        assertThat(one.turn().outcome()).isEqualTo(TurnOutcome.NOT_TURNED);
        assertThat(one.state()).isEqualTo(ComparisonState.HUMAN);
        assertThat(raised()).singleElement().satisfies(warning -> {
            assertThat(warning.sentence()).isEqualTo("王海涛取样时没有按提示转头，照片中可能不是在场的人");
            assertThat(warning.evidence()).containsEntry("turnedBy", "0.0400").containsEntry("turnNeeded", "0.20");
        });
        assertThat(faces("receiver")).contains("没有按提示转头", "转头，转了 0.0400", "提示转头后的第 2 张");
        for (int place : new int[] {0, 1}) {
            pages.perform(get(url(one) + "/turned/" + place).with(As.signedIn("receiver")))
                    .andExpect(status().isOk());
            pages.perform(get(url(one) + "/turned/" + place).with(As.signedIn("sampler")))
                    .andExpect(status().isNotFound());
        }
        pages.perform(get(url(one) + "/turned/2").with(As.signedIn("receiver"))).andExpect(status().isNotFound());
        refused("face.answer.note.missing", () -> answer("receiver", one, "SAME", ""));
        answer("receiver", one, "SAME", "四张照片中确为本人，镜头太远");
        assertThat(sampling.sample(caseId).state()).isEqualTo("TAKEN");
    }

    /** Else a phone that sends none would have shown enough. */
    @Test
    void whereNobodyWasAskedOrNothingWasSeenTheProgramIsNeverSure() {
        confirmedPortrait();
        HeadTurnJudge never = (front, photos, asked) -> {
            throw new AssertionError("Nothing to judge");
        };
        take(ON_SITE);
        with(sure(), never).round();
        assertThat(only().turn().outcome()).isEqualTo(TurnOutcome.NOT_JUDGED);
        assertThat(only().state()).isEqualTo(ComparisonState.HUMAN);

        // What another phone was told, or nobody, asks for nothing.
        SitePhone witness = SitePhone.confirmed(platform, "witness");
        for (String other : Arrays.asList(witness.contact(), "made up", null)) {
            another();
            prompt = other;
            take(ON_SITE, side(0.5));
            with(sure(), never).round();
            assertThat(only().turn().asked()).isNull();
            assertThat(only().state()).isEqualTo(ComparisonState.HUMAN);
        }
        assertThat(raised()).isEmpty();
    }

    /** The whole way with the models, on faces that are drawn. */
    @Test
    @EnabledIfSystemProperty(named = RealMatcher.MODELS, matches = ".+")
    void theModelsTellWhoTurnsFromWhoDoesNot() {
        FaceMatcher models = RealMatcher.openCv();
        confirmedPortrait();
        take(side(0), side(asked() / 3), side(asked()));
        with(models, (HeadTurnJudge) models).round();
        assertThat(only().turn().outcome()).isEqualTo(TurnOutcome.TURNED);
        assertThat(only().state()).isEqualTo(ComparisonState.DONE);
        another();
        take(side(0.02), side(-asked() / 3), side(-asked()));
        with(models, (HeadTurnJudge) models).round();
        assertThat(only().turn().outcome()).isEqualTo(TurnOutcome.NOT_TURNED);
        assertThat(raised()).extracting(WarningView::rule).containsExactly("face.rule.notTurned");
    }

    private double asked() {
        return HeadTurn.askedAfter(prompt) == HeadTurn.LEFT ? 0.5 : -0.5;
    }

    private void confirmedPortrait() {
        registeredPicture();
        enrol();
        take();
        compareWith("0.8123");
        answer("receiver", only(), "SAME", "");
        another();
    }

    private void another() {
        caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        sampler.meet();
        prompt = sampler.contact();
    }

    @Test
    void whatTheProgramHasNotComparedYetIsNobodysToAnswer() {
        take();
        assertThat(only().state()).isEqualTo(ComparisonState.WAITING);
        assertThatThrownBy(() -> answer("receiver", only(), "SAME", "")).hasMessage("face.answer.meanwhile");
    }

    /** Else whoever enrolled another's face would have it confirmed by showing their own once. */
    @Test
    void whoKnowsTheSamplerInAPhotoUnlikeThePortraitSaysNothingForThePortrait() {
        registeredPicture();
        enrol();
        take();
        compareWith("0.1");
        assertThatThrownBy(() -> answer("receiver", only(), "SAME", "")).hasMessage("face.answer.note.missing");
        answer("receiver", only(), "SAME", "本人在场，认得");
        assertThat(portraits.standing("sampler").orElseThrow().confirmed()).isFalse();
    }

    @Test
    void betweenTheThresholdsAndWithoutConsentAPersonLooksAndNobodyIsWarned() {
        enrol();
        take();
        compareWith("0.5499");
        assertThat(only().found().outcome()).isEqualTo(FaceOutcome.UNSURE);
        assertThat(only().state()).isEqualTo(ComparisonState.HUMAN);
        assertThat(raised()).isEmpty();

        As.person("sampler", portraits::revoke);
        caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        take();
        compareWith((portrait, photo) -> {
            throw new AssertionError("Nobody agreed to this");
        });
        assertThat(only().found().why()).isEqualTo(NotCompared.NO_PORTRAIT);
        assertThat(only().state()).isEqualTo(ComparisonState.HUMAN);
        assertThat(raised()).isEmpty();
    }

    @Test
    void aMatcherThatBreaksComparesNothingAndTheNextIsComparedAllTheSame() {
        enrol();
        take();
        compareWith((portrait, photo) -> {
            throw new IllegalStateException("broken");
        });
        assertThat(only().found().why()).isEqualTo(NotCompared.FAILED);
        assertThat(only().state()).isEqualTo(ComparisonState.HUMAN);
    }

    /** The whole way with the models, on faces that are drawn. */
    @Test
    @EnabledIfSystemProperty(named = RealMatcher.MODELS, matches = ".+")
    void theModelsTellTheSamplerFromAnother() {
        FaceMatcher models = RealMatcher.openCv();
        enrol();
        take();
        compareWith(models);
        assertThat(only().found().why()).isNull();
        assertThat(only().found().outcome()).isEqualTo(FaceOutcome.SAME);
        assertThat(only().found().score()).isGreaterThan(new BigDecimal("0.85"));
        assertThat(only().found().model()).hasSize(64);
        assertThat(raised()).isEmpty();

        caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        take(ANOTHER_ON_SITE);
        compareWith(models);
        assertThat(only().found().outcome()).isEqualTo(FaceOutcome.DIFFERENT);
        assertThat(raised()).extracting(WarningView::rule).containsExactly("face.rule.different");
        assertThat(sampling.sample(caseId).state()).isEqualTo("TAKEN");
    }

    @Test
    void whatNobodyLooksAtForADayIsWarnedOfOnce() {
        take();
        comparing.round();
        clock.advance(Duration.ofHours(23));
        reminders.run();
        assertThat(raised()).isEmpty();
        clock.advance(Duration.ofHours(2));
        reminders.run();
        reminders.run();
        assertThat(raised()).singleElement().satisfies(warning -> assertThat(warning.sentence())
                .isEqualTo("王海涛取样时的本人照片超过 24 小时没有人工比对"));
        assertThat(ledger.ofSubject("face-comparison:" + only().id()))
                .extracting(LedgerLine::action)
                .containsExactly("face.due", "face.compared", "face.overdue");
        answer("receiver", only(), "SAME", "");
    }

    @Test
    void whoeverWithdrawsWhileTheyAreComparedWasNotCompared() {
        enrol();
        take();
        compareWith((portrait, photo) -> {
            As.person("sampler", portraits::revoke);
            return FaceFinding.judged(new BigDecimal("0.1"), USUAL, "m");
        });
        assertThat(only().found().why()).isEqualTo(NotCompared.NO_PORTRAIT);
        assertThat(only().found().score()).isNull();
        assertThat(raised()).isEmpty();
    }

    @Test
    void aPortraitThatWasChangedPastThePlatformIsNotComparedAndHoldsUpNothing() {
        enrol();
        TestDatabase.owner()
                .update("UPDATE face_portrait p JOIN face_enrolment e ON e.id = p.enrolment_id SET p.content ="
                        + " REVERSE(p.content) WHERE e.current_of = 'sampler'");
        take();
        compareWith("0.9");
        assertThat(only().found().why()).isEqualTo(NotCompared.FAILED);
        assertThat(only().state()).isEqualTo(ComparisonState.HUMAN);
    }

    @Test
    void whatIsComparedIsThePortraitAndThePhotoOfTheRecord() {
        enrol();
        take();
        List<byte[]> seen = new ArrayList<>();
        compareWith((portrait, photo) -> {
            seen.add(portrait);
            seen.add(photo);
            return FaceFinding.notCompared(NotCompared.FAILED, "");
        });
        assertThat(seen).hasSize(2).allSatisfy(picture -> assertThat(picture).startsWith(0xff, 0xd8, 0xff));
        assertThat(seen.get(0)).isEqualTo(As.person("sampler", portraits::myPicture));
    }

    @Test
    void onlyTheReceivingLaboratorysPeopleAndTheStationLearnOfIt() throws Exception {
        enrol();
        take();
        comparing.round();
        ComparisonView one = only();
        for (String may : List.of("receiver", "labadmin", "technicalhead", "supervisor", "stationadmin")) {
            assertThat(faces(may)).contains("待人工比对");
            pages.perform(get(url(one) + "/enrolled").with(As.signedIn(may))).andExpect(status().isOk());
            assertThat(list(may)).contains(one.subject().sample());
        }
        for (String mayNot : List.of("sampler", "witness", "commissioner", "reviewer", "signatory")) {
            assertThat(faces(mayNot)).doesNotContain("人脸比对");
            pages.perform(get(url(one) + "/enrolled").with(As.signedIn(mayNot))).andExpect(status().isNotFound());
            pages.perform(get(url(one) + "/registered").with(As.signedIn(mayNot)))
                    .andExpect(status().isNotFound());
            assertThat(list(mayNot)).doesNotContain(one.subject().sample());
        }
        // Who tests blind and who is of another laboratory do not even know of the case.
        for (String stranger : List.of("tester", "tester2", "admin")) {
            pages.perform(get("/cases/" + caseId + "/faces").with(As.signedIn(stranger)))
                    .andExpect(status().isNotFound());
        }
        for (String mayLookOnly : List.of("labadmin", "supervisor")) {
            refused("face.answer.receiver", () -> answer(mayLookOnly, one, "SAME", ""));
        }
        // Another case's address does not lead there.
        String other = driver.commission(DemoTest.CONCRETE);
        pages.perform(get("/cases/" + other + "/faces/" + one.id() + "/enrolled")
                        .with(As.signedIn("receiver")))
                .andExpect(status().isNotFound());
        pages.perform(get(url(one) + "/other").with(As.signedIn("receiver"))).andExpect(status().isNotFound());
    }

    @Test
    void consentRevokedTakesThePortraitFromTheComparisonAndLeavesWhatWasFound() throws Exception {
        registeredPicture();
        enrol();
        take();
        compareWith("0.4500");
        As.person("sampler", portraits::revoke);
        pages.perform(get(url(only()) + "/enrolled").with(As.signedIn("receiver")))
                .andExpect(status().isNotFound());
        pages.perform(get(url(only()) + "/registered").with(As.signedIn("receiver")))
                .andExpect(status().isOk());
        assertThat(only().found().score()).isEqualByComparingTo("0.45");
        assertThat(faces("receiver")).contains("相似度 0.4500").doesNotContain("本人登记的人像");
    }

    @Test
    void twoNodesThatCompareTheSameWriteOnce() {
        enrol();
        take();
        FaceComparing other = with((portrait, photo) -> FaceFinding.judged(new BigDecimal("0.5"), USUAL, "other"));
        compareWith((portrait, photo) -> {
            other.round();
            return FaceFinding.judged(new BigDecimal("0.1"), USUAL, "first");
        });
        assertThat(only().found().model()).isEqualTo("other");
        assertThat(raised()).isEmpty();
        assertThat(ledger.ofSubject("face-comparison:" + only().id()))
                .extracting(LedgerLine::action)
                .containsExactly("face.due", "face.compared");
    }

    private void registeredPicture() {
        String sha256 =
                files.store(new RenderedFace(9).jpeg(480, 640, new RenderedFace.View(0.05, 0, 0.9)), "image/jpeg");
        As.person(
                "supervisor",
                () -> transaction.executeWithoutResult(status -> {
                    official.update(
                            "person:sampler",
                            "qualification_person",
                            Map.of("username", "sampler"),
                            Map.of("photo_sha256", sha256));
                    ledger.append(
                            Ledger.Fact.of("registration.approved", "person:sampler", null, Map.of("photo", sha256)));
                    registry.changed();
                }));
    }

    private void enrol() {
        As.person("sampler", () -> portraits.enrol(FACE, true));
    }

    private void take() {
        take(ON_SITE);
    }

    private void take(byte[] photo, byte[]... turned) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "decision", "TAKE", "madeAt", clock.instant().toString(), "marks", marks(), "sealNo", "FZ-0812"));
        Map<String, Object> record = sampler.bare(driver.task(caseId), form, List.of());
        // Where the desk's records of other tests are: nobody travels.
        record.put("position", SitePhone.position(clock.instant(), "34.3621", "107.1450"));
        byte[] sealed = SitePhone.picture(640, 480);
        List<Map<String, String>> photos = new ArrayList<>();
        photos.add(Map.of("sha256", sampler.send(sealed), "purpose", "SEALED"));
        photos.add(Map.of("sha256", sampler.send(own(photo)), "purpose", "PERSON"));
        for (byte[] one : turned) {
            photos.add(Map.of("sha256", sampler.send(own(one)), "purpose", "TURNED"));
        }
        record.put("photos", photos);
        if (prompt != null) {
            record.put("prompt", Map.of("contact", prompt));
        }
        assertThat(sampler.send(record).outcome()).isEqualTo("ACCEPTED");
    }

    // Every photo is taken once: a further byte behind the picture makes it another.
    private byte[] own(byte[] photo) {
        byte[] stamp = caseId.getBytes(StandardCharsets.US_ASCII);
        byte[] own = Arrays.copyOf(photo, photo.length + stamp.length);
        System.arraycopy(stamp, 0, own, photo.length, stamp.length);
        return own;
    }

    private String marks() {
        return String.join(
                "\n",
                sampling.sample(caseId).specimens().stream()
                        .map(SampleView.SpecimenView::mark)
                        .toList());
    }

    private static FaceMatcher sure() {
        return (portrait, photo) -> FaceFinding.judged(new BigDecimal("0.8123"), USUAL, "model-of-the-test");
    }

    private static HeadTurnJudge turned(String by) {
        BigDecimal needed = new BigDecimal("0.20");
        BigDecimal reached = new BigDecimal(by);
        TurnOutcome outcome = reached.compareTo(needed) < 0 ? TurnOutcome.NOT_TURNED : TurnOutcome.TURNED;
        return (front, photos, asked) -> new TurnFinding(outcome, reached, needed);
    }

    // In front of them as the photo on site was taken, turned further.
    private static byte[] side(double turn) {
        return new RenderedFace(9).jpeg(480, 640, new RenderedFace.View(turn, 0.5, 0.7));
    }

    private void compareWith(String score) {
        compareWith((portrait, photo) -> FaceFinding.judged(new BigDecimal(score), USUAL, "model-of-the-test"));
    }

    private void compareWith(FaceMatcher matcher) {
        with(matcher).round();
    }

    private FaceComparing with(FaceMatcher matcher) {
        return with(matcher, HeadTurnJudge.NOBODY);
    }

    private FaceComparing with(FaceMatcher matcher, HeadTurnJudge turns) {
        return new FaceComparing(
                platform.getBean(ComparisonStore.class),
                portraits,
                platform.getBean(SitePhotos.class),
                matcher,
                turns,
                platform.getBean(FaceWarnings.class),
                ledger,
                identity,
                platform.getBean(Clock.class),
                transaction);
    }

    private ComparisonView only() {
        List<ComparisonView> all = As.person("receiver", () -> comparisons.ofCase(caseId));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private void answer(String username, ComparisonView one, String answer, String note) {
        As.person(username, () -> comparisons.answer(caseId, one.id(), Map.of("answer", answer, "note", note)));
    }

    private List<WarningView> raised() {
        return As.person("supervisor", () -> warnings.ofCase(caseId)).stream()
                .filter(warning -> warning.rule().startsWith("face."))
                .toList();
    }

    private static String url(ComparisonView one) {
        return "/cases/" + one.subject().caseId() + "/faces/" + one.id();
    }

    private String faces(String username) throws Exception {
        return page(username, "/cases/" + caseId + "/faces");
    }

    // Other tests leave records of a later day.
    private String list(String username) throws Exception {
        StringBuilder pages = new StringBuilder();
        for (int page = 0; page < 8; page++) {
            pages.append(page(username, "/faces?page=" + page));
        }
        return pages.toString();
    }

    private String page(String username, String address) throws Exception {
        return pages.perform(get(address).with(As.signedIn(username)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static void refused(String code, Runnable work) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(work::run).satisfies(rule -> assertThat(rule.code())
                .isEqualTo(code));
    }
}
