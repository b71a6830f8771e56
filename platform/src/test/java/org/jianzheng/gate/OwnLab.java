package org.jianzheng.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.registry.Registry;
import org.jianzheng.support.TestDatabase;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A laboratory of one test's own, so that it may be suspended, shrunk and left by its people without harm to others. */
public final class OwnLab {

    public static final LocalDate TODAY = LocalDate.now(CityTime.ZONE);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final JdbcTemplate sql;
    private final Registry snapshots;
    private final TransactionTemplate transaction;
    private final String code = "T" + COUNT.incrementAndGet() + Long.toString(System.nanoTime() % 100_000, 36);

    public OwnLab(ApplicationContext platform, String... items) {
        sql = platform.getBean(JdbcTemplate.class);
        snapshots = platform.getBean(Registry.class);
        transaction = new TransactionTemplate(platform.getBean(PlatformTransactionManager.class));
        change("INSERT INTO qualification_lab (code, name, address, phone) VALUES (?, ?, '宝鸡', '0917')", code, name());
        certified("CMA", TODAY.minusYears(1), TODAY.plusYears(1));
        certified("QUALIFICATION", TODAY.minusYears(1), TODAY.plusYears(1));
        change(
                "INSERT INTO qualification_organisation (path, name, credit_code, contact, phone, address)"
                        + " VALUES (?, ?, '91610300TEST000000', '某', '0917', '宝鸡')",
                "labs/" + code,
                name());
        Arrays.stream(items).forEach(item -> scope(item, TODAY.minusYears(1), TODAY.plusYears(1)));
    }

    public String code() {
        return code;
    }

    public String name() {
        return "试验检测机构" + code;
    }

    public Person admin() {
        return person("labadmin", "labs/" + code + "/labadmin");
    }

    public static Person supervisor() {
        return new Person("supervisor", "杨国栋", Set.of("station/supervisor"));
    }

    public static Person stationAdmin() {
        return new Person("stationadmin", "高洁", Set.of("station/stationadmin"));
    }

    private Person person(String role, String group) {
        return new Person(role + "." + code, role, Set.of(group));
    }

    public void scope(String item, LocalDate from, LocalDate until) {
        change(
                "INSERT INTO qualification_scope (id, lab_code, item, speciality, method_standards, valid_from,"
                        + " valid_until) SELECT COALESCE(MAX(id), 0) + 1, ?, ?, '建筑材料及构配件', '标准', ?, ?"
                        + " FROM qualification_scope",
                code,
                item,
                from,
                until);
    }

    public void certificate(LocalDate from, LocalDate until) {
        change(
                "UPDATE qualification_lab_certificate SET valid_from = ?, valid_until = ?"
                        + " WHERE lab_code = ? AND certificate_type = 'QUALIFICATION'",
                from,
                until,
                code);
    }

    /** Holds a further certificate. */
    public void certified(String type, LocalDate from, LocalDate until) {
        change(
                "INSERT INTO qualification_lab_certificate (lab_code, certificate_type, certificate_no, specialities,"
                        + " valid_from, valid_until) VALUES (?, ?, ?, '建筑材料及构配件', ?, ?)",
                code,
                type,
                type + code,
                from,
                until);
    }

    public void dropScope(String item) {
        TestDatabase.owner().update("DELETE FROM qualification_scope WHERE lab_code = ? AND item = ?", code, item);
        transaction.executeWithoutResult(status -> snapshots.changed());
    }

    /** Somebody registered with the laboratory. @return the user name */
    public String member(String who, Role role, String items, LocalDate from, LocalDate until) {
        String username = who + "." + code;
        if (sql.queryForObject("SELECT COUNT(*) FROM qualification_person WHERE username = ?", Long.class, username)
                == 0) {
            change(
                    "INSERT INTO qualification_person (username, name, sex, employer, title, id_sealed, id_hash,"
                            + " id_masked, phone_sealed, phone_masked) VALUES (?, ?, '女', ?, '工程师', 'x', SHA2(?, 256),"
                            + " '6103', 'x', '138')",
                    username,
                    who,
                    "labs/" + code,
                    username);
        }
        change(
                "INSERT INTO qualification_certificate (certificate_no, username, role, items, valid_from, valid_until)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                "SG" + Long.toString(System.nanoTime(), 36),
                username,
                role.name(),
                items,
                from,
                until);
        return username;
    }

    public void leaves(String username) {
        change("UPDATE qualification_person SET left_on = ? WHERE username = ?", TODAY.minusDays(1), username);
    }

    /** @return its code */
    public String machine(String number, String items, String accuracy, LocalDate calibrated, LocalDate until) {
        String machine = code + "-" + number;
        change(
                "INSERT INTO qualification_equipment (code, lab_code, name, model, factory_no, measuring_range,"
                        + " accuracy, room, items, calibration_no, calibrated_on, calibrated_until) VALUES (?, ?, '压力试验机',"
                        + " 'YES-2000', '1', '0～2000 kN', ?, '力学室', ?, 'JZ', ?, ?)",
                machine,
                code,
                accuracy,
                items,
                calibrated,
                until);
        return machine;
    }

    /** Open cases of the laboratory, as the list of cases knows them. */
    public List<String> openCases(int count, String item, String stage) {
        List<String> cases = IntStream.range(0, count)
                .mapToObj(n -> UUID.randomUUID().toString())
                .toList();
        LocalDateTime now = LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC);
        sql.batchUpdate(
                "INSERT INTO commission_case (case_id, lab_code, developer_code, contractor_code, supervision_code,"
                        + " commission_no, project_name, place, item, sample, stage, since, opened_at, version)"
                        + " VALUES (?, ?, 'WBJT', 'SJ1', 'HC', ?, '渭河新城', '1#楼', ?, '混凝土 C30', ?, ?, ?, 0)",
                cases.stream()
                        .map(id -> new Object[] {id, code, id.substring(0, 20), item, stage, now, now})
                        .toList());
        return cases;
    }

    /** A test of that case, ordered and not recorded yet. */
    public void runningTest(String caseId, String item, String tester) {
        LocalDateTime now = LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC);
        sql.update(
                "INSERT INTO testing_order (case_id, order_no, lab_code, developer_code, contractor_code,"
                        + " supervision_code, family, item, sample_no, tester, tester_name, machine, planned_on, place,"
                        + " assigned_by, assigned_by_name, assigned_at, awaiting, pass, lock_version)"
                        + " VALUES (?, ?, ?, 'WBJT', 'SJ1', 'HC', 'CONCRETE', ?, ?, ?, ?, 'M', ?, '力学室', 'a', 'a', ?,"
                        + " 'main', 1, 0)",
                caseId,
                caseId.substring(0, 30),
                code,
                item,
                caseId.substring(0, 30),
                tester,
                tester,
                TODAY,
                now);
    }

    public void change(String statement, Object... arguments) {
        transaction.executeWithoutResult(status -> {
            sql.update(statement, arguments);
            snapshots.changed();
        });
    }
}
