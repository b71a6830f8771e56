package org.jianzheng.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.jianzheng.identity.MailAddresses;
import org.jianzheng.support.As;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What people are told, and who. */
@PlatformTest
class NoticeModuleTest {

    @Autowired
    Notices notices;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MailAddresses addresses;

    @Autowired
    MockMvc web;

    private final String key = UUID.randomUUID().toString();
    private final String title = "报告不合格 " + key;

    @Test
    void aHousesNoticeIsForEverybodyInItAndForNobodyElse() {
        send("labs/BJ01", "/labs");
        assertThat(titles("tester")).contains(title);
        assertThat(titles("labadmin")).contains(title);
        assertThat(titles("tester2")).doesNotContain(title);
        assertThat(titles("commissioner")).doesNotContain(title);
    }

    @Test
    void aRolesNoticeIsForThatRoleOfThatHouseAlone() {
        send("station/supervisor", "/labs");
        assertThat(titles("supervisor")).contains(title);
        assertThat(titles("stationadmin")).doesNotContain(title);
    }

    @Test
    void whatIsSaidAgainIsSaidOnce() {
        send("contractors/SJ1", "/labs");
        send("contractors/SJ1", "/labs");
        assertThat(titles("sampler")).containsOnlyOnce(title);
    }

    @Test
    void whatItsTransactionTakesBackWasNotSaid() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    notices.send(notice("labs/BJ01", "/labs"));
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
        assertThat(titles("tester")).doesNotContain(title);
        assertThatThrownBy(() -> notices.send(notice("labs/BJ01", "/labs")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void openingANoticeLeadsOnAndIsRememberedForItsReaderAlone() throws Exception {
        send("labs/BJ01", "/cases/abc");
        long before = As.person("reviewer", notices::unread);
        web.perform(get("/notices/" + id("reviewer")).with(As.signedIn("reviewer")))
                .andExpect(status().isMethodNotAllowed());
        assertThat(As.person("reviewer", notices::unread)).isEqualTo(before);
        web.perform(post("/notices/" + id("reviewer"))
                        .with(As.signedIn("reviewer"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases/abc"));
        assertThat(As.person("reviewer", notices::unread)).isEqualTo(before - 1);
        assertThat(received("signatory").unread()).isTrue();
    }

    @Test
    void aNoticeToOthersDoesNotExist() throws Exception {
        send("labs/BJ01", "/labs");
        web.perform(post("/notices/" + id("tester"))
                        .with(As.signedIn("tester2"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void thePageShowsWhatIsNewAndEverythingCanBeMarkedAsRead() throws Exception {
        send("supervision/HC", "/labs");
        web.perform(get("/notices").with(As.signedIn("witness")))
                .andExpect(content().string(containsString(title)))
                .andExpect(content().string(containsString("jz-unread")));
        web.perform(post("/notices/read").with(As.signedIn("witness")).with(csrf()))
                .andExpect(redirectedUrl("/notices"));
        assertThat(As.person("witness", notices::unread)).isZero();
        web.perform(get("/notices").param("unread", "true").with(As.signedIn("witness")))
                .andExpect(content().string(containsString("没有未读的通知")));
    }

    @Test
    void lettersGoToTheHousesRegisteredAddress() {
        assertThat(addresses.of(notice("labs/BJ01/labadmin", "/labs").house())).contains("office@hengzheng.example");
        assertThat(addresses.of("labs/BJ99")).isEmpty();
        assertThat(notice("station/supervisor", "/labs").house()).isEqualTo("station");
    }

    private void send(String to, String link) {
        transaction.executeWithoutResult(status -> notices.send(notice(to, link)));
    }

    private Notice notice(String to, String link) {
        return new Notice(key, to, title, "请于三个工作日内提交处理方案。", link, null);
    }

    private ReceivedNotice received(String reader) {
        return As.person(reader, () -> notices.list(false, 0, 200)).items().stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private String id(String reader) {
        return received(reader).id();
    }

    private List<String> titles(String reader) {
        return As.person(reader, () -> notices.list(false, 0, 200)).items().stream()
                .map(ReceivedNotice::title)
                .toList();
    }
}
