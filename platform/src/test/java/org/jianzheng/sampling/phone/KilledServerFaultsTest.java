package org.jianzheng.sampling.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.Sessions;
import org.jianzheng.support.SitePhone;
import org.jianzheng.support.site.HttpPhone;
import org.jianzheng.support.site.SiteNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.SessionRepository;

/**
 * The server is killed at every request of a sample's sending, the sampler's and the witness's, after it has answered and
 * before its answer is there; and in the middle of keeping a photo and a record. A phone then begins again with what waits.
 */
@PlatformTest
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledServerFaultsTest {

    private static final int PHOTOS = 2;
    private static final int PARTS = 2;
    /** Of each photo how far it has come and its parts, then the record. */
    private static final int PHOTOS_FIRST = PHOTOS * (1 + PARTS) + 1;

    private final Random random = new Random(20261130);

    @Autowired
    ApplicationContext platform;

    @Autowired
    Sampling sampling;

    @Autowired
    SitePhotos photos;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcTemplate sql;

    private SiteNode node;
    private CaseDriver driver;

    /** @param recordFirst by a phone that takes its photos for sent, and is told that they are not */
    private record Position(int request, boolean recordFirst, boolean inTheMiddle) {}

    static Stream<Position> positions() {
        return Stream.of(
                        IntStream.rangeClosed(1, PHOTOS_FIRST).mapToObj(n -> new Position(n, false, false)),
                        Stream.of(1, 1 + PHOTOS_FIRST).map(n -> new Position(n, true, false)),
                        Stream.of(1 + PARTS, PHOTOS_FIRST).map(n -> new Position(n, false, true)))
                .flatMap(each -> each);
    }

    @BeforeAll
    void start() throws InterruptedException {
        driver = new CaseDriver(platform);
        node = new SiteNode("killed-site");
        node.start();
    }

    @AfterAll
    void close() {
        node.close();
    }

    @ParameterizedTest
    @MethodSource("positions")
    void nothingIsLostAndNothingIsThereTwice(Position position) throws Exception {
        String caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        long keys = keys();
        send("sampler", caseId, position);
        assertThat(sampling.sample(caseId).state()).isEqualTo("TAKEN");
        send("witness", caseId, position);
        assertThat(keys()).isEqualTo(keys + 2 * PHOTOS);
        assertThat(sampling.sample(caseId).specimens()).allSatisfy(one -> assertThat(one.scans())
                .extracting(SampleView.ScanView::role)
                .containsExactly("SAMPLER", "WITNESS"));
        driver.receive(caseId);
        assertThat(sampling.sample(caseId).state()).isEqualTo("RECEIVED");
        sampling.requireProven(caseId);
        List<String> told = ledger.ofCase(caseId, 0, 50).items().stream()
                .map(LedgerLine::action)
                .toList();
        assertThat(told).containsOnlyOnce("sample.taken", "sample.witnessed");
        assertThat(told.stream().filter(action -> action.startsWith("phone.record.")))
                .containsExactly("phone.record.ACCEPTED", "phone.record.ACCEPTED");
    }

    private void send(String username, String caseId, Position position) throws Exception {
        SitePhone own = SitePhone.confirmed(platform, username);
        Map<String, byte[]> taken = new LinkedHashMap<>();
        for (int n = 0; n < PHOTOS; n++) {
            byte[] photo = SitePhone.picture(900, 700);
            taken.put(DigestUtils.sha256Hex(photo), photo);
        }
        HttpPhone phone = phone(username, taken);
        phone.meet(own.thumbprint());
        HttpPhone.Item item = item(own, caseId, taken);
        phone.on(new Kill(position));
        assertThatIOException().isThrownBy(() -> {
            String outcome = position.recordFirst() ? phone.sendRecord(item) : phone.send(item);
            throw new IllegalStateException("Nobody was killed: " + outcome);
        });
        node.start();
        phone.on(new HttpPhone.Line() {});
        phone.meet(own.thumbprint());
        assertThat(phone.send(item)).isEqualTo("ACCEPTED");
        driver.goOn(caseId);
        isThereOnce(username, item);
    }

    private void isThereOnce(String username, HttpPhone.Item item) {
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM sampling_phone_record WHERE body = ?", Long.class, item.body()))
                .isOne();
        item.photos().forEach((sha256, photo) -> {
            assertThat(photos.find(sha256, username)).hasValueSatisfying(kept -> {
                assertThat(kept.width()).isEqualTo(900);
                assertThat(photos.shown(kept, false)).isNotEmpty();
                assertThat(photos.shown(kept, true)).isNotEmpty();
            });
            assertThat(sql.queryForObject(
                            "SELECT COUNT(*) FROM sampling_record_photo WHERE sha256 = ? AND used_sha256 = sha256",
                            Long.class,
                            sha256))
                    .isOne();
            assertThat(sql.queryForObject(
                            "SELECT COUNT(*) FROM sampling_photo_part WHERE sha256 = ?", Long.class, sha256))
                    .isZero();
        });
    }

    /** Each photo has one, and so have parts under way: none is left over. */
    private long keys() {
        return sql.queryForObject("SELECT COUNT(*) FROM evidence_key", Long.class);
    }

    private HttpPhone phone(String username, Map<String, byte[]> taken) {
        String session = Sessions.open(platform.getBean(SessionRepository.class), As.whoIs(username), Instant.now());
        int largest = Collections.max(
                taken.values().stream().map(photo -> photo.length).toList());
        return new HttpPhone(HttpClient.newHttpClient(), node::at, "SESSION=" + session, largest / PARTS + 1000);
    }

    private HttpPhone.Item item(SitePhone own, String caseId, Map<String, byte[]> taken) {
        List<String> marks = sampling.sample(caseId).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .toList();
        boolean taking = driver.task(caseId).key().equals("takeSample");
        Map<String, Object> form = taking
                ? Map.of(
                        "decision",
                        "TAKE",
                        "madeAt",
                        Instant.now().toString(),
                        "marks",
                        String.join("\n", marks),
                        "sealNo",
                        "FZ-0812")
                : Map.of("decision", "CONFIRM", "marksSeen", true, "sealSeen", true);
        Map<String, Object> record = own.bare(driver.task(caseId), form, taking ? List.of() : marks);
        List<Map<String, Object>> named = new ArrayList<>();
        taken.keySet()
                .forEach(sha256 ->
                        named.add(Map.of("sha256", sha256, "purpose", named.isEmpty() ? "SEALED" : "PERSON")));
        record.put("photos", named);
        String body = SitePhone.text(record);
        return new HttpPhone.Item(body, own.sign(body), taken);
    }

    private final class Kill implements HttpPhone.Line {

        private static final int LONGEST_MILLIS = 80;

        private final Position position;
        private Thread killer;

        Kill(Position position) {
            this.position = position;
        }

        @Override
        public void before(int request) {
            if (request == position.request() && position.inTheMiddle()) {
                killer = new Thread(() -> {
                    try {
                        Thread.sleep(random.nextInt(LONGEST_MILLIS));
                        node.kill();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                });
                killer.start();
            }
        }

        @Override
        public void after(int request) throws IOException, InterruptedException {
            if (request == position.request()) {
                if (killer == null) {
                    node.kill();
                } else {
                    killer.join();
                }
                throw new IOException("The answer is lost");
            }
        }
    }
}
