package org.jianzheng.reporting.verifying;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.report.ReportView;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.bench.Askers;
import org.jianzheng.support.bench.BareServer;
import org.jianzheng.support.bench.BenchPlatform;
import org.jianzheng.support.bench.FullTables;

/**
 * How many people a second may ask whether a report is genuine: the page of its QR code, the API with the code, and with the
 * file, and how many are told of a forged code; with 100,000 reports and 300,000 ledger entries beside those asked for. Real
 * HTTP on the loopback, clients on the same machine. Target: 50 a second with p95 300 ms. The stock way looks the report up in
 * its row and believes it.
 */
final class VerificationBench {

    private static final int GENUINE = Integer.getInteger("bench.reports", 40);
    private static final int REPORTS = 100_000;
    private static final int ENTRIES = 3 * REPORTS;

    private final Askers people = new Askers(Integer.getInteger("bench.clients", 8));
    private final BenchPlatform platform;
    private final List<ReportView> reports = new ArrayList<>();
    private final List<byte[]> files = new ArrayList<>();

    private VerificationBench(BenchPlatform platform) {
        this.platform = platform;
    }

    public static void main(String[] none) throws Exception {
        try (var platform = BenchPlatform.start()) {
            var bench = new VerificationBench(platform);
            bench.issue();
            bench.fill();
            bench.measure();
        }
    }

    private void issue() {
        var driver = new CaseDriver(platform.context());
        var reporting = platform.bean(Reporting.class);
        for (int i = 0; i < GENUINE; i++) {
            var report = reporting.ofCase(driver.finish(DemoTest.CONCRETE)).orElseThrow();
            reports.add(report);
            files.add(As.person("signatory", () -> reporting.pdf(report.reportNo())));
        }
    }

    /** Nobody asks for these; their contents are shortened, their keys are as long and as many as in life. */
    private void fill() {
        var tables = new FullTables(platform.sql());
        String number = "CONCAT('Z', LPAD(n, 14, '0'))";
        String hash = "SHA2(CONCAT('z', n), 256)";
        String text = "LEFT(source.content, 400)";
        tables.copies(
                "reporting_report",
                "report_no IS NOT NULL",
                REPORTS,
                Map.of(
                        "id",
                        "UUID()",
                        "case_id",
                        "UUID()",
                        "report_no",
                        number,
                        "ledger_entry",
                        "UUID()",
                        "pdf_sha256",
                        hash,
                        "content",
                        text));
        tables.copies(
                "reporting_issue",
                "TRUE",
                REPORTS,
                Map.of(
                        "report_no", number,
                        "report_id", "UUID()",
                        "ledger_entry", "UUID()",
                        "pdf_sha256", hash,
                        "content", text));
        tables.copies(
                "ledger_entry",
                "action = 'report.signed'",
                ENTRIES,
                Map.of("id", "UUID()", "case_id", "UUID()", "subject", "CONCAT('report:', UUID())"));
        tables.copies("ledger_content", "TRUE", ENTRIES, Map.of("entry_id", "UUID()", "content", text));
    }

    private void measure() throws Exception {
        double stock = stock();
        double page = people.measure("page of the QR code", "报告真实有效", n -> platform.request("/v/" + token(n))
                .build());
        double code = people.measure("API, code", "\"valid\":true", n -> json(token(n)));
        double forged = people.measure(
                "API, forged code", "\"valid\":false", n -> json(token(n).replaceFirst(".{4}$", "AAAA")));
        double file = people.measure(
                "API, file of " + files.get(0).length / 1024 + " kB", "\"valid\":true", n -> platform.request(
                                "/api/verifications")
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(BodyPublishers.ofByteArray(multipart(files.get(n % GENUINE))))
                        .build());
        System.out.printf(
                Locale.ROOT,
                "of the stock way's rate: page %.2f, code %.2f, forged code %.2f, file %.2f%n",
                page / stock,
                code / stock,
                forged / stock,
                file / stock);
    }

    private double stock() throws Exception {
        var sql = platform.sql();
        try (var bare = new BareServer(number -> "<h1>报告真实有效</h1>"
                + sql.queryForMap(
                        "SELECT report_no, conclusion, status, project_name, signatory_name, signed_at"
                                + " FROM reporting_report WHERE report_no = ?",
                        number))) {
            return people.measure(
                    "stock: the row, believed",
                    "报告真实有效",
                    n -> bare.request("/v/" + reports.get(n % GENUINE).reportNo()));
        }
    }

    private HttpRequest json(String token) {
        return platform.request("/api/verifications")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\"}"))
                .build();
    }

    private String token(int n) {
        String url = reports.get(n % GENUINE).issue().verifyUrl();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static byte[] multipart(byte[] pdf) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r.pdf\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(pdf);
        body.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
