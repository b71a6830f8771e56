package org.jianzheng.records.ledger;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.UUID;
import org.jianzheng.commission.Commissions;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.Orders;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
@Clause("5.4.4")
class LedgerPageTest {

    @Autowired
    MockMvc pages;

    @Autowired
    Commissions commissions;

    @Autowired
    Ledger ledger;

    @Autowired
    Sequencer sequencer;

    @Autowired
    TransactionTemplate transaction;

    String caseId = UUID.randomUUID().toString();

    @BeforeEach
    void oneCase() {
        As.person("commissioner", () -> commissions.register(caseId, Orders.concrete()));
    }

    @Test
    void showsWhoDidWhatInTheReadersLanguage() throws Exception {
        pages.perform(get("/cases/{id}/ledger", caseId).with(As.signedIn("receiver")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("存证记录")))
                .andExpect(
                        content().string(containsString(As.whoIs("commissioner").name())))
                .andExpect(content().string(containsString("待排定")))
                .andExpect(content().string(not(containsString("还没有存证记录"))))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void showsAPlaceOnceThereIsOne() throws Exception {
        while (sequencer.run() > 0) {
            // Entries of other tests wait too.
        }

        pages.perform(get("/cases/{id}/ledger", caseId).with(As.signedIn("receiver")))
                .andExpect(content().string(not(containsString("待排定"))));
    }

    @Test
    void writesOutWhateverWasTypedAsText() throws Exception {
        append("<script>alert(1)</script>");

        pages.perform(get("/cases/{id}/ledger", caseId).with(As.signedIn("receiver")))
                .andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)")));
    }

    @Test
    void comesInPages() throws Exception {
        for (int i = 0; i < 25; i++) {
            append("第" + i + "次");
        }

        pages.perform(get("/cases/{id}/ledger?page=1", caseId)
                        .with(As.signedIn("receiver"))
                        .header("HX-Request", "true")
                        .header("HX-Target", "ledger-entries"))
                .andExpect(content().string(containsString("第24次")))
                .andExpect(content().string(not(containsString("第1次"))))
                .andExpect(content().string(not(containsString("ledger-title"))));
    }

    @Test
    void isNoneOfAnotherLabsBusiness() throws Exception {
        pages.perform(get("/cases/{id}/ledger", caseId).with(As.signedIn("tester2")))
                .andExpect(status().isNotFound());
    }

    private void append(String reason) {
        As.person(
                "receiver",
                () -> transaction.executeWithoutResult(
                        tx -> ledger.append(Ledger.Fact.of("test.noted", "sample:x", caseId, Map.of())
                                .because(reason))));
    }
}
