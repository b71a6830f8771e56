package org.jianzheng.support.bench;

import java.util.HashMap;
import java.util.Map;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every list with 200,000 rows, by somebody of the station who sees all and by a laboratory that has half: the first page, the
 * last, a filter, a search that finds and one that finds nothing. Target: p95 200 ms.
 */
final class ListsBench {

    private static final int ROWS = Integer.getInteger("bench.rows", 200_000);
    private static final String LAB = "IF(n MOD 2 = 0, 'BJ01', CONCAT('Z', LPAD(n MOD 40, 2, '0')))";
    // They are offered to choose from: more than a province has.
    private static final int LABORATORIES = 1_000;
    private static final String NO = "LPAD(n, 8, '0')";

    private final BenchPlatform platform;
    private final FullTables tables = new FullTables(TestDatabase.owner());
    private final ListTimes times = new ListTimes();

    private ListsBench(BenchPlatform platform) {
        this.platform = platform;
    }

    public static void main(String[] none) throws Exception {
        try (var platform = BenchPlatform.start()) {
            var bench = new ListsBench(platform);
            bench.fill(TestDatabase.owner());
            bench.run("supervisor");
            bench.run("labadmin");
            bench.run("commissioner");
            bench.times.sayWorst();
        }
    }

    private void fill(JdbcTemplate sql) throws Exception {
        String caseId = new CaseDriver(platform.context()).finish(DemoTest.CONCRETE);
        String ofCase = "case_id = '" + caseId + "'";
        copies(
                "commission_case",
                ofCase,
                Map.ofEntries(
                        Map.entry("case_id", "CONCAT('c', n)"),
                        Map.entry("commission_no", "CONCAT('BJ01-W-Z-', " + NO + ")"),
                        Map.entry("lab_code", LAB),
                        Map.entry("stage", "IF(n MOD 50 = 0, 'SAMPLING', 'ARCHIVED')"),
                        Map.entry("place", "CONCAT(n MOD 97, '号楼 ', n MOD 31, '层框架柱')"),
                        Map.entry("sample_no", "CONCAT('BJ01-S-Z-', " + NO + ")"),
                        Map.entry("report_no", "CONCAT('BJ01-R-Z-', " + NO + ")"),
                        Map.entry("result", "IF(n MOD 50 = 0, 'FAIL', 'PASS')"),
                        Map.entry("maker", "CONCAT('第', n MOD 500, '预拌混凝土公司')"),
                        Map.entry("contact", "CONCAT('联系人', n MOD 900)"),
                        Map.entry("opened_at", "TIMESTAMPADD(MINUTE, -n, source.opened_at)")));
        copies(
                "reporting_report",
                ofCase,
                Map.of(
                        "id", "CONCAT('r', n)",
                        "case_id", "CONCAT('c', n)",
                        "lab_code", LAB,
                        "report_no", "CONCAT('BJ01-R-Z-', " + NO + ")",
                        "commission_no", "CONCAT('BJ01-W-Z-', " + NO + ")",
                        "sample_no", "CONCAT('BJ01-S-Z-', " + NO + ")",
                        "status", "IF(n MOD 50 = 0, 'RECALLED', source.status)",
                        "pdf_sha256", "SHA2(n, 256)",
                        "signed_at", "TIMESTAMPADD(MINUTE, -n, source.signed_at)"));
        copies(
                "archive_entry",
                ofCase,
                Map.of(
                        "case_id",
                        "CONCAT('c', n)",
                        "lab_code",
                        LAB,
                        "report_no",
                        "CONCAT('BJ01-R-Z-', " + NO + ")",
                        "commission_no",
                        "CONCAT('BJ01-W-Z-', " + NO + ")",
                        "filed_at",
                        "TIMESTAMPADD(MINUTE, -n, source.filed_at)"));
        copies(
                "sampling_sample",
                ofCase,
                Map.of(
                        "id", "CONCAT('s', n)",
                        "case_id", "CONCAT('c', n)",
                        "sample_no", "CONCAT('BJ01-S-Z-', " + NO + ")",
                        "lab_code", LAB,
                        "state", "IF(n MOD 50 = 0, 'RECEIVED', source.state)",
                        "issued_at", "TIMESTAMPADD(MINUTE, -n, source.issued_at)"));
        copies(
                "sampling_specimen",
                "TRUE",
                Map.of("mark", "CONCAT('m', n)", "sample_id", "CONCAT('s', n)", "position", "1"));
        loops(sql);
        corrections(sql);
        applications(sql);
        credit(sql);
        notices(sql);
        registries();
        for (String table : new String[] {
            "commission_case",
            "reporting_report",
            "archive_entry",
            "nonconformity_loop",
            "notice",
            "qualification_equipment",
            "qualification_person",
            "qualification_certificate",
            "qualification_camera",
            "qualification_contract",
            "qualification_organisation",
            "qualification_project",
            "qualification_application",
            "qualification_breach",
            "testing_correction",
            "sampling_sample",
            "sampling_specimen",
            "credit_entry"
        }) {
            sql.execute("ANALYZE TABLE " + table);
        }
    }

    private void copies(String table, String row, Map<String, String> otherwise) {
        tables.copies(table, row, ROWS, otherwise);
    }

    private void loops(JdbcTemplate sql) {
        sql.update(
                "INSERT INTO nonconformity_loop (report_no, case_id, process, lab_code, developer_code, contractor_code,"
                        + " supervision_code, commission_no, project_name, place, item, sample, conclusion, opened_at, state, since,"
                        + " due_at, waiting_for, version) VALUES ('R0', 'x', 'p', 'BJ01', 'WBJT', 'SJ1', 'HC', 'W0', '渭滨安置房',"
                        + " '三层框架柱', 'concrete-cube', '混凝土立方体试块 C30', 'FAIL', NOW(6), 'PLANNING', NOW(6), NOW(6),"
                        + " 'contractors/SJ1', 0)");
        copies(
                "nonconformity_loop",
                "report_no = 'R0'",
                Map.of(
                        "report_no", "CONCAT('BJ01-R-Z-', " + NO + ")",
                        "case_id", "CONCAT('c', n)",
                        "commission_no", "CONCAT('BJ01-W-Z-', " + NO + ")",
                        "lab_code", LAB,
                        "project_name", "CONCAT('渭滨区滨河路安置房 ', n MOD 400, '# 楼')",
                        "place", "CONCAT(n MOD 97, '号楼 ', n MOD 31, '层框架柱')",
                        "state", "IF(n MOD 50 = 0, 'PLANNING', 'CLOSED')",
                        "closed_at", "IF(n MOD 50 = 0, NULL, source.opened_at)",
                        "due_at", "IF(n MOD 50 = 0, source.opened_at, NULL)",
                        "opened_at", "TIMESTAMPADD(MINUTE, -n, source.opened_at)"));
        sql.update(
                "INSERT INTO qualification_breach (id, breach_no, lab_code, rule_name, subject, reason, origin, opened_at,"
                        + " repeats, minimum, explain_days, correct_days, appeal_days, inform_admin, state, since, due_at, version)"
                        + " VALUES ('b', 'B', 'BJ01', 'LAB_SCOPE', 'BJ01', '开展资质范围以外的检测', 'SWEEP', NOW(6), 0, 'WARN', 3, 10,"
                        + " 5, FALSE, 'CLOSED', NOW(6), NOW(6), 0)");
        copies(
                "qualification_breach",
                "id = 'b'",
                Map.of(
                        "id", "CONCAT('b', n)",
                        "breach_no", "CONCAT('ZY-', " + NO + ")",
                        "lab_code", LAB,
                        "state", "IF(n MOD 50 = 0, 'DECIDING', 'CLOSED')",
                        "opened_at", "TIMESTAMPADD(MINUTE, -n, source.opened_at)"));
    }

    private void corrections(JdbcTemplate sql) {
        sql.update(
                "INSERT INTO testing_correction (id, subject_kind, subject_id, kind, case_id, lab_code, developer_code,"
                        + " contractor_code, supervision_code, title, reason, reason_text, changes, verdict_before,"
                        + " verdict_after, changes_verdict, guarded, barred, asked, proposer, proposer_name, proposed_at,"
                        + " state, approver, approver_name, lock_version) VALUES ('k', 'RESULT', 'R0', 'RECORD', 'x', 'BJ01',"
                        + " 'WBJT', 'SJ1', 'HC', '原始记录', 'TRANSCRIPTION', '抄写', '[]', 'PASS', 'PASS', FALSE, FALSE, '', '',"
                        + " 'tester', '张伟', NOW(6), 'DONE', 'reviewer', '王芳', 0)");
        copies(
                "testing_correction",
                "id = 'k'",
                Map.of(
                        "id", "CONCAT('k', n)",
                        "lab_code", LAB,
                        "title", "CONCAT('原始记录 BJ01-Y-Z-', " + NO + ")",
                        "changes_verdict", "n MOD 50 = 0",
                        "proposer", "CONCAT('z', n MOD 997)",
                        "proposed_at", "TIMESTAMPADD(MINUTE, -n, source.proposed_at)"));
    }

    private void applications(JdbcTemplate sql) {
        sql.update(
                "INSERT INTO qualification_application (id, kind, house, applicant_path, subject_name, status, round,"
                        + " submitted_at, submitted_by, submitted_name, due_at, overdue, version) VALUES ('q', 'EQUIPMENT',"
                        + " 'labs/BJ01', 'labs/BJ01', '压力试验机', 'REGISTERED', 1, NOW(6), 'labadmin', '李娜', NOW(6), FALSE, 0)");
        copies(
                "qualification_application",
                "id = 'q'",
                Map.of(
                        "id", "CONCAT('q', n)",
                        "house", "CONCAT('labs/', " + LAB + ")",
                        "applicant_path", "CONCAT('labs/', " + LAB + ")",
                        "subject_name", "CONCAT('压力试验机 ', n MOD 1000)",
                        "status", "IF(n MOD 50 = 0, 'SUBMITTED', 'REGISTERED')",
                        "submitted_at", "TIMESTAMPADD(MINUTE, -n, source.submitted_at)"));
    }

    private void credit(JdbcTemplate sql) {
        sql.update(
                "INSERT INTO credit_entry (id, house, event_key, subject, event, matter, outcome, happened_at, link, code,"
                        + " category, title, points, cap, months, veto, state, recorded_by, recorded_at, effective_on,"
                        + " lock_version) VALUES ('p', 'labs/BJ01', 'p', 'p', 'BREACH', 'LAB_SCOPE', 'WARN', NOW(6), '/', 'A1',"
                        + " 'CONDUCT', '超资质范围检测', 1, 20, 12, '', 'EXPIRED', 'supervisor', NOW(6), '2020-01-01', 0)");
        copies(
                "credit_entry",
                "id = 'p'",
                Map.of(
                        "id", "CONCAT('p', n)",
                        "event_key", "CONCAT('p', n)",
                        "subject", "CONCAT('p', n)",
                        "house", "CONCAT('labs/Z', n MOD " + LABORATORIES + ")",
                        "state", "IF(n MOD 50 = 0, 'EFFECTIVE', 'EXPIRED')",
                        "effective_on", "IF(n MOD 50 = 0, CURRENT_DATE, source.effective_on)"));
    }

    private void notices(JdbcTemplate sql) {
        sql.update(
                "INSERT INTO notice (id, notice_key, recipient, title, body, link, sent_at) VALUES ('n', 'n', 'labs/BJ01',"
                        + " '标题', '内容', '/', NOW(6))");
        copies(
                "notice",
                "id = 'n'",
                Map.of(
                        "id", "CONCAT('n', n)",
                        "notice_key", "CONCAT('n', n)",
                        "recipient",
                                "CASE n MOD 4 WHEN 0 THEN 'labs/BJ01' WHEN 1 THEN 'station' WHEN 2 THEN"
                                        + " 'developers/WBJT' ELSE 'labs/BJ01/labadmin' END",
                        "sent_at", "TIMESTAMPADD(MINUTE, -n, source.sent_at)"));
        sql.update("INSERT INTO notice_read (notice_id, username, read_at) SELECT id, 'labadmin', NOW(6) FROM notice"
                + " WHERE recipient LIKE 'labs/%' AND id > 'n2'");
    }

    private void registries() {
        named("qualification_organisation", "path = 'contractors/SJ2'", Map.of("path", "CONCAT('contractors/Z', n)"));
        named(
                "qualification_person",
                "username = 'tester'",
                Map.of("username", "CONCAT('z', n)", "id_hash", "SHA2(n, 256)"));
        named(
                "qualification_certificate",
                "username = 'tester'",
                Map.of("username", "CONCAT('z', n)", "certificate_no", "CONCAT('ZS-', " + NO + ")"));
        named("qualification_equipment", "TRUE", Map.of("code", "CONCAT('Z-', " + NO + ")", "lab_code", LAB));
        named("qualification_camera", "TRUE", Map.of("code", "CONCAT('Z-', " + NO + ")", "lab_code", LAB));
        named("qualification_contract", "TRUE", Map.of("contract_no", "CONCAT('Z-', " + NO + ")", "lab_code", LAB));
        named("qualification_project", "code = 'XM-2026-001'", Map.of("code", "CONCAT('Z-', " + NO + ")"));
        tables.copies(
                "qualification_lab",
                "code = 'BJ03'",
                LABORATORIES,
                Map.of("code", "CONCAT('Z', n)", "name", "CONCAT(source.name, n MOD 1000)"));
    }

    private void named(String table, String row, Map<String, String> keys) {
        Map<String, String> values = new HashMap<>(keys);
        if (!table.matches(".*(certificate|camera|contract)")) {
            values.put("name", "CONCAT(source.name, n MOD 1000)");
        }
        copies(table, row, values);
    }

    private void run(String person) throws Exception {
        String cookie = platform.signedIn(person);
        for (String list : new String[] {
            "/cases?state=SAMPLING",
            "/reports?status=RECALLED",
            "/archive?",
            "/nonconformities?state=OPEN",
            "/breaches?state=OPEN",
            "/corrections?verdict=false&from=2020-01-01",
            "/registrations?status=SUBMITTED",
            "/credit?",
            "/equipment?",
            "/people?",
            "/cameras?",
            "/contracts?",
            "/organisations?",
            "/labs?",
            "/projects?"
        }) {
            String path = list.contains("from=") ? list + "&" : list.substring(0, list.indexOf('?') + 1);
            ask(person, cookie, path);
            ask(person, cookie, path + "page=1000000");
            ask(person, cookie, path + "q=" + encoded("0019999"));
            ask(person, cookie, path + "q=" + encoded("无此内容"));
            if (list.matches(".*(state|status)=.*")) {
                ask(person, cookie, list);
                ask(person, cookie, list + "&q=" + encoded("无此内容"));
            }
        }
        for (String path : new String[] {
            "/nonconformities?overdue=true",
            "/nonconformities?project=" + encoded("渭滨区滨河路安置房 7# 楼"),
            "/breaches?state=OVERDUE",
            "/breaches?state=",
            "/breaches?state=&q=" + encoded("无此内容"),
            "/corrections?from=2020-01-01",
            "/corrections/people?from=2020-01-01",
            "/board",
            "/home/cases",
            "/",
            "/notices?",
            "/notices?page=1000000",
            "/notices?unread=true",
            "/notices?unread=true&page=1000000",
            "/notices/count",
            "/cases?q=BJ01-S-Z-00150000",
            "/cases?q=" + encoded("第77预拌"),
            "/cases?q=" + encoded("无人") + "&result=FAIL",
            "/cases?result=FAIL",
            "/cases?result=FAIL&lab=BJ01&item=concrete-cube&from=2026-01-01",
            "/api/cases?page=5000",
            "/api/reports?page=5000",
            "/api/specimens",
            "/api/specimens?state=RECEIVED",
            "/api/specimens?page=5000"
        }) {
            ask(person, cookie, path);
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private void ask(String person, String cookie, String path) throws Exception {
        times.measure(
                person + " " + java.net.URLDecoder.decode(path, java.nio.charset.StandardCharsets.UTF_8),
                platform.request(path).header("Cookie", cookie).build());
    }
}
