package org.jianzheng.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jianzheng.standards.catalogue.OrderField;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.Orders;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The page of a new commission: what it asks is the item's, and nothing that was typed is lost. */
@PlatformTest
class OrderPagesModuleTest {

    private static final String PAGE = "/commissions/new";

    @Autowired
    ApplicationContext platform;

    @Autowired
    Ordering ordering;

    @Autowired
    Commissions commissions;

    @Autowired
    MockMvc web;

    @Test
    void everyItemThatMayBeOrderedIsOfferedAndAsksWhatItsFolderSays() throws Exception {
        for (TestItem item : ordering.items()) {
            open("commissioner", PAGE)
                    .andExpect(content().string(containsString(item.name().zh())));
            String page = open("commissioner", PAGE + "?item=" + item.code())
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            for (OrderField field : item.order().fields()) {
                assertThat(page)
                        .as(item.code())
                        .contains(
                                "name=\"" + field.field() + "\"", field.label().zh());
            }
            assertThat(page.contains("name=\"ageDays\""))
                    .as(item.code())
                    .isEqualTo(item.order().ages());
        }
        open("commissioner", PAGE + "?item=nothing").andExpect(status().isNotFound());
    }

    @Test
    void whatIsChosenLeavesOnlyWhatTheStandardKnows() throws Exception {
        material("item", "rebar", "barEdition", "GB1499.2-2024", "barGrade", "HPB300")
                .andExpect(
                        content().string(allOf(containsString("value=\"25\""), not(containsString("value=\"28\"")))));
        material("item", "rebar", "barEdition", "GB1499.2-2024", "barGrade", "HRB400E")
                .andExpect(content().string(containsString("value=\"28\"")));
    }

    @Test
    void theQuantityTellsHowManySpecimensItTakes() throws Exception {
        material("item", "rebar", "barGrade", "HRB400E", "represents", "60 t")
                .andExpect(content().string(containsString("不填为 5 件")));
        material("item", "rebar", "barGrade", "HRB400E", "represents", "75 t")
                .andExpect(content().string(containsString("不填为 6 件")));
        material("item", "rebar", "represents", "<b>").andExpect(status().isOk());
    }

    @Test
    void onlyAnEditionThatEndedAsksForAReason() throws Exception {
        material("item", "rebar", "barEdition", "GB1499.2-2018", "barGrade", "HRB400E")
                .andExpect(
                        content().string(allOf(containsString("GB/T 1499.2-2018"), containsString("editionReason"))));
        material("item", "rebar", "barEdition", "GB1499.2-2024", "barGrade", "HRB400E")
                .andExpect(content().string(not(containsString("editionReason"))));
    }

    @ParameterizedTest
    @MethodSource("org.jianzheng.support.DemoTest#all")
    void anOrderOfEveryItemOpensACase(DemoTest test) throws Exception {
        String to = web.perform(typed(Orders.of(test)).with(As.signedIn("commissioner")))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        String caseId = to.replace("/cases/", "");
        assertThat(commissions.find(caseId).asked().family()).isEqualTo(test.family());
        open("commissioner", to).andExpect(status().isOk());
    }

    @Test
    void aRefusedOrderKeepsWhatWasTypedAndMarksTheField() throws Exception {
        Map<String, Object> order = Orders.of(DemoTest.REBAR);
        order.put("barGrade", "HPB300");
        order.put("diameterMm", "28");
        order.put("part", "十七层 3～9/A～D 轴柱");
        order.put("remarks", "<script>alert(1)</script>");
        String page = refused("commissioner", order);
        assertThat(page)
                .contains("公称直径（mm） 28 在 GB 1499.1-2024 中未列")
                .contains("十七层 3～9/A～D 轴柱", "0917-3401001", "&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(select(page, "diameterMm")).contains("is-invalid");
        assertThat(select(page, "barGrade"))
                .contains("selected=\"selected\">HPB300")
                .doesNotContain("is-invalid");
    }

    /** What orders of several items ask alike is tried with the first of them. */
    private static final Set<Asked> TRIED = new HashSet<>();

    /** As the page draws them: name, label, longest, whether it must be filled in. */
    private record Asked(String name, String label, String kind, int longest, boolean needed) {

        private static final Pattern FIELD = Pattern.compile(
                "<label class=\"form-label( required)?\" for=\"(\\w+)\"[^>]*>([^<]*)</label>\\s*<(input|select|textarea)([^>]*)>");
        private static final Pattern LONGEST = Pattern.compile("maxlength=\"(\\d+)\"");
        private static final Set<String> NUMBERS = Set.of("specimenCount", "ageDays", "reportCopies");

        static List<Asked> of(String page) {
            return FIELD.matcher(page).results().map(Asked::of).toList();
        }

        private static Asked of(MatchResult field) {
            Matcher longest = LONGEST.matcher(field.group(5));
            return new Asked(
                    field.group(2),
                    field.group(3),
                    field.group(4),
                    longest.find() ? Integer.parseInt(longest.group(1)) : 0,
                    field.group(1) != null);
        }

        List<String> wrong() {
            List<String> wrong = new ArrayList<>();
            if (NUMBERS.contains(name)) {
                wrong.addAll(List.of("30 MPa", "1,2", "1e9", "NaN", "0", "-1", "9999"));
            } else if (kind.equals("select") || name.equals("madeOn")) {
                wrong.addAll(List.of("昨天", "<script>"));
            } else {
                wrong.add("长".repeat(longest + 1));
            }
            if (needed) {
                wrong.addAll(List.of("", "  ", "\u200b\u2060\u202e"));
            }
            return wrong;
        }
    }

    @ParameterizedTest
    @MethodSource("org.jianzheng.support.DemoTest#all")
    void everyFieldRefusesWhatItCannotHoldAndSaysWhichItIs(DemoTest test) throws Exception {
        String page = open("commissioner", PAGE + "?item=" + test.commission().get("item"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        List<Asked> fields = Asked.of(page);
        assertThat(fields).extracting(Asked::name).contains("projectCode", "represents", "remarks", "phone");
        for (Asked field : fields.stream().filter(TRIED::add).toList()) {
            for (String value : field.wrong()) {
                Map<String, Object> order = Orders.of(test);
                order.put(field.name(), value);
                String said = refused("commissioner", order);
                assertThat(said.substring(said.indexOf("id=\"wrong\""), said.indexOf("<form class=\"card\"")))
                        .as(field.name() + " = " + value)
                        .contains(field.label());
            }
        }
    }

    @Test
    void whoMayNotOrderIsToldSoAndOpensNothing() throws Exception {
        for (String other : new String[] {"tester", "labadmin", "witness"}) {
            open(other, PAGE).andExpect(status().isOk()).andExpect(content().string(containsString("只能从上列不合格报告发起复检")));
            refused(other, Orders.concrete());
        }
    }

    @Test
    void anEarlierOrderIsCopiedForItsClientOnly() throws Exception {
        Map<String, Object> order = Orders.concrete();
        order.put("part", "十八层柱 copied");
        String caseId = new CaseDriver(platform).start(order);
        open("commissioner", PAGE + "?from=" + caseId)
                .andExpect(content()
                        .string(allOf(containsString("十八层柱 copied"), containsString("selected=\"selected\">C30"))));
        for (String other : new String[] {"sampler", "receiver", "supervisor"}) {
            open(other, PAGE + "?from=" + caseId).andExpect(status().isNotFound());
        }
    }

    @Test
    void whoeverNamesAStandardThatHasEndedIsAskedWhyOnThePage() throws Exception {
        Map<String, Object> order = Orders.of(DemoTest.OPEN);
        order.put("productStandard", "GB/T 1499.2-2018");
        assertThat(refused("commissioner", order)).contains("name=\"editionReason\"", "已于");
        order.put("editionReason", "2023 年已订货，设计按该版本");
        web.perform(typed(order).with(As.signedIn("commissioner"))).andExpect(status().is3xxRedirection());
    }

    @Test
    void aReportThatIsNotOfferedIsNotTestedAgain() throws Exception {
        open("commissioner", PAGE + "?retestOf=BJ01-HNT-2020-00001").andExpect(status().isUnprocessableEntity());
        Map<String, Object> order = Orders.concrete();
        order.put("retestOf", "BJ01-HNT-2020-00001");
        web.perform(typed(order).with(As.signedIn("commissioner"))).andExpect(status().isUnprocessableEntity());
    }

    private ResultActions open(String person, String path) throws Exception {
        return web.perform(get(path).with(As.signedIn(person)));
    }

    private ResultActions material(String... form) throws Exception {
        MockHttpServletRequestBuilder asked = get(PAGE + "/material").header("HX-Request", "true");
        for (int i = 0; i < form.length; i += 2) {
            asked.param(form[i], form[i + 1]);
        }
        return web.perform(asked.with(As.signedIn("commissioner")));
    }

    private String refused(String person, Map<String, Object> order) throws Exception {
        return web.perform(typed(order).with(As.signedIn(person)))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static MockHttpServletRequestBuilder typed(Map<String, Object> order) {
        MockHttpServletRequestBuilder sent = post(PAGE).with(csrf());
        order.forEach((field, value) -> sent.param(field, String.valueOf(value)));
        return sent;
    }

    private static String select(String page, String name) {
        int from = page.indexOf("<select class=\"form-select jz-narrows", page.indexOf("for=\"" + name + "\""));
        return page.substring(from, page.indexOf("</select>", from));
    }
}
