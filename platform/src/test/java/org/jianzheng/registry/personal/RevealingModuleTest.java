package org.jianzheng.registry.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@PlatformTest
@Clause("7.1.1")
class RevealingModuleTest {

    private static final String ID = "610303198410081196";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcTemplate sql;

    @Test
    void noNumberStandsInTheRegistryAsItIs() {
        List<Map<String, Object>> rows = sql.queryForList("SELECT * FROM qualification_person");
        assertThat(rows).hasSizeGreaterThan(20);
        assertThat(rows.toString()).doesNotContain(ID).doesNotContain("13917012357");
    }

    @Test
    @Clause("5.4.4")
    void numbersInFullAreShownForAReasonAndEveryLookIsRecorded() throws Exception {
        web.perform(get("/people/tester").with(As.signedIn("labadmin")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("6103************96")))
                .andExpect(content().string(Matchers.not(Matchers.containsString(ID))));
        int before = looks();
        web.perform(ask("tester", "核对本人身份", As.signedIn("labadmin")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(ID)))
                .andExpect(content().string(Matchers.containsString("13917012357")));
        assertThat(looks()).isEqualTo(before + 1);
        web.perform(ask("TESTER", "换一种写法", As.signedIn("labadmin"))).andExpect(status().isOk());
        assertThat(looks()).isEqualTo(before + 2);
        web.perform(ask("tester", " ", As.signedIn("labadmin"))).andExpect(status().is4xxClientError());
        assertThat(looks()).isEqualTo(before + 2);
    }

    @ParameterizedTest
    @CsvSource({"tester, tester", "labadmin, tester2", "tester2, tester", "commissioner, commissioner", "admin, tester"
    })
    void othersNeverSeeThem(String who, String whose) throws Exception {
        web.perform(ask(whose, "想看看", As.signedIn(who))).andExpect(status().isNotFound());
    }

    @Test
    void peopleOfOtherHousesHaveNoPage() throws Exception {
        web.perform(get("/people/tester").with(As.signedIn("tester2"))).andExpect(status().isNotFound());
        web.perform(get("/people/tester").with(As.signedIn("supervisor"))).andExpect(status().isOk());
    }

    private int looks() {
        Integer count = sql.queryForObject(
                "SELECT COUNT(*) FROM ledger_entry WHERE action = 'person.revealed' AND BINARY subject ="
                        + " 'person:tester'",
                Integer.class);
        return count == null ? 0 : count;
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder ask(
            String whose, String reason, RequestPostProcessor who) {
        return post("/people/" + whose + "/numbers")
                .param("reason", reason)
                .with(who)
                .with(csrf());
    }
}
