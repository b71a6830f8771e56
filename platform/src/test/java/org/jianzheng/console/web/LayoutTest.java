package org.jianzheng.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;

/** The layout and every part of it, drawn on a page of their own. */
@ConsoleTest
class LayoutTest {

    static final Person TESTER = new Person("tester", "赵检测", Set.of("labs/BJ01/tester"));

    @Autowired
    MockMvc mvc;

    @Autowired
    Identity identity;

    @Autowired
    MessageSource messages;

    @Test
    void showsTheEntriesOfTheRoleAndMarksWhereOneIs() throws Exception {
        assertThat(page("/cases"))
                .contains("赵检测", "检测员 · labs/BJ01", "href=\"/equipment\"")
                .doesNotContain("流程监控");
        assertThat(page("/cases")).containsPattern("href=\"/cases\"[^>]* aria-current=\"page\"");
    }

    @Test
    void everyEntryHasItsWordAndItsSentence() {
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            // Home and tasks are not told of on the home page.
            NavigationEntry.MENU.stream().skip(2).forEach(entry -> {
                assertThat(messages.getMessage(entry.label(), null, language)).isNotBlank();
                assertThat(messages.getMessage(entry.label() + ".hint", null, language))
                        .isNotBlank();
            });
        }
    }

    @Test
    void theOtherLanguageKeepsWhatWasSearchedFor() throws Exception {
        assertThat(page("/cases?q=HNT")).contains("href=\"/cases?q=HNT&amp;lang=en\"");
        assertThat(page("/cases?lang=en")).contains("Cases", "Page 2 of 12, 231 in all", "lang=\"en\"");
    }

    @Test
    void anUnknownLanguageIsChinese() throws Exception {
        assertThat(page("/cases?lang=xx")).contains("lang=\"zh-CN\"", "检测案件");
        assertThat(page("/cases?lang=en-GB")).contains("lang=\"en\"", "Cases");
    }

    @Test
    void thePagerKeepsTheSearch() throws Exception {
        assertThat(page("/cases?q=HNT&page=1"))
                .contains("第 2 / 12 页，共 231 条", "href=\"/cases?q=HNT&amp;page=2\"", "href=\"/cases?q=HNT&amp;page=0\"");
    }

    private String page(String address) throws Exception {
        return identity.as(TESTER, () -> {
            try {
                var response = mvc.perform(get(URI.create(address))).andReturn().getResponse();
                return response.getContentAsString(StandardCharsets.UTF_8);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
