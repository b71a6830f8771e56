package org.jianzheng.testing.procedure;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.records.ChineseText;
import org.jianzheng.standards.Standards;
import org.jianzheng.testing.recording.JudgingBasis;
import org.jianzheng.testing.recording.SpecimenNumbers;
import org.springframework.context.support.ResourceBundleMessageSource;

/** From what a form was filled with to what the report says, without a database. */
public final class Findings {

    private static final Standards STANDARDS = new Standards();

    private Findings() {}

    /** What follows from the family's first record of a sample of that grade. */
    static TestFinding conclude(
            TestFamily family, String grade, Map<String, String> details, Map<String, Object> form) {
        TestSubject subject = subject(family, grade, details);
        RecordForm entered = entered(family, subject, form);
        return conclude(family, subject, Map.of(family.firstStage(), entered));
    }

    /** As it comes back from the store. */
    static TestFinding conclude(TestFamily family, TestSubject subject, Map<String, RecordForm> records) {
        TestFinding said = family.procedure().conclude(records, subject, new Calculation(STANDARDS::evaluate), texts());
        return StoredJson.read(StoredJson.write(said), TestFinding.class);
    }

    /** Numbered, checked, and as it comes back from the store. */
    static RecordForm entered(TestFamily family, TestSubject subject, Map<String, Object> form) {
        RecordForm entered = SpecimenNumbers.specimens(JudgingBasis.of(subject).applied(new RecordForm(form)), subject);
        family.procedure().check(family.firstStage(), entered, subject);
        return new RecordForm(StoredJson.read(StoredJson.write(entered.values()), new TypeReference<>() {}));
    }

    public static TestSubject subject(TestFamily family, String grade, Map<String, String> details) {
        return subject(family, grade, details, null);
    }

    /** @param first what a double re-test follows, or null */
    public static TestSubject subject(TestFamily family, String grade, Map<String, String> details, FirstTest first) {
        return subject(family, grade, details, 3, first);
    }

    public static TestSubject subject(
            TestFamily family, String grade, Map<String, String> details, int pieces, FirstTest first) {
        return subject(family, grade, details, pieces, first, Set.of());
    }

    /** @param measured figures of the failing test */
    public static TestSubject subject(
            TestFamily family,
            String grade,
            Map<String, String> details,
            int pieces,
            FirstTest first,
            Set<String> measured) {
        return subject(family, family.item().code(), grade, details, pieces, first, measured);
    }

    /** @param item its code in the registry of what laboratories test */
    public static TestSubject subject(
            TestFamily family,
            String item,
            String grade,
            Map<String, String> details,
            int pieces,
            FirstTest first,
            Set<String> measured) {
        return new TestSubject(
                "case",
                new CaseParties("BJ01", "WBJT", "SJ1", "HC"),
                family,
                item,
                "项目",
                new TestSubject.Sample(
                        "BJ01-YP-2026-00001", "样品", grade, "", pieces, LocalDate.of(2026, 10, 26), 28, "标准养护", null),
                new TestSubject.Order(details, null, Map.of(), Map.of()),
                new TestSubject.Receipt("receiver", Instant.EPOCH),
                first,
                measured);
    }

    /** Of the present folder: ordered at that age, made and received then. */
    public static TestSubject made(String item, Map<String, String> details, int age, Instant then) {
        TestSubject any = subject(TestFamily.of(item), "C30", details);
        return copy(any, age, then, any.family().item().sha256(), Map.of(), Map.of());
    }

    /** The same with as many specimens of each part. */
    static TestSubject counted(TestSubject any, Map<String, Integer> counts) {
        return copy(
                any,
                any.sample().ageDays(),
                any.receipt().receivedAt(),
                any.order().methodSha256(),
                counts,
                any.order().policies());
    }

    /** The same with what the order fixed of what standards leave open. */
    public static TestSubject following(TestSubject any, Map<String, String> policies) {
        return copy(
                any,
                any.sample().ageDays(),
                any.receipt().receivedAt(),
                any.order().methodSha256(),
                any.order().counts(),
                policies);
    }

    private static TestSubject copy(
            TestSubject any,
            int age,
            Instant then,
            String sha256,
            Map<String, Integer> counts,
            Map<String, String> policies) {
        return new TestSubject(
                any.caseId(),
                any.parties(),
                any.family(),
                any.item(),
                any.itemName(),
                new TestSubject.Sample(
                        any.sample().sampleNo(),
                        any.sample().sampleName(),
                        any.sample().grade(),
                        any.sample().spec(),
                        any.sample().specimenCount(),
                        any.sample().madeOn(),
                        age,
                        any.sample().curingText(),
                        then),
                new TestSubject.Order(any.order().details(), sha256, counts, policies),
                new TestSubject.Receipt(any.receipt().receivedBy(), then),
                any.first(),
                any.measured());
    }

    static FirstTest failed(TestFamily family, TestFinding finding) {
        return FirstTest.of(finding, family, STANDARDS);
    }

    static Map<String, Object> form(Object... keysAndValues) {
        return Calculation.inputs(keysAndValues);
    }

    public static List<Map<String, Object>> rows(String key, String... values) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String value : values) {
            rows.add(new LinkedHashMap<>(Map.of(key, value)));
        }
        return rows;
    }

    /** What the tester reads. */
    static String message(RuleBroken broken) {
        return bundle().getMessage(broken.code(), broken.arguments(), Locale.SIMPLIFIED_CHINESE);
    }

    public static ChineseText texts() {
        return new ChineseText(bundle());
    }

    private static ResourceBundleMessageSource bundle() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/testing", "messages/kernel", "messages/standards");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
