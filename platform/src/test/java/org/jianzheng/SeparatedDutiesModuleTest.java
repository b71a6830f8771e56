package org.jianzheng;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registry.Registry;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.jianzheng.testing.Testing;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who may not do what because of what they did before, at every task of every diagram. Everybody is let in first: they have
 * moved to the house, got the rank and the certificate that the task asks for.
 */
@PlatformTest
class SeparatedDutiesModuleTest {

    /** A joint that broke in a way the standard does not list: the technical head has to decide. */
    private static final DemoTest UNLISTED = DemoTest.WELD.measuring(DemoTest.welds("182.0", "166.0", "183.5"));

    private static final Map<String, Object> AGREED = Map.of("decision", "GRANT", "opinion", "已核对设备原始记录");

    private static final String HERE = "nobodyDoesWhatTheyMustNotBecauseOfWhatTheyDid";
    private static final String RECALLS = "reporting.ReportRecallModuleTest.";

    /** Where each task is shown; a task that judges nobody's work says so. */
    private static final Map<String, String> DOORS = Map.ofEntries(
            entry("acceptCommission", HERE),
            entry("witnessSample", HERE),
            entry("receiveSample", HERE),
            entry("assignTest", HERE),
            entry("decideReferred", HERE),
            entry("reviewReport", HERE),
            entry("signReport", HERE),
            entry("approveCorrection", RECALLS + "nobodyAgreesToWhatTheyProposedTestedReviewedOrSigned"),
            entry("decideAppeal", "breach.BreachModuleTest.whoDecidedDoesNotJudgeTheAppeal"),
            entry(
                    "decideCreditAppeal",
                    "credit.EntryProceedingsModuleTest.anAppealInTimeIsHeardBySomebodyElseAndMayReverseTheEntry"),
            entry("decideRegistration", "registration.RegistrationModuleTest.whoeverAppliedInAnyRoundDoesNotApprove"),
            entry("decideLateRecord", "sampling.phone.PhoneRecordsModuleTest.nobodyDecidesOnTheirOwnLateRecord"),
            entry("takeSample", "- the first of its chain"),
            entry("record", "- of the tester alone, whom assignTest judges"),
            entry("correctCommission", "- the client's own"),
            entry("decideAfterRefusal", "- the client's own"),
            entry("decideAfterStop", "- the client's own"),
            entry("requestCorrection", "- the site's own request"),
            entry("consentCorrection", "- of another house than whoever asks: the witness's firm"),
            entry("decideCorrection", "- of another house than whoever asks: the station"),
            entry("answerCredit", "- the house's own answer"),
            entry("renewExpiring", "- the laboratory's own"),
            entry("confirmDeveloper", "- a receipt"),
            entry("confirmContractor", "- a receipt"),
            entry("confirmSupervision", "- a receipt"),
            entry("planTreatment", "- the contractor's own"),
            entry("reviewPlan", "- of another house than the plan: the witness's firm"),
            entry("reportCompletion", "- the contractor's own"),
            entry("checkTreatment", "- of another house than the treatment: the witness's firm"),
            entry("closeLoop", "- of another house than all of these: the station"),
            entry("decideDispute", "- of another house than whoever disputes: the station"),
            entry("commissionRetest", "- the client's own"),
            entry("explainBreach", "- the laboratory's own"),
            entry("answerDecision", "- the laboratory's own"),
            entry("correctBreach", "- the laboratory's own"),
            entry("decideBreach", "- of another house than the breach: the station"),
            entry("checkBreach", "- of another house than the correction: the station"),
            entry("correctRegistration", "- the applicant's own"));

    /**
     * One who may not, though they hold that rank now.
     *
     * @param form what they send; null for what is right
     */
    private record Forbidden(String task, String who, String group, Map<String, Object> form, String code) {}

    private static final List<Forbidden> PAIRS = List.of(
            no("acceptCommission", "commissioner", "labs/BJ01/receiver", "commission.review.own"),
            no("acceptCommission", "commissioner", "labs/BJ01/receiver", refusing("REFUSE"), "commission.review.own"),
            no("witnessSample", "sampler", "supervision/HC/witness", "sampling.witness.samePerson"),
            no("witnessSample", "sampler", "supervision/HC/witness", objecting(), "sampling.witness.samePerson"),
            no("receiveSample", "sampler", "labs/BJ01/receiver", "sampling.receipt.ownSample"),
            no("receiveSample", "witness", "labs/BJ01/receiver", "sampling.receipt.ownSample"),
            no("receiveSample", "witness", "labs/BJ01/receiver", broken(), "sampling.receipt.ownSample"),
            // Not even offered; what the aggregate says to it stands below.
            no("assignTest", "labadmin", "labs/BJ01/labadmin", to("receiver"), "workflow.form.option"),
            no("decideReferred", "tester", "labs/BJ01/technicalhead", "testing.decide.ownTest"),
            no("reviewReport", "tester", "labs/BJ01/reviewer", "reporting.review.ownTest"),
            no("reviewReport", "technicalhead", "labs/BJ01/reviewer", "reporting.review.ownDecision"),
            no(
                    "reviewReport",
                    "technicalhead",
                    "labs/BJ01/reviewer",
                    refusing("RETURN"),
                    "reporting.review.ownDecision"),
            no("signReport", "tester", "labs/BJ01/signatory", "reporting.sign.ownTest"),
            no("signReport", "reviewer", "labs/BJ01/signatory", "reporting.sign.ownReview"),
            no("signReport", "technicalhead", "labs/BJ01/signatory", "reporting.sign.ownDecision"));

    @Autowired
    private Processes processes;

    @Autowired
    private Testing testing;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Registry registries;

    private final CaseDriver driver;

    SeparatedDutiesModuleTest(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
    }

    @AfterEach
    void withoutTheirSecondRank() {
        TestDatabase.owner().update("DELETE FROM qualification_certificate WHERE certificate_no LIKE 'DUTY-%'");
        registries.changed();
    }

    @Test
    void everyTaskOfEveryDiagramIsInTheTable() throws Exception {
        assertThat(DOORS.keySet()).containsExactlyInAnyOrderElementsOf(userTasks());
        for (String shown : DOORS.values()) {
            if (!shown.startsWith("-")) {
                assertThat(isTest(shown)).as(shown).isTrue();
            }
        }
        assertThat(PAIRS)
                .extracting(Forbidden::task)
                .containsAll(DOORS.entrySet().stream()
                        .filter(door -> door.getValue().equals(HERE))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    @Clause("8.3.1")
    void nobodyDoesWhatTheyMustNotBecauseOfWhatTheyDid() {
        String caseId = driver.commission(UNLISTED);
        for (String task = open(caseId); task != null; task = open(caseId)) {
            String now = task;
            PAIRS.stream().filter(pair -> pair.task().equals(now)).forEach(pair -> refused(caseId, pair));
            assertThat(open(caseId)).isEqualTo(now);
            driver.submit(driver.next(caseId, UNLISTED));
        }
    }

    @Test
    void whoTookTheSampleInDoesNotTestIt() {
        String caseId = driver.toTest(UNLISTED);
        certify("receiver", "TESTER");
        var form = new HashMap<>(driver.next(caseId, UNLISTED).form());
        form.put("tester", "receiver");

        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> As.person("labadmin", () -> testing.assign(caseId, form)))
                .withMessage("testing.assign.receiver");
    }

    /** Whoever did the test before it was handed to somebody else has tested it all the same. */
    @Test
    void anEarlierTesterDoesNotDecideEither() {
        String caseId = driver.toReview(UNLISTED);
        certify("tester.bj01b", "TESTER");
        send(caseId, As.whoIs("technicalhead"), Map.of("conclusion", "RETURN", "reason", "断口照片与记录不符，换人重做"));
        var assignment = new HashMap<>(driver.next(caseId, UNLISTED).form());
        assignment.put("tester", "tester.bj01b");
        send(caseId, As.whoIs("labadmin"), assignment);
        var again = new HashMap<>(driver.next(caseId, UNLISTED).form());
        again.put("correctionKind", "TRANSCRIPTION");
        again.put("correctionReason", "换人重新量测");
        send(caseId, new Person("tester.bj01b", "李强", Set.of("labs/BJ01/tester")), again);

        refused(caseId, no("decideReferred", "tester", "labs/BJ01/technicalhead", "testing.decide.ownTest"));
        driver.submit(driver.next(caseId, UNLISTED));
        refused(
                caseId,
                no("approveCorrection", "tester", "labs/BJ01/technicalhead", AGREED, "testing.correction.ownWork"));
        send(caseId, As.whoIs("labadmin"), AGREED);
        refused(caseId, no("reviewReport", "tester", "labs/BJ01/reviewer", "reporting.review.ownTest"));
        driver.review(caseId);
        refused(caseId, no("signReport", "tester", "labs/BJ01/signatory", "reporting.sign.ownTest"));
    }

    /** One firm may be registered as a builder, as a supervisor and as a laboratory: its credit code is one. */
    @Test
    void oneFirmUnderTwoHeadsIsOneFirm() {
        String caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        driver.take(caseId);
        String own = creditCode("contractors/SJ1");
        for (String path : List.of("supervision/HC", "labs/BJ01")) {
            String before = creditCode(path);
            var right = driver.next(caseId, DemoTest.CONCRETE);
            try {
                creditCode(path, own);
                assertThatExceptionOfType(RuleBroken.class)
                        .isThrownBy(() -> driver.send(right))
                        .withMessage(
                                path.startsWith("labs") ? "sampling.receipt.ownFirm" : "sampling.witness.sameEmployer");
            } finally {
                creditCode(path, before);
            }
            driver.submit(right);
        }
    }

    private void refused(String caseId, Forbidden pair) {
        String role = pair.group().substring(pair.group().lastIndexOf('/') + 1).toUpperCase(java.util.Locale.ROOT);
        certify(pair.who(), role);
        var who = new Person(pair.who(), As.whoIs(pair.who()).name(), Set.of(pair.group()));
        var right = driver.next(caseId, UNLISTED).form();
        Map<String, Object> sent = new LinkedHashMap<>(pair.form() == null ? right : pair.form());
        sent.replaceAll((field, value) -> value == null ? right.get(field) : value);
        assertThatExceptionOfType(RuleBroken.class)
                .as("%s at %s", pair.who(), pair.task())
                .isThrownBy(() -> send(caseId, who, sent))
                .withMessage(pair.code());
    }

    private void send(String caseId, Person who, Map<String, Object> form) {
        As.person(
                who, Instant.now(), () -> processes.complete(driver.task(caseId).id(), form));
        driver.goOn(caseId);
    }

    private String open(String caseId) {
        return driver.isFinished(caseId) ? null : driver.task(caseId).key();
    }

    private void certify(String username, String role) {
        String number = "DUTY-" + username + "-" + role;
        database.update(
                "INSERT INTO qualification_certificate (certificate_no, username, role, items, valid_from,"
                        + " valid_until) VALUES (?, ?, ?, 'weld', '2020-01-01', '2099-12-31')"
                        + " ON DUPLICATE KEY UPDATE valid_until = '2099-12-31'",
                number,
                username,
                role);
        registries.changed();
    }

    private String creditCode(String path) {
        return database.queryForObject(
                "SELECT credit_code FROM qualification_organisation WHERE path = ?", String.class, path);
    }

    private void creditCode(String path, String code) {
        database.update("UPDATE qualification_organisation SET credit_code = ? WHERE path = ?", code, path);
        registries.changed();
    }

    private static Set<String> userTasks() throws IOException {
        Pattern task = Pattern.compile("<bpmn:userTask id=\"(\\w+)\"");
        Set<String> ids = new TreeSet<>();
        for (Resource diagram : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn")) {
            task.matcher(diagram.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .forEach(found -> ids.add(found.group(1)));
        }
        return ids;
    }

    private static boolean isTest(String shown) throws ClassNotFoundException {
        int dot = shown.lastIndexOf('.');
        Class<?> type =
                dot < 0 ? SeparatedDutiesModuleTest.class : Class.forName("org.jianzheng." + shown.substring(0, dot));
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method ->
                        method.getName().equals(shown.substring(dot + 1)) && method.isAnnotationPresent(Test.class));
    }

    private static Forbidden no(String task, String who, String group, String code) {
        return new Forbidden(task, who, group, null, code);
    }

    private static Forbidden no(String task, String who, String group, Map<String, Object> form, String code) {
        return new Forbidden(task, who, group, form, code);
    }

    private static Map<String, Object> refusing(String decision) {
        return DemoTest.form("decision", decision, "reason", "请写清使用部位");
    }

    private static Map<String, Object> objecting() {
        return DemoTest.form("decision", "OBJECT", "note", "封志号与现场不符");
    }

    private static Map<String, Object> broken() {
        return DemoTest.form("decision", "REFUSE", "refusal", "MARK_BROKEN", "note", "第 1 件标识残缺");
    }

    /** The rest as it is right. */
    private static Map<String, Object> to(String tester) {
        return DemoTest.form("decision", "ASSIGN", "tester", tester, "machine", null, "plannedOn", null, "place", null);
    }
}
