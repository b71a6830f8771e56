package org.jianzheng.acquisition.checking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.acquisition.check.SmartChecks;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The station switches rules off and on again, for the whole city and from a later moment only: what was found stays found.
 * A switch that the ledger does not know switches nothing off.
 */
@Component
@Transactional
public class CheckSwitches {

    private static final Logger log = LoggerFactory.getLogger(CheckSwitches.class);

    private static final String TABLE = "acquisition_check_switch";
    private static final int LONGEST_REASON = 500;
    private static final RowMapper<CheckSwitch> ROW = (row, index) -> new CheckSwitch(
            row.getString("rule_name"),
            row.getInt("number"),
            row.getBoolean("is_on"),
            CityTime.instant(row, "holds_from"),
            row.getString("reason"),
            row.getString("set_by_name"),
            CityTime.instant(row, "set_at"));

    private final JdbcTemplate sql;
    private final OfficialRows official;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    CheckSwitches(JdbcTemplate sql, OfficialRows official, Ledger ledger, Identity identity, Clock clock) {
        this.sql = sql;
        this.official = official;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** Whether a rule, as far as it is on by its table, was on at that moment. */
    @Transactional(readOnly = true)
    public boolean isOn(String rule, Instant at) {
        List<CheckSwitch> all = of(rule);
        if (all.isEmpty()) {
            return true;
        }
        try {
            official.requireIntact(TABLE, Map.of("rule_name", rule));
        } catch (RuleBroken forged) {
            log.error("The switch of rule {} is not as the platform wrote it: the rule stays on", rule);
            return true;
        }
        return at(all, at).map(CheckSwitch::on).orElse(true);
    }

    private static Optional<CheckSwitch> at(List<CheckSwitch> all, Instant at) {
        return all.stream().filter(each -> !each.from().isAfter(at)).reduce((earlier, later) -> later);
    }

    /** All that the station said of a rule, in the order of what it said. */
    @Transactional(readOnly = true)
    public List<CheckSwitch> of(String rule) {
        return sql.query("SELECT * FROM " + TABLE + " WHERE rule_name = ? ORDER BY number", ROW, rule);
    }

    public boolean maySwitch() {
        return identity.acting().has(Role.STATIONADMIN);
    }

    /**
     * @param from a later moment, in the city's time
     * @throws RuleBroken for anybody but the station's administrators, or for a moment that has gone by
     */
    public void set(String rule, boolean on, Map<String, ?> form) {
        Person by = identity.acting();
        if (!maySwitch()) {
            throw new RuleBroken("acquisition.switch.station");
        }
        if (!SmartChecks.rules().contains(rule)) {
            throw new NotFound("acquisition.switch.unknown");
        }
        FormValues values = new FormValues(form);
        values.required("from");
        Instant from = values.instant("from").orElseThrow();
        Instant now = CityTime.now(clock);
        if (!from.isAfter(now)) {
            throw RuleBroken.at("from", "acquisition.switch.later", CityTime.minute(from));
        }
        String reason = values.required("reason", LONGEST_REASON);
        List<CheckSwitch> before = of(rule);
        if (!before.isEmpty() && before.get(before.size() - 1).from().isAfter(from)) {
            throw RuleBroken.at(
                    "from",
                    "acquisition.switch.order",
                    CityTime.minute(before.get(before.size() - 1).from()));
        }
        String subject = "smart-check:" + rule;
        try {
            official.insert(
                    subject,
                    TABLE,
                    "rule_name, number, is_on, holds_from, reason, set_by, set_by_name, set_at",
                    rule,
                    before.size() + 1,
                    on,
                    CityTime.utc(from),
                    reason,
                    by.username(),
                    by.name(),
                    CityTime.utc(now));
        } catch (DuplicateKeyException twice) {
            throw new RuleBroken("acquisition.switch.twice");
        }
        ledger.append(new Ledger.Fact(
                null,
                on ? "check.switchedOn" : "check.switchedOff",
                subject,
                null,
                reason,
                Map.of("rule", rule, "from", from.toString())));
    }
}
