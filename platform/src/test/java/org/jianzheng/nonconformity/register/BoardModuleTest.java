package org.jianzheng.nonconformity.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jianzheng.nonconformity.BreachRows;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** What the station's board shows of breaches of qualification. */
@PlatformTest
class BoardModuleTest {

    /** Before everything else in this database, so that it leads the list. */
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2020, 1, 2, 3, 4);

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private MockMvc browser;

    @Test
    @Clause("4.1.11")
    void theLongestOverdueBreachIsShownUntilItIsClosed() throws Exception {
        String id = UUID.randomUUID().toString();
        String lab = "Z" + id.substring(0, 6);
        BreachRows.insert(sql, id, lab, LONG_AGO);
        String link = "href=\"/breaches/" + id + "\"";
        String board = board();
        assertThat(board).contains(link, lab + "-ZY", "2020-01-02");
        assertThat(board.substring(board.indexOf(link)).split("</tr>", 2)[0])
                .as("its line says that it is overdue")
                .contains("jz-overdue");

        sql.update(
                "UPDATE qualification_breach SET state = 'CLOSED', due_at = NULL, closed_at = ? WHERE id = ?",
                LONG_AGO,
                id);
        assertThat(board()).doesNotContain(link);
    }

    @Test
    void theBoardIsTheStationsAlone() throws Exception {
        for (String person : new String[] {"tester", "labadmin", "commissioner", "witness", "admin"}) {
            browser.perform(get("/board").with(As.signedIn(person))).andExpect(status().is4xxClientError());
        }
    }

    private String board() throws Exception {
        return browser.perform(get("/board").with(As.signedIn("supervisor")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
