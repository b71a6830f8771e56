package org.jianzheng.sampling.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.evidence.EvidenceFiles;
import org.jianzheng.records.nightly.NightlyCheck;
import org.jianzheng.sampling.phone.photo.SitePhoto;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.jianzheng.sampling.phone.photo.UploadState;
import org.jianzheng.support.As;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.SitePhone;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A photo comes in parts over a bad line, once, and is a picture. */
@PlatformTest
class SitePhotosModuleTest {

    private static final int PART = 20_000;

    @Autowired
    SitePhotos photos;

    @Autowired
    EvidenceFiles files;

    @Autowired
    JdbcTemplate sql;

    @Test
    void aPhotoIsGoneOnWithWhereTheLineBroke() {
        byte[] photo = SitePhone.picture(2400, 1800);
        String sha256 = DigestUtils.sha256Hex(photo);
        assertThat(photo.length).isGreaterThan(3 * PART);
        assertThat(add(sha256, 0, photo, PART)).isEqualTo(new UploadState(PART, false));
        // The answer was lost: the phone sends the part again, and the one after next.
        assertThat(add(sha256, 0, photo, PART)).isEqualTo(new UploadState(PART, false));
        assertThat(add(sha256, 2 * PART, photo, PART)).isEqualTo(new UploadState(PART, false));
        assertThat(state("sampler", sha256)).isEqualTo(new UploadState(PART, false));
        assertThat(state("witness", sha256)).isEqualTo(new UploadState(0, false));
        for (int at = PART; at < photo.length; at += PART) {
            add(sha256, at, photo, PART);
        }
        assertThat(state("sampler", sha256).complete()).isTrue();
        assertThat(add(sha256, 0, photo, PART).complete()).isTrue();
        SitePhoto kept = photos.find(sha256, "sampler").orElseThrow();
        assertThat(kept.width()).isEqualTo(2400);
        assertThat(photos.shown(kept, true)).hasSizeLessThan(photo.length / 4);
        assertThat(photos.find(sha256, "witness")).isEmpty();
    }

    @Test
    void whatTheCameraWroteIsNotShown() {
        byte[] photo = withComment(SitePhone.picture(800, 600), "SECRET-PLACE");
        String sha256 = DigestUtils.sha256Hex(photo);
        add(sha256, 0, photo, photo.length);
        byte[] shown = photos.shown(photos.find(sha256, "sampler").orElseThrow(), false);
        assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain("SECRET-PLACE");
    }

    /** Parts under way, the original, what is shown of it and the thumbnail. */
    @Test
    void nothingOfAPhotoLiesReadableOnTheDiskOrInTheDatabase() {
        byte[] photo = withComment(SitePhone.picture(800, 600), "SECRET-PLACE");
        String sha256 = DigestUtils.sha256Hex(photo);
        add(sha256, 0, photo, PART);
        byte[] part =
                sql.queryForObject("SELECT content FROM sampling_photo_part WHERE sha256 = ?", byte[].class, sha256);
        assertThat(new String(part, StandardCharsets.ISO_8859_1)).doesNotContain("SECRET-PLACE");
        for (int at = PART; at < photo.length; at += PART) {
            add(sha256, at, photo, PART);
        }
        SitePhoto kept = photos.find(sha256, "sampler").orElseThrow();
        for (String file :
                List.of(kept.kept().file(), kept.kept().shown(), kept.kept().thumb())) {
            byte[] stored = files.read(file);
            assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("SECRET-PLACE", "JFIF");
        }
        refusedAsUnknown(sha256);
        refusedAsUnknown(DigestUtils.sha256Hex(photos.shown(kept, false)));
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM sampling_photo_part WHERE sha256 = ?", Long.class, sha256))
                .isZero();
    }

    /** Whoever has the database shows another picture in a photo's place: it does not open as that one. */
    @Test
    void keyAndFilesOfAnotherPhotoDoNotOpenAsThisOne() {
        byte[] one = SitePhone.picture(800, 600);
        byte[] other = SitePhone.picture(800, 600);
        add(DigestUtils.sha256Hex(one), 0, one, one.length);
        add(DigestUtils.sha256Hex(other), 0, other, other.length);
        TestDatabase.owner()
                .update(
                        "UPDATE sampling_photo a JOIN sampling_photo b ON b.sha256 = ? SET a.key_id = b.key_id,"
                                + " a.shown_file_sha256 = b.shown_file_sha256, a.thumb_file_sha256 = b.thumb_file_sha256"
                                + " WHERE a.sha256 = ?",
                        DigestUtils.sha256Hex(other),
                        DigestUtils.sha256Hex(one));
        SitePhoto swapped = photos.find(DigestUtils.sha256Hex(one), "sampler").orElseThrow();
        assertThatIllegalStateException().isThrownBy(() -> photos.shown(swapped, false));
        assertThatIllegalStateException().isThrownBy(() -> photos.shown(swapped, true));
    }

    /** Its file lies there whole, and nobody can read it: only the station destroys a photo, and says so. */
    @Test
    void aKeyThatSomebodyDeletedIsFoundAtNight(@Autowired List<NightlyCheck> checks) {
        byte[] photo = SitePhone.picture(800, 600);
        String sha256 = DigestUtils.sha256Hex(photo);
        add(sha256, 0, photo, photo.length);
        NightlyCheck check = checks.stream()
                .filter(each -> each.name().equals("photoKeys"))
                .findFirst()
                .orElseThrow();
        assertThat(lost(check)).doesNotContain(sha256 + " sampler");
        TestDatabase.owner()
                .update(
                        "DELETE FROM evidence_key WHERE id = ?",
                        photos.find(sha256, "sampler").orElseThrow().kept().keyId());
        assertThat(lost(check)).contains(sha256 + " sampler");
    }

    private static List<String> lost(NightlyCheck check) {
        List<String> lost = new ArrayList<>();
        NightlyCheck.Page page;
        String after = null;
        do {
            page = check.read(after, 2);
            page.mismatches().forEach(mismatch -> lost.add(mismatch.record()));
            after = page.last();
        } while (!page.ended());
        return lost;
    }

    private void refusedAsUnknown(String sha256) {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> files.read(sha256));
    }

    @Test
    void aPdfNamedLikeAPhotoAHugeOneAndABrokenOneAreRefusedWithTheirReason() {
        byte[] pdf = "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8);
        refused("sampling.photo.type", () -> add(DigestUtils.sha256Hex(pdf), 0, pdf, pdf.length));
        byte[] photo = SitePhone.picture(640, 480);
        refused(
                "sampling.photo.large",
                () -> As.person("sampler", () -> photos.add(DigestUtils.sha256Hex(photo), 0, 100L << 20, photo)));
        byte[] broken = Arrays.copyOf(photo, 300);
        refused("sampling.photo.broken", () -> add(DigestUtils.sha256Hex(broken), 0, broken, broken.length));
        byte[] tiny = SitePhone.picture(40, 40);
        refused("sampling.photo.small", () -> add(DigestUtils.sha256Hex(tiny), 0, tiny, tiny.length));
        refused("sampling.photo.differs", () -> add("a".repeat(64), 0, photo, photo.length));
        assertThat(state("sampler", "a".repeat(64))).isEqualTo(new UploadState(0, false));
    }

    private UploadState add(String sha256, int start, byte[] photo, int size) {
        byte[] part = Arrays.copyOfRange(photo, start, Math.min(photo.length, start + size));
        return As.person("sampler", () -> photos.add(sha256, start, photo.length, part));
    }

    private UploadState state(String username, String sha256) {
        return As.person(username, () -> photos.state(sha256));
    }

    // A comment segment, where cameras write as they like.
    private static byte[] withComment(byte[] jpeg, String text) {
        byte[] said = text.getBytes(StandardCharsets.US_ASCII);
        byte[] segment = new byte[said.length + 4];
        segment[0] = (byte) 0xff;
        segment[1] = (byte) 0xfe;
        segment[3] = (byte) (said.length + 2);
        System.arraycopy(said, 0, segment, 4, said.length);
        byte[] all = new byte[jpeg.length + segment.length];
        System.arraycopy(jpeg, 0, all, 0, 2);
        System.arraycopy(segment, 0, all, 2, segment.length);
        System.arraycopy(jpeg, 2, all, 2 + segment.length, jpeg.length - 2);
        return all;
    }

    private static void refused(String code, Runnable work) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(work::run).satisfies(rule -> assertThat(rule.code())
                .isEqualTo(code));
    }
}
