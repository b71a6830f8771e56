package org.jianzheng.acquisition.conformance;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NewestFirst;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.registry.Registry;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which software of which machine keeps the wire contract, and whether the station asks for it. */
@Service
@Transactional
public class Validations {

    private static final int LONGEST = 500;
    private static final Limit SHOWN = Limit.of(10);
    private static final String RULE = "machine-validation-rule";

    private final ValidationStore store;
    private final EntityManager entities;
    private final Registry registry;
    private final OfficialRows official;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    Validations(
            ValidationStore store,
            EntityManager entities,
            Registry registry,
            OfficialRows official,
            JdbcClient jdbc,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.entities = entities;
        this.registry = registry;
        this.official = official;
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** Puts a trial that has ended on record. */
    void add(TrialView trial) {
        Validation validation = new Validation(trial, CityTime.now(clock));
        entities.persist(validation);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("equipment", trial.machine().code());
        content.put("lab", trial.machine().labCode());
        content.put("software", trial.software());
        content.put("passed", trial.isPassed());
        ledger.append(new Ledger.Fact(null, "machine.tried", validation.ledgerSubject(), null, null, content));
    }

    /** Whether that version kept the contract on that machine, the last time it was tried. */
    boolean holds(String equipment, String software) {
        Optional<Validation> last = store.findFirstByEquipmentAndSoftwareOrderByTriedAtDesc(equipment, software);
        last.ifPresent(one -> official.requireIntact(
                "acquisition_validation", Map.of("id", one.view().id())));
        return last.filter(Validation::isPassed).isPresent();
    }

    /** Newest first: of the reader's laboratory, of all for the station. */
    @Transactional(readOnly = true)
    public Paged<ValidationView> list(int page, int size) {
        return new NewestFirst<>(entities, Validation.class, "triedAt", "id")
                .page(identity.scope().withinLab("labCode"), page, size)
                .map(Validation::view);
    }

    /** The last ones of a machine, newest first, for its laboratory and the station. */
    @Transactional(readOnly = true)
    public List<ValidationView> of(String equipment) {
        registry.ownMachine(equipment);
        return store.findByEquipmentOrderByTriedAtDesc(equipment, SHOWN).stream()
                .map(Validation::view)
                .toList();
    }

    /** What the station asks now, and on whose word; null where it never said. */
    public record Rule(String id, boolean required, String reason, String byName, Instant at) {}

    @Transactional(readOnly = true)
    public Optional<Rule> rule() {
        return jdbc.sql("SELECT * FROM acquisition_validation_rule ORDER BY decided_at DESC, id DESC LIMIT 1")
                .query((row, n) -> new Rule(
                        row.getString("id"),
                        row.getBoolean("required"),
                        row.getString("reason"),
                        row.getString("decided_name"),
                        CityTime.instant(row, "decided_at")))
                .optional();
    }

    boolean isRequired() {
        Optional<Rule> rule = rule();
        rule.ifPresent(one -> official.requireIntact("acquisition_validation_rule", Map.of("id", one.id())));
        return rule.filter(Rule::required).isPresent();
    }

    public boolean mayRule() {
        return identity.acting().ofStation();
    }

    /** The station says from now on whether runs of other software are refused. */
    public void require(boolean required, String reason) {
        if (!mayRule()) {
            throw new RuleBroken("acquisition.validation.station");
        }
        String why = FormValues.reason(reason, LONGEST);
        Person by = identity.acting();
        official.insert(
                RULE,
                "acquisition_validation_rule",
                "id, required, reason, decided_by, decided_name, decided_at",
                UUID.randomUUID().toString(),
                required,
                why,
                by.username(),
                by.name(),
                CityTime.utc(CityTime.now(clock)));
        ledger.append(new Ledger.Fact(null, "machine.rule", RULE, null, why, Map.of("required", required)));
    }
}
