package org.jianzheng.testing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.procedure.Findings;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.TestFamily;
import org.jianzheng.testing.procedure.TestFinding;
import org.jianzheng.testing.procedure.TestSubject;
import org.jianzheng.testing.recording.AgeExemption;
import org.jianzheng.testing.recording.TestAges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Specimens are tested at the age that was ordered. */
class AgeWindowTest {

    private static final Instant MADE = Instant.parse("2026-10-26T02:00:00Z");
    private static final Map<String, String> STANDARD = Map.of("curing", "STANDARD");

    @ParameterizedTest
    @CsvSource({
        "concrete-cube, 3, 2", "concrete-cube, 7, 6", "concrete-cube, 14, 6", "concrete-cube, 28, 20",
        "concrete-cube, 60, 24", "concrete-cube, 84, 48", "concrete-cube, 180, 48", "mortar-cube, 7, 6",
        "mortar-cube, 28, 20"
    })
    void theWindowIsAsWideAsTheAgeAllows(String item, int age, int hours) {
        AgeWindow window = window(Findings.made(item, STANDARD, age, MADE));

        assertThat(window.from()).isEqualTo(MADE.plus(Duration.ofDays(age)).minus(Duration.ofHours(hours)));
        assertThat(window.until()).isEqualTo(MADE.plus(Duration.ofDays(age)).plus(Duration.ofHours(hours)));
    }

    @Test
    void itsEdgesAreWithin() {
        AgeWindow window = window(Findings.made("concrete-cube", STANDARD, 28, MADE));

        assertThat(window.isBefore(window.from())).isFalse();
        assertThat(window.isBefore(window.from().minusSeconds(120))).isTrue();
        assertThat(window.isOver(window.until())).isFalse();
        assertThat(window.isOver(window.until().plusSeconds(120))).isTrue();
    }

    @Test
    void degreeDaysHaveNoWindow() {
        assertThat(AgeWindow.of(
                        "main",
                        Findings.made("concrete-cube", Map.of("curing", "SAME_CONDITION_600"), 28, MADE),
                        Map.of()))
                .isEmpty();
    }

    // They were accepted before anybody asked.
    @Test
    void ordersThatAreOlderThanTablesHaveNoWindow() {
        TestSubject old = Findings.subject(TestFamily.of("concrete-cube"), "C30", STANDARD);

        assertThat(old.order().methodSha256()).isNull();
        assertThat(AgeWindow.of("main", old, Map.of())).isEmpty();
    }

    @Test
    void cementIsNotOfAgeBeforeItsReceiptIs() {
        TestSubject cement = Findings.made("cement", Map.of(), 28, MADE);
        Instant first = MADE.plus(Duration.ofDays(4));

        AgeWindow early = AgeWindow.of("3d", cement, Map.of()).orElseThrow();
        assertThat(early.from()).isEqualTo(MADE.plus(Duration.ofHours(72)).minus(Duration.ofMinutes(45)));
        assertThat(early.isOver(MADE.plus(Duration.ofDays(90)))).isFalse();

        AgeWindow late = AgeWindow.of("28d", cement, Map.of("3d", first)).orElseThrow();
        assertThat(late.from()).isEqualTo(first.plus(Duration.ofDays(25)).minus(Duration.ofMinutes(525)));
        assertThat(late.until()).isEqualTo(first.plus(Duration.ofDays(25)).plus(Duration.ofMinutes(525)));
    }

    @Test
    void aRecordOfSpecimensThatAreNotOfAgeNamesTheEarliestTime() {
        TestSubject subject = Findings.made("concrete-cube", STANDARD, 28, MADE);
        TestAges ages = ages();

        assertThatThrownBy(() -> ages.requireOfAge("main", Instant.parse("2026-11-22T05:00:00Z"), subject, Map.of()))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.code()).isEqualTo("testing.age.early");
                    assertThat(broken.field()).hasValue("startedAt");
                    assertThat(broken.arguments()).contains("2026-11-22 14:00");
                });
        assertThatCode(() -> {
                    ages.requireOfAge("main", Instant.parse("2026-11-22T06:00:00Z"), subject, Map.of());
                    ages.requireOfAge("main", Instant.parse("2026-12-22T14:00:00Z"), subject, Map.of());
                })
                .doesNotThrowAnyException();
    }

    /** The platform as it is delivered has no exemption: nothing that a laboratory or an operator sets is one. */
    @Test
    void whatIsDeliveredExemptsNobody() {
        AgeExemption demonstration = caseId -> true;
        TestSubject subject = Findings.made("concrete-cube", STANDARD, 28, MADE);

        assertThatCode(() -> ages(demonstration)
                        .requireOfAge("main", Instant.parse("2026-11-01T00:00:00Z"), subject, Map.of()))
                .doesNotThrowAnyException();
        assertThat(new com.tngtech.archunit.core.importer.ClassFileImporter()
                                .withImportOption(
                                        new com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests())
                                .importPackages("org.jianzheng")
                                .stream()
                                .filter(type -> type.isAssignableTo(AgeExemption.class)
                                        && !type.isEquivalentTo(AgeExemption.class)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PASS, true", "UNJUDGED, true", "FAIL, false", "RETEST, false"})
    void lateSpecimensThatFailedDoNotCeaseToHaveFailed(Verdict verdict, boolean maybeInvalid) {
        TestSubject subject = Findings.made("concrete-cube", STANDARD, 28, MADE);
        TestFinding found = finding(verdict);

        TestFinding late = ages().judged(found, Map.of("main", started("2026-11-26T00:00:00Z")), subject);

        assertThat(late.conclusion()).isEqualTo(Verdict.REFER);
        assertThat(late.open()).contains(verdict);
        assertThat(late.open().contains(Verdict.INVALID)).isEqualTo(maybeInvalid);
        assertThat(late.open()).hasSize(maybeInvalid ? 2 : 1);
        assertThat(ages().judged(found, Map.of("main", started("2026-11-23T02:00:00Z")), subject))
                .isSameAs(found);
    }

    @Test
    void whatIsVoidIsNotDecidedByItsAge() {
        TestSubject subject = Findings.made("concrete-cube", STANDARD, 28, MADE);

        assertThat(ages().judged(finding(Verdict.INVALID), Map.of("main", started("2026-11-26T00:00:00Z")), subject)
                        .conclusion())
                .isEqualTo(Verdict.INVALID);
    }

    private static TestFinding finding(Verdict verdict) {
        return new TestFinding(verdict, "文", List.of(), List.of(), List.of(), List.of(), Map.of(), List.of());
    }

    private static TestAges ages(AgeExemption... exemptions) {
        var beans = new StaticListableBeanFactory();
        for (AgeExemption exemption : exemptions) {
            beans.addBean("exemption", exemption);
        }
        return new TestAges(beans.getBeanProvider(AgeExemption.class), Findings.texts());
    }

    private static RecordForm started(String at) {
        return new RecordForm(Map.of("startedAt", at));
    }

    private static AgeWindow window(TestSubject subject) {
        return AgeWindow.of("main", subject, Map.of()).orElseThrow();
    }
}
