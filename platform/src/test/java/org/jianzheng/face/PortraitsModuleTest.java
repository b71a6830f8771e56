package org.jianzheng.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jianzheng.face.portrait.FacePortraits;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.registry.Registry;
import org.jianzheng.support.As;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.RenderedFace;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A portrait is its owner's: enrolled with consent, readable by nobody else, gone when the consent is. */
@PlatformTest
class PortraitsModuleTest {

    private static final byte[] FACE = new RenderedFace(9).jpeg(480, 640, new RenderedFace.View(0, -0.4, 0.8));

    @Autowired
    FacePortraits portraits;

    @Autowired
    Registry registry;

    @Autowired
    Ledger ledger;

    @Autowired
    MockMvc pages;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transaction;

    private Person owner;

    @BeforeEach
    void registered() {
        owner = registered("contractors/SJ1/sampler", "SAMPLER");
    }

    @AfterEach
    void nobodyStays() {
        TestDatabase.owner().update("DELETE FROM qualification_certificate WHERE username LIKE 'face.%'");
        TestDatabase.owner().update("DELETE FROM qualification_person WHERE username LIKE 'face.%'");
        transaction.executeWithoutResult(status -> registry.changed());
        as(Person.SYSTEM, portraits::endUnregistered);
        clock.reset();
    }

    @Test
    void nothingInTheDatabaseShowsThePicture() {
        enrol(owner);
        byte[] content =
                sql.queryForObject("SELECT content FROM face_portrait WHERE enrolment_id = ?", byte[].class, id(owner));
        assertThat(content.length).isGreaterThan(5000);
        String text = new String(content, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("JFIF", "\u00ff\u00d8\u00ff", "Exif");
        // Of one picture twice nothing is alike.
        Person other = registered("supervision/HC/witness", "WITNESS");
        enrol(other);
        byte[] second =
                sql.queryForObject("SELECT content FROM face_portrait WHERE enrolment_id = ?", byte[].class, id(other));
        assertThat(Arrays.equals(content, 0, 64, second, 0, 64)).isFalse();
        assertThat(hash(owner)).hasSize(64).isNotEqualTo(hash(other));
        assertThat(sql.queryForList(
                                "SELECT content FROM ledger_content c JOIN ledger_entry e ON e.id = c.entry_id"
                                        + " WHERE e.subject = 'face-enrolment:" + id(owner) + "'",
                                String.class)
                        .toString())
                .contains("同意人脸比对", hash(owner))
                .doesNotContain("/9j/");
    }

    @Test
    void theOwnerSeesItAndConsentRevokedDeletesItsBytes() {
        enrol(owner);
        String id = id(owner);
        as(owner, () -> assertThat(portraits.myPicture()).startsWith(0xff, 0xd8, 0xff));
        as(owner, portraits::revoke);
        assertThat(rows(id)).isZero();
        as(owner, () -> assertThat(portraits.mine()).isEmpty());
        assertThat(portraits.standing(owner.username())).isEmpty();
        assertThat(ledger.ofSubject("face-enrolment:" + id))
                .extracting(LedgerLine::action)
                .containsExactly("face.enrolled", "face.ended");
        as(owner, () -> assertThatThrownBy(portraits::revoke).isInstanceOf(NotFound.class));
    }

    @Test
    void aNewOneTakesThePlaceOfTheOldWhichIsDeleted() {
        enrol(owner);
        String first = id(owner);
        enrol(owner);
        assertThat(id(owner)).isNotEqualTo(first);
        assertThat(rows(first)).isZero();
        assertThat(rows(id(owner))).isOne();
        assertThat(sql.queryForObject("SELECT ended_why FROM face_enrolment WHERE id = ?", String.class, first))
                .isEqualTo("REPLACED");
    }

    @Test
    void withoutConsentOrARegistrationOrAPictureNothingIsKept() {
        refused("face.consent.missing", () -> portraits.enrol(FACE, false));
        refused("face.portrait.type", () -> portraits.enrol("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), true));
        refused("face.portrait.type", () -> portraits.enrol(new byte[0], true));
        refused("sampling.photo.broken", () -> portraits.enrol(Arrays.copyOf(FACE, 200), true));
        left(owner, today().minusDays(1));
        refused("face.portrait.unregistered", () -> portraits.enrol(FACE, true));
        as(owner, () -> assertThat(portraits.mine()).isEmpty());
    }

    @Test
    void whenTheRegistrationEndsThePortraitIsDeletedAndUntilThenCountsForNothing() {
        enrol(owner);
        String id = id(owner);
        left(owner, today());
        as(Person.SYSTEM, portraits::endUnregistered);
        assertThat(rows(id)).as("the last day is still theirs").isOne();
        left(owner, today().minusDays(1));
        assertThat(portraits.standing(owner.username())).isEmpty();
        as(Person.SYSTEM, portraits::endUnregistered);
        assertThat(rows(id)).isZero();
        assertThat(ledger.ofSubject("face-enrolment:" + id))
                .extracting(LedgerLine::action)
                .endsWith("face.ended");
    }

    @Test
    void whenTheLastCertificateRunsOutToo() {
        enrol(owner);
        String id = id(owner);
        sql.update(
                "UPDATE qualification_certificate SET valid_until = ? WHERE username = ?",
                today().minusDays(1),
                owner.username());
        as(Person.SYSTEM, portraits::endUnregistered);
        assertThat(rows(id)).isZero();
    }

    @Test
    void aRowThatWasChangedPastThePlatformShowsNothing() {
        enrol(owner);
        Person other = registered("contractors/SJ1/sampler", "SAMPLER");
        enrol(other);
        // Somebody with the database puts their own face under another's consent.
        sql.update("DELETE FROM face_portrait WHERE enrolment_id = ?", id(owner));
        sql.update(
                "INSERT INTO face_portrait SELECT ?, sealed_key, content FROM face_portrait WHERE enrolment_id = ?",
                id(owner),
                id(other));
        assertThatThrownBy(() -> portraits.standing(owner.username())).isInstanceOf(IllegalStateException.class);
        // Or says that it was confirmed.
        sql.update("UPDATE face_enrolment SET confirmed_at = NOW(6) WHERE id = ?", id(other));
        assertThat(portraits.standing(other.username())).isEmpty();
    }

    @Test
    void thePageIsForSamplersAndWitnessesAndShowsEachTheirOwn() throws Exception {
        for (String other : List.of("receiver", "labadmin", "commissioner", "supervisor", "stationadmin", "admin")) {
            pages.perform(get("/my/portrait").with(As.signedIn(other))).andExpect(status().isNotFound());
            pages.perform(get("/my/portrait/picture").with(As.signedIn(other))).andExpect(status().isNotFound());
        }
        assertThat(page("sampler")).contains("尚未登记人像", "同意人脸比对：");
        var sent = multipart("/my/portrait").file(new MockMultipartFile("file", "我.jpg", "image/jpeg", FACE));
        pages.perform(sent.with(csrf()).with(As.signedIn("sampler"))).andExpect(status().isUnprocessableEntity());
        pages.perform(multipart("/my/portrait")
                        .file(new MockMultipartFile("file", "我.jpg", "image/jpeg", FACE))
                        .param("consent", "true")
                        .with(csrf())
                        .with(As.signedIn("sampler")))
                .andExpect(status().is3xxRedirection());
        assertThat(page("sampler")).contains("撤回同意并删除人像", "尚未核实");
        assertThat(pages.perform(get("/my/portrait/picture").with(As.signedIn("sampler")))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getHeader("Cache-Control"))
                .contains("no-store");
        pages.perform(get("/my/portrait/picture").with(As.signedIn("witness"))).andExpect(status().isNotFound());
        pages.perform(post("/my/portrait/revocation").with(csrf()).with(As.signedIn("sampler")))
                .andExpect(status().is3xxRedirection());
        assertThat(page("sampler")).contains("尚未登记人像");
    }

    private String page(String username) throws Exception {
        return pages.perform(get("/my/portrait").with(As.signedIn(username)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private Person registered(String group, String role) {
        String username = "face." + UUID.randomUUID().toString().substring(0, 8);
        String employer = group.substring(0, group.lastIndexOf('/'));
        change(
                "INSERT INTO qualification_person (username, name, sex, employer, title, id_sealed, id_hash, id_masked,"
                        + " phone_sealed, phone_masked) VALUES (?, '画人', '男', ?, '', 'x', SHA2(?, 256), '6103', 'x', '138')",
                username,
                employer,
                username);
        change(
                "INSERT INTO qualification_certificate (certificate_no, username, role, items, valid_from, valid_until)"
                        + " VALUES (?, ?, ?, '*', '2020-01-01', '2099-01-01')",
                "F" + username,
                username,
                role);
        return new Person(username, "画人", Set.of(group));
    }

    private void left(Person person, LocalDate day) {
        change("UPDATE qualification_person SET left_on = ? WHERE username = ?", day, person.username());
    }

    private void change(String statement, Object... values) {
        transaction.executeWithoutResult(status -> {
            sql.update(statement, values);
            registry.changed();
        });
    }

    private LocalDate today() {
        return CityTime.today(clock);
    }

    private void enrol(Person person) {
        as(person, () -> portraits.enrol(FACE, true));
    }

    private String id(Person person) {
        return sql.queryForObject(
                "SELECT id FROM face_enrolment WHERE current_of = ?", String.class, person.username());
    }

    private String hash(Person person) {
        return sql.queryForObject(
                "SELECT picture_hash FROM face_enrolment WHERE current_of = ?", String.class, person.username());
    }

    private long rows(String id) {
        return sql.queryForObject("SELECT COUNT(*) FROM face_portrait WHERE enrolment_id = ?", Long.class, id);
    }

    private static void as(Person person, Runnable work) {
        As.person(person, null, work);
    }

    private void refused(String code, Runnable work) {
        as(owner, () -> assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(work::run)
                .satisfies(rule -> assertThat(rule.code()).isEqualTo(code)));
    }
}
