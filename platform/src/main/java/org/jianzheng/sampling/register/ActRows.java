package org.jianzheng.sampling.register;

import java.time.Instant;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.kernel.CityTime;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Adds to what the registers are looked up by, in the transaction of the act. */
@Component
public class ActRows {

    private final JdbcTemplate sql;

    ActRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Somebody took or witnessed a sample. */
    public record Act(String sampleId, Instant at, String username, String project, String item, CaseParties parties) {}

    /** @param step of the custody chain */
    public void add(String step, Act act) {
        sql.update(
                "INSERT INTO sampling_act (sample_id, step, at, username, project_code, item, lab_code, developer_code,"
                        + " contractor_code, supervision_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                act.sampleId(),
                step,
                CityTime.utc(act.at()),
                act.username(),
                act.project(),
                act.item(),
                act.parties().labCode(),
                act.parties().developerCode(),
                act.parties().contractorCode(),
                act.parties().supervisionCode());
    }
}
