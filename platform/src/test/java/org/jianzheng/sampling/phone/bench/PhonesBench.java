package org.jianzheng.sampling.phone.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jianzheng.support.TestDatabase;
import org.jianzheng.support.bench.BenchPlatform;
import org.jianzheng.support.bench.FullTables;
import stock.StockSite;

/**
 * 500 phones of a city send a sample each at the same moment: three photos of 300 kB in the app's parts and the signed record,
 * over HTTP, with a session each, on tables as full as after some years, what is committed on the disk. Of a submission the
 * time from its first request to the answer that it counts, with all that the phone had to wait for or send again. Beside them
 * one person looks at pages. The stock way ({@link StockSite}) takes the same photos and form in one multipart request and
 * stores them as they are.
 */
final class PhonesBench {

    private static final int PHONES = Integer.getInteger("bench.phones", 500);
    private static final int WARM = 10;
    private static final int PREPARING = 4;
    private static final int PHOTOS_BEFORE = 200_000;

    private final BenchPlatform platform;
    private final BenchPhotos camera = new BenchPhotos();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private PhonesBench(BenchPlatform platform) {
        this.platform = platform;
    }

    public static void main(String[] none) throws Exception {
        System.setProperty(TestDatabase.DURABLE, "true");
        try (BenchPlatform platform =
                BenchPlatform.start("--jianzheng.limits.at-once=1000000", "--jianzheng.limits.sessions=1000000")) {
            PhonesBench bench = new PhonesBench(platform);
            bench.people();
            bench.measure(bench.prepare(PHONES, WARM), "warm");
            bench.fill();
            List<BenchPhone> phones = bench.prepare(0, PHONES);
            double platformRate = bench.measure(phones, "platform");
            double stockRate = bench.stock(phones);
            System.out.printf(Locale.ROOT, "of the stock way's rate: %.2f%n", platformRate / stockRate);
        }
    }

    /** Each with a certificate of their own. */
    private void people() {
        FullTables tables = new FullTables(TestDatabase.owner());
        tables.copies(
                "qualification_person",
                "username = 'sampler'",
                PHONES + WARM,
                Map.of("username", "CONCAT('sampler', n)", "id_hash", "SHA2(n, 256)"));
        tables.copies(
                "qualification_certificate",
                "username = 'sampler'",
                PHONES + WARM,
                Map.of("username", "CONCAT('sampler', n)", "certificate_no", "CONCAT('ZS-', LPAD(n, 8, '0'))"));
    }

    private List<BenchPhone> prepare(int first, int count) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(PREPARING);
        try {
            List<Future<BenchPhone>> made = new ArrayList<>();
            for (int n = first; n < first + count; n++) {
                int number = n;
                made.add(threads.submit(() -> BenchPhone.of(platform, number, client, camera)));
            }
            List<BenchPhone> phones = new ArrayList<>();
            for (Future<BenchPhone> one : made) {
                phones.add(one.get());
            }
            return phones;
        } finally {
            threads.shutdown();
        }
    }

    /** Nobody asks for these; as many and with keys as long as in life. */
    private void fill() {
        FullTables tables = new FullTables(TestDatabase.owner());
        String photo = "SHA2(CONCAT('p', n), 256)";
        tables.copies(
                "sampling_photo",
                "TRUE",
                PHOTOS_BEFORE,
                Map.of(
                        "sha256", photo,
                        "username", "CONCAT('z', n MOD 1000)",
                        "shown_sha256", "SHA2(CONCAT('s', n), 256)",
                        "thumb_sha256", "SHA2(CONCAT('t', n), 256)",
                        "uploaded_at", "TIMESTAMPADD(MINUTE, -4 * n, source.uploaded_at)",
                        "look_1", "n * 40503 MOD 65536",
                        "look_2", "n * 30011 MOD 65536",
                        "look_3", "n * 25031 MOD 65536",
                        "look_4", "n * 51001 MOD 65536",
                        "look", "CAST(CONV(LEFT(SHA2(n, 256), 15), 16, 10) AS SIGNED)"));
        tables.copies(
                "sampling_phone_record",
                "TRUE",
                PHOTOS_BEFORE / BenchPhone.PHOTOS,
                Map.of(
                        "arrival_id", "CONCAT('a', n)",
                        "id", "UUID()",
                        "username", "CONCAT('z', n MOD 1000)",
                        "case_id", "CONCAT('c', n)",
                        "sha256", "SHA2(CONCAT('r', n), 256)"));
        tables.copies(
                "sampling_record_photo",
                "TRUE",
                PHOTOS_BEFORE,
                Map.of(
                        "arrival_id",
                        "CONCAT('a', n DIV " + BenchPhone.PHOTOS + ")",
                        "case_id",
                        "CONCAT('c', n DIV " + BenchPhone.PHOTOS + ")",
                        "sha256",
                        photo,
                        "used_sha256",
                        photo));
        tables.copies("evidence_key", "TRUE", PHOTOS_BEFORE, Map.of("id", "UUID()"));
        tables.copies("evidence_file", "TRUE", 3 * PHOTOS_BEFORE, Map.of("sha256", "SHA2(CONCAT('f', n), 256)"));
        tables.copies(
                "ledger_entry",
                "action = 'phone.record.ACCEPTED'",
                300_000,
                Map.of("id", "UUID()", "case_id", "UUID()", "subject", "CONCAT('phone-record:', UUID())"));
    }

    private double measure(List<BenchPhone> phones, String what) throws Exception {
        for (BenchPhone phone : phones) {
            phone.meet();
        }
        try (PageMeanwhile page = new PageMeanwhile(platform, client)) {
            Burst burst = Burst.of(phones.size(), n -> phones.get(n).submit());
            burst.say(
                    what,
                    phones.stream().mapToLong(BenchPhone::requests).sum(),
                    phones.stream().mapToLong(BenchPhone::bytes).sum());
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %d times told to come again, %d lines broke; %s; most memory in use %d MB%n",
                    "",
                    phones.stream().mapToInt(BenchPhone::told).sum(),
                    phones.stream().mapToInt(BenchPhone::broken).sum(),
                    page.said(),
                    page.mostMegabytes());
            return phones.size() / burst.seconds();
        }
    }

    private double stock(List<BenchPhone> phones) throws Exception {
        try (StockSite site = StockSite.start(TestDatabase.url(), TestDatabase.owner())) {
            Burst.of(WARM, n -> post(site, phones.get(n)));
            Burst burst = Burst.of(phones.size(), n -> post(site, phones.get(n)));
            burst.say(
                    "stock: one POST, a row",
                    phones.size(),
                    phones.stream().mapToLong(BenchPhone::bytes).sum());
            return phones.size() / burst.seconds();
        }
    }

    private void post(StockSite site, BenchPhone phone) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(site.at("/submissions"))
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofByteArray(phone.multipart()))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }
}
