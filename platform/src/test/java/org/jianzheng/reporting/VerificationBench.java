package org.jianzheng.reporting;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jianzheng.JianzhengApplication;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/**
 * How many people a second may ask whether a report is genuine: the page of its QR code, the API with the code, and with the
 * file. Real HTTP on the loopback, clients on the same machine. Target: 50 a second with p95 300 ms.
 */
final class VerificationBench {

    private static final int CLIENTS = Integer.getInteger("bench.clients", 8);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    private VerificationBench(String base) {
        this.base = base;
    }

    public static void main(String[] none) throws Exception {
        var application = new SpringApplication(JianzhengApplication.class);
        application.addInitializers(new TestDatabase.Initializer());
        application.setAdditionalProfiles("test");
        try (var platform = application.run(
                "--server.port=0",
                "--jianzheng.limits.looks=1000000",
                "--jianzheng.limits.looks-of-all=1000000",
                "--jianzheng.limits.files=1000000",
                "--jianzheng.limits.files-of-all=1000000")) {
            DemoCity.seed(platform.getBean(DataSource.class));
            String caseId = new CaseDriver(platform).finish(DemoTest.CONCRETE);
            new VerificationBench(
                            "http://localhost:" + platform.getEnvironment().getProperty("local.server.port"))
                    .measure(platform, caseId);
        }
    }

    private void measure(ApplicationContext platform, String caseId) throws Exception {
        var reporting = platform.getBean(Reporting.class);
        var report = reporting.ofCase(caseId).orElseThrow();
        String token = report.verifyUrl().substring(report.verifyUrl().lastIndexOf('/') + 1);
        byte[] pdf = As.person("signatory", () -> reporting.pdf(report.reportNo()));

        measure("page of the QR code", "报告真实有效", request("/v/" + token).GET());
        measure(
                "API, code",
                "\"valid\":true",
                request("/api/verifications")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\"}")));
        measure(
                "API, file of " + pdf.length / 1024 + " kB",
                "\"valid\":true",
                request("/api/verifications")
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(BodyPublishers.ofByteArray(multipart(pdf))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private static byte[] multipart(byte[] pdf) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r.pdf\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(pdf);
        body.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private void measure(String what, String expected, HttpRequest.Builder asked) throws Exception {
        var request = asked.build();
        run(request, expected, SECONDS / 2);
        var millis = run(request, expected, SECONDS);
        System.out.printf(
                Locale.ROOT,
                "%-24s %7.1f requests/s, p50 %.1f ms, p95 %.1f ms (%d clients)%n",
                what,
                millis.length / (double) SECONDS,
                millis[millis.length / 2],
                millis[(millis.length - 1) * 95 / 100],
                CLIENTS);
    }

    /** Milliseconds of each answer, in ascending order. */
    private double[] run(HttpRequest request, String expected, int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        var people = Executors.newFixedThreadPool(CLIENTS);
        try {
            var clients = new ArrayList<Callable<List<Double>>>();
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(() -> ask(request, expected, end));
            }
            var all = new ArrayList<Double>();
            for (var answers : people.invokeAll(clients)) {
                all.addAll(answers.get());
            }
            return all.stream().mapToDouble(each -> each).sorted().toArray();
        } finally {
            people.shutdown();
        }
    }

    private List<Double> ask(HttpRequest request, String expected, long end) throws Exception {
        var millis = new ArrayList<Double>();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !answer.body().contains(expected)) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return millis;
    }
}
