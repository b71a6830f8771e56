package org.jianzheng.sampling.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.jianzheng.support.As;
import org.jianzheng.support.BrowserJourney;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.JourneyPlatform;
import org.jianzheng.support.SitePhone;
import org.jianzheng.support.site.KeptBrowser;
import org.jianzheng.support.site.KeptBrowser.Death;
import org.jianzheng.support.site.KeptBrowser.Moment;
import org.jianzheng.workflow.task.OpenTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The phone's browser is killed at every request of a sample's sending, the sampler's and the witness's, and goes on from what
 * it has kept once its person has signed in again. Marks and photos are laid into the draft where the camera lays them; signing
 * and sending is the app's. Between an answer and the next request the app keeps nothing that it did not keep before, but
 * behind the last.
 */
@BrowserJourney
@Tag("faults")
class KilledPhoneJourneyTest {

    private static final int PART = 256 * 1024;
    private static final String SEND_PART = "/m/api/photos/";
    private static final String SEND_RECORD = "/m/api/records";

    /** Of each photo how far it has come and its parts, then the record. */
    private static final List<Boolean> IS_PART = List.of(false, true, true, false, true, true, false, true, false);

    private static final int REQUESTS = IS_PART.size();

    private static final String LAY =
            """
            async ({ username, taskId, draft, taken }) => {
              const { drafts, kept, photos } = await import('/m/store.js');
              const named = [];
              for (const [purpose, photo] of Object.entries(taken)) {
                const blob = new Blob([Uint8Array.from(atob(photo), (c) => c.charCodeAt(0))], { type: 'image/jpeg' });
                named.push({ sha256: await photos.add(blob), purpose });
              }
              const prompt = { contact: (await kept.get('contact')).token };
              await drafts.put(username, taskId, { ...draft, photos: named, prompt, madeAt: Date.now(), position: null, note: '' });
            }""";

    private static final String KEPT =
            """
            async () => {
              const base = await (await import('/vendor/idb/index.js')).openDB('jianzheng');
              const left = await Promise.all(['drafts', 'photos', 'queue'].map((store) => base.count(store)));
              base.close();
              return left.join();
            }""";

    private static ApplicationContext platform;
    private static CaseDriver cases;
    private static Sampling sampling;
    private static JdbcTemplate sql;
    private static KeptBrowser sampler;
    private static KeptBrowser witness;

    @TempDir
    static Path profiles;

    static Stream<Death> deaths() {
        return Stream.of(
                        Stream.of(1, REQUESTS + 1).map(n -> new Death(n, Moment.NOT_SENT)),
                        IntStream.rangeClosed(1, REQUESTS).mapToObj(n -> new Death(n, Moment.ANSWERED)),
                        Stream.of(3, REQUESTS).map(n -> new Death(n, Moment.SENT)))
                .flatMap(each -> each);
    }

    @BeforeAll
    static void start() {
        platform = JourneyPlatform.get().application();
        cases = new CaseDriver(platform);
        sampling = platform.getBean(Sampling.class);
        sql = platform.getBean(JdbcTemplate.class);
        sampler = registered("sampler");
        witness = registered("witness");
    }

    @AfterAll
    static void stop() {
        sampler.close();
        witness.close();
    }

    private static KeptBrowser registered(String username) {
        KeptBrowser phone = new KeptBrowser(profiles.resolve(username));
        phone.signIn(username).press("登记本机为我的手机");
        assertThat(phone.page().locator("main")).containsText("等待监督站确认");
        String id = sql.queryForObject(
                "SELECT id FROM sampling_phone WHERE username = ? AND state = 'WAITING'", String.class, username);
        As.person(
                "stationadmin", () -> platform.getBean(PhoneRegistrations.class).confirm(id));
        return phone;
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void nothingIsLostAndNothingIsThereTwice(Death death) {
        String caseId = cases.commission(DemoTest.CONCRETE);
        cases.accept(caseId);
        long keys = keys();
        send(sampler, "sampler", caseId, death);
        assertThat(sampling.sample(caseId).state()).isEqualTo("TAKEN");
        send(witness, "witness", caseId, death);
        assertThat(sampling.sample(caseId).state()).isEqualTo("WITNESSED");
        // One for each photo, and none left over of parts.
        assertThat(keys()).isEqualTo(keys + 6);
        assertThat(sampling.sample(caseId).specimens()).allSatisfy(one -> assertThat(one.scans())
                .extracting(SampleView.ScanView::role)
                .containsExactly("SAMPLER", "WITNESS"));
        cases.receive(caseId);
        sampling.requireProven(caseId);
        List<String> told = platform.getBean(Ledger.class).ofCase(caseId, 0, 50).items().stream()
                .map(LedgerLine::action)
                .toList();
        assertThat(told).containsOnlyOnce("sample.taken", "sample.witnessed", "sample.received");
        assertThat(told.stream().filter(action -> action.startsWith("phone.record.")))
                .containsExactly("phone.record.ACCEPTED", "phone.record.ACCEPTED");
        assertThat(sql.queryForList(
                        "SELECT CONCAT(kind, ' ', outcome) FROM sampling_phone_record WHERE case_id = ? ORDER BY arrived_at",
                        String.class,
                        caseId))
                .containsExactly("TAKE ACCEPTED", "WITNESS ACCEPTED");
    }

    private static void send(KeptBrowser phone, String username, String caseId, Death death) {
        OpenTask task = cases.task(caseId);
        Map<String, byte[]> taken = new LinkedHashMap<>();
        taken.put("SEALED", large());
        taken.put("PERSON", large());
        taken.put("TURNED", SitePhone.picture(640, 480));
        phone.open().page().evaluate(LAY, laid(username, task, taken));
        phone.killedDuring(death, () -> sign(phone, task));

        phone.start();
        phone.signIn(username);
        assertThat(phone.page().locator("[data-state=ACCEPTED]")).hasCount(1);
        assertThat(phone.page().locator("[data-state]")).hasCount(1);
        assertThat(phone.page().evaluate(KEPT)).isEqualTo("0,0,1");
        if (death.moment() != Moment.SENT) {
            assertThat(phone.sentTo(SEND_PART)).isEqualTo(partsLeft(death));
            assertThat(phone.sentTo(SEND_RECORD)).isEqualTo(death.request() > REQUESTS ? 0 : 1);
        }
        phone.press("移除");
        cases.goOn(caseId);
        taken.values().forEach(photo -> isThereOnce(photo, username));
    }

    /** What the server has is not sent again. */
    private static long partsLeft(Death death) {
        int answered = death.moment() == Moment.ANSWERED ? death.request() : death.request() - 1;
        return IS_PART.stream().skip(answered).filter(part -> part).count();
    }

    private static void sign(KeptBrowser phone, OpenTask task) {
        String label = sampling.sample(task.caseId()).label();
        phone.open()
                .page()
                .locator("section.card", new Page.LocatorOptions().setHasText(label))
                .locator("button.primary")
                .click();
        assertThat(phone.page().locator("#position")).containsText("34.361000");
        phone.press("下一步：核对").press("签名并发送");
    }

    private static void isThereOnce(byte[] photo, String username) {
        String sha256 = DigestUtils.sha256Hex(photo);
        SitePhotos photos = platform.getBean(SitePhotos.class);
        assertThat(photos.find(sha256, username)).hasValueSatisfying(kept -> assertThat(photos.shown(kept, false))
                .isNotEmpty());
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM sampling_record_photo WHERE sha256 = ? AND used_sha256 = sha256",
                        Long.class,
                        sha256))
                .isOne();
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM sampling_photo_part WHERE sha256 = ?", Long.class, sha256))
                .isZero();
    }

    private static long keys() {
        return sql.queryForObject("SELECT COUNT(*) FROM evidence_key", Long.class);
    }

    private static Map<String, Object> laid(String username, OpenTask task, Map<String, byte[]> taken) {
        List<String> marks = sampling.sample(task.caseId()).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .toList();
        Map<String, Object> draft = task.key().equals("takeSample")
                ? Map.of("decision", "TAKE", "sealNo", "FZ-0812", "marks", marks)
                : Map.of("decision", "CONFIRM", "marksSeen", true, "sealSeen", true, "marks", marks);
        Map<String, String> photos = new LinkedHashMap<>();
        taken.forEach(
                (purpose, photo) -> photos.put(purpose, Base64.getEncoder().encodeToString(photo)));
        return Map.of("username", username, "taskId", task.id(), "draft", draft, "taken", photos);
    }

    /** One that is sent in two parts. */
    private static byte[] large() {
        byte[] photo = SitePhone.picture(4000, 3000);
        assertThat(photo.length).isBetween(PART + 1, 2 * PART);
        return photo;
    }
}
