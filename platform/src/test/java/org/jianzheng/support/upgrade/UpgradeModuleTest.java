package org.jianzheng.support.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jianzheng.JianzhengApplication;
import org.jianzheng.records.nightly.NightlyCheck;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.verifying.Verification;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.NoTestClasses;
import org.jianzheng.support.SpecimensOfAnyAge;
import org.jianzheng.support.TestDatabase;
import org.jianzheng.support.machine.TypingWaived;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The database that the previous version left, with a case at every user task, under this version: each goes to its end by its
 * old diagrams, filled in by its old forms. {@link LeaveCases} made it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeModuleTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ConfigurableApplicationContext upgraded;
    private Acting acting;
    private Set<String> seeded;

    static Stream<LeftCase> left() {
        return Arrays.stream(JSON.convertValue(read().get("cases"), LeftCase[].class));
    }

    @BeforeAll
    void start() {
        String url = TestDatabase.start("upgrade", "u");
        DatabaseDump.load(UpgradeModuleTest.class.getResourceAsStream("/upgrade/database.sql.gz"), url);
        MutableClock clock = new MutableClock();
        clock.at(Instant.parse(read().get("leftAt").asText()).plus(Duration.ofMinutes(2)));
        SpringApplication platform = new SpringApplication(JianzhengApplication.class);
        platform.setAdditionalProfiles("test");
        platform.addInitializers(
                NoTestClasses::applyTo,
                context -> TestDatabase.Initializer.pointTo(url, context),
                context -> TestPropertyValues.of("jianzheng.token.keystore=" + keysOfThePrevious())
                        .applyTo(context),
                context -> ((GenericApplicationContext) context)
                        .registerBean("stoppedClock", MutableClock.class, () -> clock, bean -> bean.setPrimary(true)),
                // Their specimens are minutes old.
                SpecimensOfAnyAge::applyTo);
        upgraded = platform.run("--server.port=0", "--camunda.bpm.process-engine-name=upgraded");
        acting = new Acting(upgraded);
        seeded = mismatches();
        // Machines of BJ01 sent by themselves already, which nobody was asked for when a force was typed.
        new TypingWaived(upgraded)
                .forItems(
                        "BJ01",
                        Catalogue.current().items().stream().map(TestItem::code).toArray(String[]::new));
    }

    @AfterAll
    void stop() {
        upgraded.close();
    }

    @ParameterizedTest
    @MethodSource("left")
    void aCaseOfThePreviousVersionGoesToItsEnd(LeftCase one) {
        one.left().forEach(act -> acting.perform(act, one.caseId()));
        assertThat(acting.open(one.caseId())).isEmpty();
    }

    /** The city of the tests is put into the registries by SQL, past the platform; all else is what cases wrote, before and since. */
    @Test
    @Order(Integer.MAX_VALUE)
    void everyOfficialRowIsAsThePlatformWroteIt() {
        assertThat(seeded)
                .allMatch(record -> record.startsWith("qualification_") || record.startsWith("acquisition_login"));
        assertThat(mismatches()).isEqualTo(seeded);
    }

    private Set<String> mismatches() {
        NightlyCheck rows = upgraded.getBeansOfType(NightlyCheck.class).values().stream()
                .filter(check -> check.name().equals("rows"))
                .findFirst()
                .orElseThrow();
        Set<String> found = new TreeSet<>();
        int counted = 0;
        String after = null;
        NightlyCheck.Page page;
        do {
            page = rows.read(after, 200);
            page.mismatches().forEach(mismatch -> found.add(mismatch.record()));
            counted += page.counted();
            after = page.last();
        } while (!page.ended());
        assertThat(counted).isGreaterThan(1000);
        return found;
    }

    @Test
    void whatWaitedForItsPlaceInTheLedgerGetsIt() throws ReflectiveOperationException {
        JdbcTemplate sql = upgraded.getBean(JdbcTemplate.class);
        assertThat(sql.queryForList("SELECT entry_id FROM ledger_pending")).isNotEmpty();

        LeaveCases.sequence(upgraded);

        assertThat(sql.queryForList("SELECT entry_id FROM ledger_pending")).isEmpty();
    }

    @Test
    void aReportOfThePreviousVersionIsStillFoundGenuine() {
        Reporting reporting = upgraded.getBean(Reporting.class);
        String token = upgraded.getBean(JdbcTemplate.class)
                .queryForObject(
                        "SELECT token FROM reporting_report WHERE signed_at < ? AND token IS NOT NULL LIMIT 1",
                        String.class,
                        LocalDateTime.ofInstant(
                                Instant.parse(read().get("leftAt").asText()), ZoneOffset.UTC));
        assertThat(reporting.verify(token).status()).isEqualTo(Verification.Status.VALID);
    }

    private static Path keysOfThePrevious() {
        Path keystore = TestDatabase.folder().resolve("upgrade-token.p12");
        try (InputStream kept = UpgradeModuleTest.class.getResourceAsStream("/upgrade/token.p12")) {
            Files.copy(kept, keystore);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keystore;
    }

    private static JsonNode read() {
        try (InputStream json = UpgradeModuleTest.class.getResourceAsStream("/upgrade/left.json")) {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
