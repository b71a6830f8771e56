package org.jianzheng.support.line;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.run.AdmittedPiece;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.support.As;
import org.jianzheng.support.TestDatabase;
import org.jianzheng.support.machine.MachineHost.Spool;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Presses of BJ01 in any number, each with a login, and runs opened on them without the cases that would lead there. */
public final class MachinePark {

    public static final String LAB = "BJ01";
    public static final String METHOD = "concrete-cube";

    private static final String SECRET = "secret-of-a-machine-of-the-tests";

    private final ApplicationContext platform;
    private final List<String> machines;

    /** @param prefix of their codes, one of its own for each test */
    public MachinePark(ApplicationContext platform, String prefix, int count) {
        this.platform = platform;
        machines = IntStream.rangeClosed(1, count)
                .mapToObj(number -> "%s-%03d".formatted(prefix, number))
                .toList();
        JdbcTemplate owner = TestDatabase.owner();
        // For no item: else nobody in the other tests could type what they would send.
        for (String code : machines) {
            owner.update(
                    "INSERT INTO qualification_equipment (code, lab_code, name, model, factory_no, measuring_range, accuracy,"
                            + " room, items, calibration_no, calibrated_on, calibrated_until, kind, range_from, range_to,"
                            + " range_unit) SELECT ?, lab_code, name, model, factory_no, measuring_range, accuracy, room,"
                            + " '', calibration_no, calibrated_on, calibrated_until, kind, range_from, range_to, range_unit"
                            + " FROM qualification_equipment WHERE code = 'BJ01-YL-01'",
                    code);
            owner.update(
                    "INSERT INTO acquisition_login (equipment, lab_code, secret_hash, renewed_by, renewed_at, lock_version)"
                            + " VALUES (?, ?, ?, 'labadmin', UTC_TIMESTAMP(6), 0)",
                    code,
                    LAB,
                    DigestUtils.sha256Hex((code + "\n" + SECRET).getBytes(StandardCharsets.UTF_8)));
        }
        owner.update("UPDATE qualification_revision SET stamp = UUID() WHERE id = 1");
    }

    public List<String> machines() {
        return machines;
    }

    public SpoolingMachine.Login login(int port, String machine) {
        return new SpoolingMachine.Login(port, LAB, machine, SECRET);
    }

    /** Opens a run on the machine. Answers what the machine will send of it. */
    public Spool open(String machine, Curve curve, int pointsInAChunk) {
        return open(machine, curve, pointsInAChunk, run -> {});
    }

    /** A run of which nothing has come for so long that the machine tests others: what lies on its spool completes it. */
    public Spool left(String machine, Curve curve, int pointsInAChunk) {
        return open(machine, curve, pointsInAChunk, run -> run.incomplete("断电", now()));
    }

    private Spool open(String machine, Curve curve, int pointsInAChunk, Consumer<Run> then) {
        String id = UUID.randomUUID().toString();
        String mark = id.substring(0, 18).replace("-", "");
        AdmittedPiece piece = new AdmittedPiece(
                id,
                new CaseParties(LAB, "WBJT", "SJ1", "HC"),
                "S-" + id.substring(0, 8),
                mark,
                1,
                METHOD,
                "test",
                1,
                new AdmittedPiece.Expected(new BigDecimal("22500"), new BigDecimal("30"), null));
        Run run = new Run(id, piece, 1, machine, As.whoIs("tester"), now());
        then.accept(run);
        As.person("tester", () -> platform.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            platform.getBean(RunStore.class).saveAndFlush(run);
            platform.getBean(Ledger.class)
                    .append(new Ledger.Fact(
                            null, "run.opened", run.ledgerSubject(), run.caseId(), null, Map.of("equipment", machine)));
        }));
        return Spool.of(id, mark, METHOD, curve, pointsInAChunk);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
