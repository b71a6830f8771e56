package org.jianzheng.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jianzheng.commission.Commissions;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.registry.Registry;
import org.jianzheng.sampling.mark.MarkRolls;
import org.jianzheng.sampling.mark.MarkState;
import org.jianzheng.sampling.mark.RollView;
import org.jianzheng.support.As;
import org.jianzheng.support.AtOnce;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.Orders;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformTest
@Clause({"5.4.6", "7.1.2"})
class BindingModuleTest {

    private static final Person OTHER_CONTRACTOR = new Person("sampler-sj2", "钱进", Set.of("contractors/SJ2/sampler"));

    @Autowired
    Commissions commissions;

    @Autowired
    Sampling sampling;

    @Autowired
    MarkRolls rolls;

    @Autowired
    Ledger ledger;

    @Autowired
    Identity identity;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    Registry registries;

    String caseId;

    @BeforeEach
    void waitsForItsSample() {
        caseId = accepted();
    }

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    private String accepted() {
        String id = UUID.randomUUID().toString();
        As.person("commissioner", () -> commissions.register(id, Orders.concrete()));
        As.person("receiver", () -> {
            commissions.review(id, Map.of("decision", "ACCEPT"));
            sampling.issueMarks(id);
        });
        return id;
    }

    @Test
    void marksOfARollTakeThePlaceOfThoseThatWereIssued() {
        List<String> issued = marksOf(caseId);
        List<String> blank = blank(roll(3));
        assertThat(sampling.stateOf(blank.get(0))).contains(MarkState.BLANK);
        assertThat(take(caseId, List.of(blank.get(2), blank.get(0), blank.get(1))))
                .isTrue();
        assertThat(marksOf(caseId)).containsExactly(blank.get(2), blank.get(0), blank.get(1));
        assertThat(sampling.sample(caseId).specimens()).allSatisfy(one -> assertThat(one.scans())
                .extracting(SampleView.ScanView::role)
                .containsExactly("SAMPLER"));
        assertThat(sampling.stateOf(blank.get(0))).contains(MarkState.SEALED);
        assertThat(issued).allSatisfy(mark -> {
            assertThat(sampling.stateOf(mark)).contains(MarkState.VOID);
            assertThat(As.person("sampler", () -> sampling.mark(mark))).isEmpty();
        });
        assertThat(As.person("receiver", () -> sampling.specimens(SampleState.TAKEN, 0, 100)).items().stream()
                        .filter(one -> one.caseId().equals(caseId)))
                .hasSize(3);
    }

    @Test
    void aSampleWithMarksOfARollGoesToItsEndAndEveryStepShowsOnThem() {
        String mark = blank(roll(3)).get(0);
        List<String> marks = blank(rollOf(mark));
        take(caseId, marks);
        witness(caseId);
        assertThat(sampling.stateOf(mark)).contains(MarkState.WITNESSED);
        assertThat(receive(caseId, marks)).isTrue();
        assertThat(sampling.stateOf(mark)).contains(MarkState.RECEIVED);
        sampling.requireProven(caseId);
    }

    @Test
    void theLedgerSaysWhichMarksWereBound() {
        List<String> marks = blank(roll(3));
        take(caseId, marks);
        witness(caseId);
        receive(caseId, marks);
        Object said = ledger.provenOf("sample:" + sampling.sample(caseId).label()).stream()
                .filter(entry -> entry.line().action().equals("sample.taken"))
                .findFirst()
                .orElseThrow()
                .content()
                .get("marks");
        assertThat(said).isEqualTo(marks);
    }

    @Test
    void ofTwoWhoBindTheSameMarkAtTheSameMomentOneHasIt() throws Exception {
        String other = accepted();
        List<String> first = blank(roll(5)).subList(0, 3);
        List<String> second = List.of(first.get(2), first.get(1), first.get(0));
        List<String> answers = AtOnce.all(List.of(taking(caseId, first), taking(other, second)));
        assertThat(answers).filteredOn("taken"::equals).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.equals("taken"))
                .singleElement()
                .satisfies(answer -> assertThat(answer).contains("标识 …").containsAnyOf("刚被绑定到其他样品", "已绑定到其他样品"));
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM sampling_specimen WHERE mark = ?", Integer.class, first.get(0)))
                .isEqualTo(1);
        assertThat(List.of(
                        sampling.sample(caseId).state(), sampling.sample(other).state()))
                .containsExactlyInAnyOrder("TAKEN", "ISSUED");
    }

    private Callable<String> taking(String id, List<String> marks) {
        return () -> {
            try {
                take(id, marks);
                return "taken";
            } catch (RuleBroken refused) {
                return refused.arguments()[0].toString();
            }
        };
    }

    @Test
    void everyMarkThatCannotBeBoundIsNamedWithItsReason() {
        List<String> own = blank(roll(8));
        String forged = own.get(0).substring(0, 29) + (own.get(0).endsWith("A") ? "B" : "A");
        refused(List.of(own.get(0), own.get(1), forged)).contains("“" + forged + "”不是本平台签发的标识");

        String elsewhere = identity.as(OTHER_CONTRACTOR, () -> {
            String rollNo = rolls.order(Map.of("project", DemoCity.OTHER_PROJECT, "size", 1));
            return blankAs(rollNo).get(0);
        });
        refused(List.of(own.get(0), own.get(1), elsewhere)).contains(tail(elsewhere), "其他施工单位");

        String otherProject = otherProject();
        String ofOtherProject =
                As.person("sampler", () -> blankAs(rolls.order(Map.of("project", otherProject, "size", 1)))
                        .get(0));
        refused(List.of(own.get(0), own.get(1), ofOtherProject)).contains(tail(ofOtherProject), "其他工程");

        refused(own.subList(0, 2)).contains("本样品 3 件，扫描了 2 个标识，缺 1 个");
        refused(own.subList(0, 4)).contains("多 1 个");
        refused(List.of(own.get(0), own.get(1), own.get(1))).contains(tail(own.get(1)), "重复扫描");
        refused(List.of(own.get(0), own.get(1), marksOf(caseId).get(0))).contains("不能与标识卷混用");

        String before = accepted();
        take(before, own.subList(5, 8));
        refused(List.of(own.get(0), own.get(1), own.get(6))).contains(tail(own.get(6)), "已绑定到其他样品");
        assertThat(sampling.sample(caseId).state()).isEqualTo("ISSUED");
        assertThat(take(caseId, own.subList(0, 3))).isTrue();
    }

    @Test
    void noBlankMarkOfALostRollIsBoundAndThoseOnSpecimensKeepTheirStory() {
        String rollNo = roll(6);
        List<String> marks = blank(rollNo);
        take(caseId, marks.subList(0, 3));
        assertRefused("kernel.form.empty", () -> As.person("sampler", () -> rolls.lose(rollNo, 0, " ")));
        As.person("sampler", () -> rolls.lose(rollNo, 0, "现场遗失"));
        caseId = accepted();
        refused(marks.subList(3, 6)).contains(tail(marks.get(3)), "已作废（现场遗失）");
        assertThat(sampling.stateOf(marks.get(0))).contains(MarkState.SEALED);
        assertThat(sampling.stateOf(marks.get(3))).contains(MarkState.VOID);
        assertRefused("sampling.roll.void", () -> As.person("sampler", () -> rolls.lose(rollNo, 0, "再次")));
        assertRefused("sampling.roll.void", () -> print(rollNo, "SHEET", ""));
        RollView after = As.person("sampler", () -> rolls.story(rollNo)).roll();
        assertThat(List.of(after.bound(), after.lost(), after.blank())).containsExactly(3, 3, 0);
    }

    @Test
    void aSingleMarkIsLostByItself() {
        String rollNo = roll(4);
        List<String> marks = blank(rollNo);
        As.person("sampler", () -> rolls.lose(rollNo, 2, "撕坏"));
        assertThat(sampling.stateOf(marks.get(1))).contains(MarkState.VOID);
        refused(marks.subList(0, 3)).contains(tail(marks.get(1)), "撕坏");
        assertThat(take(caseId, List.of(marks.get(0), marks.get(2), marks.get(3))))
                .isTrue();
        assertRefused("sampling.roll.markBound", () -> As.person("sampler", () -> rolls.lose(rollNo, 1, "遗失")));
        assertRefused("sampling.roll.markVoid", () -> As.person("sampler", () -> rolls.lose(rollNo, 2, "遗失")));
        assertRefused("sampling.roll.position", () -> As.person("sampler", () -> rolls.lose(rollNo, 9, "遗失")));
    }

    @Test
    void printingIsCountedAndAReprintSaysWhy() {
        String rollNo = roll(4);
        List<String> marks = blank(rollNo);
        assertThat(print(rollNo, "ROLL", "")).hasSize(4);
        assertRefused("kernel.form.empty", () -> print(rollNo, "ROLL", ""));
        take(caseId, marks.subList(0, 3));
        // What is on a specimen is not printed again.
        assertThat(print(rollNo, "SHEET", "打印机卡纸"))
                .extracting(RollView.Label::mark)
                .containsExactly(marks.get(3));
        RollView.Story story = As.person("sampler", () -> rolls.story(rollNo));
        assertThat(story.printings())
                .extracting(RollView.Printing::number, RollView.Printing::labels, RollView.Printing::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 4, null),
                        org.assertj.core.groups.Tuple.tuple(2, 1, "打印机卡纸"));
        assertThat(ledger.ofSubject("roll:" + rollNo))
                .extracting(LedgerLine::action)
                .contains("roll.ordered", "roll.printed", "roll.reprinted");
        assertRefused("sampling.roll.layout", () -> print(rollNo, "A0", "试"));
    }

    @Test
    @Clause("8.3.1")
    void onlyTheContractorsSamplersOrderPrintAndLose() {
        String rollNo = roll(2);
        for (String who : List.of("commissioner", "witness", "receiver", "supervisor", "admin")) {
            assertRefused(
                    "sampling.roll.notSampler",
                    () -> As.person(who, () -> rolls.order(Map.of("project", DemoCity.PROJECT, "size", 3))));
        }
        assertRefused("sampling.roll.notSampler", () -> As.person("supervisor", () -> rolls.lose(rollNo, 0, "无")));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> identity.as(OTHER_CONTRACTOR, () -> rolls.story(rollNo)));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> As.person("receiver", () -> rolls.story(rollNo)));
        assertThat(As.person("witness", () -> rolls.list("", 0, 10)).items()).isEmpty();
        assertThat(As.person("supervisor", () -> rolls.list("", 0, 10)).items()).isNotEmpty();
        assertRefused("sampling.roll.project", () -> order(DemoCity.OTHER_PROJECT, 3));
        assertRefused("sampling.roll.project", () -> order("XM-NONE' OR 1=1", 3));
        assertRefused("sampling.roll.size", () -> order(DemoCity.PROJECT, 0));
        assertRefused("sampling.roll.size", () -> order(DemoCity.PROJECT, 481));
        assertRefused("sampling.roll.size", () -> order(DemoCity.PROJECT, ""));
    }

    @Test
    void aContractorHoldsNoHeapOfBlankMarks() {
        String project = otherProject();
        for (int i = 0; i < 6; i++) {
            order(project, 480);
        }
        assertRefused("sampling.roll.enough", () -> order(project, 121));
        assertThat(order(project, 120)).startsWith("JZ-BQ-");
    }

    @Test
    void aMarkOfNobodyHasNoState() {
        assertThat(sampling.stateOf("0".repeat(30))).isEmpty();
        assertThat(sampling.stateOf("<script>")).isEmpty();
    }

    private String otherProject() {
        String code = "XM-" + UUID.randomUUID().toString().substring(0, 8);
        sql.update(
                "INSERT INTO qualification_project (code, name, address, supervision_reg_no, permit_no, developer_code,"
                        + " contractor_code, supervision_code) SELECT ?, CONCAT(name, '二期'), address, ?, ?, developer_code,"
                        + " contractor_code, supervision_code FROM qualification_project WHERE code = ?",
                code,
                code,
                code,
                DemoCity.PROJECT);
        registries.changed();
        return code;
    }

    private org.assertj.core.api.AbstractStringAssert<?> refused(List<String> marks) {
        try {
            take(caseId, marks);
        } catch (RuleBroken refused) {
            assertThat(refused).hasMessage("sampling.scan.wrong");
            assertThat(refused.field()).contains("marks");
            return assertThat(refused.arguments()[0].toString());
        }
        throw new AssertionError("was bound");
    }

    private String roll(int size) {
        return order(DemoCity.PROJECT, size);
    }

    private String order(String project, Object size) {
        return As.person("sampler", () -> rolls.order(Map.of("project", project, "size", size)));
    }

    private List<RollView.Label> print(String rollNo, String layout, String reason) {
        return As.person("sampler", () -> rolls.print(rollNo, Map.of("layout", layout, "reason", reason)));
    }

    private List<String> blank(String rollNo) {
        return As.person("sampler", () -> blankAs(rollNo));
    }

    private List<String> blankAs(String rollNo) {
        return rolls.story(rollNo).labels().stream().map(RollView.Label::mark).toList();
    }

    private String rollOf(String mark) {
        return rolls.marks(List.of(mark)).get(mark).rollNo();
    }

    private static String tail(String mark) {
        return "…" + mark.substring(24);
    }

    private List<String> marksOf(String id) {
        return sampling.sample(id).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .toList();
    }

    private boolean take(String id, List<String> marks) {
        Map<String, Object> form = new HashMap<>();
        form.put("madeAt", clock.instant().minus(Duration.ofMinutes(10)).toString());
        form.put("marks", String.join("\n", marks));
        form.put("sealNo", "F-1");
        return As.person("sampler", () -> sampling.take(id, form));
    }

    private void witness(String id) {
        As.person(
                "witness",
                () -> sampling.witness(id, Map.of("decision", "CONFIRM", "marksSeen", true, "sealSeen", true)));
    }

    private boolean receive(String id, List<String> marks) {
        Map<String, Object> form = new HashMap<>();
        form.put("decision", "ACCEPT");
        form.put("scanned", String.join("\n", marks));
        List.of("appearanceOk", "marksOk", "sealOk", "quantityOk").forEach(check -> form.put(check, true));
        form.put("storage", "样品室 A-3");
        return As.person("receiver", () -> sampling.receive(id, form));
    }

    private static ThrowableAssertAlternative<RuleBroken> assertRefused(String code, Runnable work) {
        return assertThatExceptionOfType(RuleBroken.class).isThrownBy(work::run).withMessage(code);
    }
}
