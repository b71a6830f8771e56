package org.jianzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.CaseDriver.Submission;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.FormFile;
import org.jianzheng.support.FormFile.Field;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.Orders;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.testing.Testing;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.workflow.engine.Inbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Every field of every form on the main path, filled with what does not belong there. */
@PlatformTest
class BadInputModuleTest {

    private static final String HOSTILE = "🏗️<script>alert('见证')</script>&\"${7*7}";
    /** What is scanned is no free text. */
    private static final Set<String> SCANNED = Set.of("marks", "scanned");

    /** Forms are shared by families; each is tried once for the fields it asks. */
    private static final Set<String> TRIED = new HashSet<>();

    @Autowired
    private MessageSource messages;

    @Autowired
    private Testing testing;

    @Autowired
    private Inbox inbox;

    private CaseDriver driver;
    private MockMvc pages;

    @BeforeEach
    void platform(@Autowired ApplicationContext platform, @Autowired WebApplicationContext web) {
        driver = new CaseDriver(platform);
        pages = MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
    }

    @AfterEach
    void back(@Autowired MutableClock clock) {
        clock.reset();
    }

    static List<DemoTest> families() {
        return DemoTest.all();
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyFieldRefusesWhatItCannotHoldAndSaysWhichItIs(DemoTest test) {
        String caseId = driver.commission(test);
        while (!driver.isFinished(caseId)) {
            Submission typed = driver.next(caseId, test);
            tryAll(shown(typed), typed.form(), form -> driver.submit(typed.with(form)));
            // All that was refused changed nothing: the same task still takes what is right, as a Chinese keyboard
            // types it.
            driver.submit(typed.with(inFullWidth(typed)));
            everyCardIsShown(caseId);
        }
        assertThat(testing.result(caseId).course().environment()).isEqualTo(new ResultView.Environment("21.5", "56"));
    }

    private void everyCardIsShown(String caseId) {
        for (String page : List.of("", "/custody", "/results", "/report", "/ledger", "/diagram")) {
            assertThat(answer("/cases/" + caseId + page).getStatus()).as(page).isEqualTo(HttpStatus.OK.value());
        }
    }

    private Map<String, Object> inFullWidth(Submission typed) {
        Map<String, Object> form = typed.form();
        for (Field field : FormFile.fields(shown(typed))) {
            if (field.type().equals("number") && field.isFilledIn(form)) {
                form = field.put(form, fullWidth(String.valueOf(field.first(form))));
            }
        }
        return form;
    }

    private static String fullWidth(String number) {
        StringBuilder wide = new StringBuilder();
        number.chars().forEach(sign -> wide.append(sign == '.' ? '。' : (char) (sign - '!' + '！')));
        return wide.toString();
    }

    @Test
    void soDoTheFormsOfEveryoneWhoRefuses() {
        String refused = driver.commission(DemoTest.CONCRETE);
        tryAndSend("receiver", refused, Map.of("decision", "REFUSE", "reason", "使用部位请写到轴线"));
        Map<String, Object> order = Orders.concrete();
        // The form is the item's own, and does not ask for it.
        order.remove("item");
        tryAndSend("commissioner", refused, Map.of("decision", "RESUBMIT", "order", order));
        driver.accept(refused);
        driver.take(refused);
        driver.witness(refused);
        tryAndSend("receiver", refused, Map.of("decision", "REFUSE", "refusal", "MARK_BROKEN", "note", "第 3 件二维码残缺"));
        tryAndSend("commissioner", refused, Map.of("decision", "WITHDRAW", "reason", "设计变更，不再检测"));
        assertThat(driver.isFinished(refused)).isTrue();

        String returned = driver.toReview(DemoTest.CONCRETE);
        tryAndSend("reviewer", returned, Map.of("decision", "RETURN", "reason", "第 2 个试件荷载请核对"));
        Map<String, Object> corrected =
                new LinkedHashMap<>(driver.next(returned, DemoTest.CONCRETE).form());
        corrected.put("correctionKind", "TRANSCRIPTION");
        corrected.put("correctionReason", "抄写时数字颠倒");
        tryAndSend("tester", returned, corrected);
        driver.review(returned);
        tryAndSend("signatory", returned, Map.of("decision", "RETURN", "reason", "环境温度请核对"));
        assertThat(driver.task(returned).key()).isEqualTo("record");
    }

    private void tryAndSend(String person, String caseId, Map<String, Object> form) {
        Submission typed = new Submission(person, driver.task(caseId), form);
        tryAll(shown(typed), form, other -> driver.submit(typed.with(other)));
        driver.submit(typed);
    }

    /** Id of the form that the task shows the person. */
    private String shown(Submission typed) {
        return As.person(typed.person(), () -> inbox.formOf(typed.task().id()));
    }

    private void tryAll(String form, Map<String, Object> filledIn, Consumer<Map<String, Object>> send) {
        if (TRIED.add(form + filledIn.keySet())) {
            FormFile.fields(form).stream()
                    .filter(field -> field.isFilledIn(filledIn) || (field.within() == null && !field.conditional()))
                    .forEach(field ->
                            wrong(field, filledIn).forEach(value -> assertRefused(form, field, value, filledIn, send)));
        }
    }

    private static List<Object> wrong(Field field, Map<String, Object> filledIn) {
        List<Object> values = new ArrayList<>();
        switch (field.type()) {
            case "number" -> {
                values.addAll(List.of("30 MPa", "1,2", "1 2", "1e1", "NaN", "<script>alert(1)</script>"));
                values.add(String.valueOf(field.rules().path("max").asLong() + 1));
            }
            case "textfield", "textarea" -> {
                values.add("长".repeat(field.rules().path("maxLength").asInt() + 1));
                values.add(List.of("a", "b"));
            }
            case "checkbox" -> values.add("yes");
            default -> values.addAll(List.of("昨天", HOSTILE, Map.of("a", 1)));
        }
        if (field.rules().path("required").asBoolean() && field.isFilledIn(filledIn)) {
            Collections.addAll(values, "", "  ", "\u200b\u2060\u202e", null);
        }
        return values;
    }

    private void assertRefused(
            String form, Field field, Object value, Map<String, Object> filledIn, Consumer<Map<String, Object>> send) {
        String what = form + "." + field.key() + " = " + value;
        try {
            send.accept(field.put(filledIn, value));
        } catch (RuleBroken refused) {
            assertThat(messages.getMessage(refused.code(), refused.arguments(), Locale.SIMPLIFIED_CHINESE))
                    .as(what)
                    .contains(field.label());
            return;
        }
        fail(what + " was taken");
    }

    @Test
    void hostileTextIsKeptAsTextAndShownEscaped() throws Exception {
        DemoTest test = DemoTest.CONCRETE;
        Map<String, Object> order = Orders.of(test);
        for (String field : List.of("unitWorks", "part", "maker", "batchNo", "contact", "remarks")) {
            order.put(field, HOSTILE);
        }
        String caseId = driver.start(order);
        while (!driver.isFinished(caseId)) {
            Submission typed = driver.next(caseId, test);
            driver.submit(typed.with(hostile(shown(typed), typed.form())));
        }
        for (String page : List.of("", "/custody", "/results", "/report", "/ledger", "/diagram")) {
            assertThat(html("/cases/" + caseId + page)).as(page).doesNotContain("<script>alert(");
        }
        assertThat(html("/cases/" + caseId)).contains("🏗️&lt;script&gt;alert(");
        assertThat(html("/cases/" + caseId + "/custody")).contains("🏗️&lt;script&gt;alert(");
    }

    private static Map<String, Object> hostile(String form, Map<String, Object> filledIn) {
        Map<String, Object> hostile = new LinkedHashMap<>(filledIn);
        FormFile.fields(form).stream()
                .filter(field -> field.isText()
                        && !SCANNED.contains(field.key())
                        && !field.rules().has("pattern"))
                .filter(field -> field.isFilledIn(filledIn) || !field.conditional())
                .forEach(field -> hostile.put(field.key(), cut(field)));
        return hostile;
    }

    private static String cut(Field field) {
        int longest = field.rules().path("maxLength").asInt();
        return HOSTILE.length() > longest ? HOSTILE.substring(0, longest) : HOSTILE;
    }

    private String html(String path) throws Exception {
        return answer(path).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(String path) {
        try {
            return pages.perform(get(path).with(As.signedIn("receiver")))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }

    @Test
    void aThousandSpecimensAreRefusedWhereverTheyAreTypedAndTheMessageSaysWhatToDo() {
        Map<String, Object> order = Orders.of(DemoTest.CONCRETE);
        order.put("specimenCount", 1000);
        assertThat(said(() -> driver.start(order))).contains("每次委托 3 件试件，现填 1,000 件", "多组样品请分别委托");

        String caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        Submission taking = driver.next(caseId, DemoTest.CONCRETE);
        Map<String, Object> scanned = new LinkedHashMap<>(taking.form());
        scanned.put("marks", "0123456789ABCDEFGHJKMNPQRSTVWX\n".repeat(1000));
        assertThat(said(() -> driver.submit(taking.with(scanned)))).contains("逐件扫描标识");

        driver.submit(taking);
        driver.witness(caseId);
        driver.receive(caseId);
        driver.assign(caseId, DemoTest.CONCRETE);
        String[] loads = Collections.nCopies(1000, "787.5").toArray(String[]::new);
        assertThat(said(() -> driver.record(caseId, DemoTest.concrete(loads)))).contains("应有 3 行，现有 1,000 行");
        assertThat(driver.task(caseId).key()).isEqualTo("record");
    }

    private String said(Runnable work) {
        try {
            work.run();
        } catch (RuleBroken refused) {
            return messages.getMessage(refused.code(), refused.arguments(), Locale.SIMPLIFIED_CHINESE);
        }
        return fail("was taken");
    }
}
