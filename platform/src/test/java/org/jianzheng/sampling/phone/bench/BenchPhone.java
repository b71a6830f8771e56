package org.jianzheng.sampling.phone.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.identity.Person;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.SitePhone;
import org.jianzheng.support.bench.BenchPlatform;
import org.jianzheng.support.site.HttpPhone;

/** A phone of one of many samplers, with a sample taken and nothing of it sent. */
final class BenchPhone {

    static final int PHOTOS = 3;
    /** As much of a photo as the app sends at once. */
    private static final int PART = 256 * 1024;
    /** After which the app tries again. */
    private static final int AGAIN_MILLIS = 20_000;

    private final HttpPhone http;
    private final SitePhone own;
    private final HttpPhone.Item item;
    private int requests;
    private int told;
    private int broken;

    private BenchPhone(HttpPhone http, SitePhone own, HttpPhone.Item item) {
        this.http = http;
        this.own = own;
        this.item = item;
        http.on(new HttpPhone.Line() {
            @Override
            public void before(int request) {
                requests++;
            }

            @Override
            public void toldToComeAgain() {
                told++;
            }
        });
    }

    static Person sampler(int number) {
        return new Person("sampler" + number, "取样员" + number, Set.of("contractors/SJ1/sampler"));
    }

    static BenchPhone of(BenchPlatform platform, int number, HttpClient client, BenchPhotos camera) {
        CaseDriver driver = new CaseDriver(platform.context());
        String caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        SitePhone own = SitePhone.confirmed(platform.context(), sampler(number));
        Map<String, byte[]> taken = new LinkedHashMap<>();
        List<Map<String, Object>> named = new ArrayList<>();
        for (int n = 0; n < PHOTOS; n++) {
            byte[] photo = camera.next();
            String sha256 = DigestUtils.sha256Hex(photo);
            taken.put(sha256, photo);
            named.add(Map.of("sha256", sha256, "purpose", n == 0 ? "PERSON" : "SEALED"));
        }
        String marks = platform.bean(Sampling.class).sample(caseId).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .collect(Collectors.joining("\n"));
        Map<String, Object> form = Map.of(
                "decision", "TAKE", "madeAt", Instant.now().toString(), "marks", marks, "sealNo", "FZ-" + number);
        Map<String, Object> record = own.bare(driver.task(caseId), form, List.of());
        record.put("photos", named);
        String body = SitePhone.text(record);
        return new BenchPhone(
                new HttpPhone(
                        client, path -> platform.request(path).build().uri(), platform.signedIn(sampler(number)), PART),
                own,
                new HttpPhone.Item(body, own.sign(body), taken));
    }

    /** In contact, so that its session is known. */
    void meet() throws IOException, InterruptedException {
        http.meet(own.thumbprint());
    }

    /** Until it counts, however often the line breaks. */
    void submit() throws InterruptedException {
        while (true) {
            try {
                String outcome = http.send(item);
                if (!outcome.equals("ACCEPTED")) {
                    throw new IllegalStateException(outcome);
                }
                return;
            } catch (IOException e) {
                if (broken++ == 0) {
                    System.out.println(e);
                }
                Thread.sleep(AGAIN_MILLIS);
            }
        }
    }

    int requests() {
        return requests + told;
    }

    int told() {
        return told;
    }

    int broken() {
        return broken;
    }

    /** Of its photos. */
    long bytes() {
        return item.photos().values().stream().mapToLong(photo -> photo.length).sum();
    }

    /** The same as one request. */
    byte[] multipart() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(part("form", ""));
        out.writeBytes(item.body().getBytes(StandardCharsets.UTF_8));
        item.photos().forEach((sha256, photo) -> {
            out.writeBytes(part("photos", "; filename=\"" + sha256 + ".jpg\""));
            out.writeBytes(photo);
        });
        out.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static byte[] part(String name, String more) {
        return ("\r\n--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
