package org.jianzheng.sampling.phone.photo;

import java.time.Clock;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.evidence.EvidenceFiles;
import org.jianzheng.records.evidence.PaperType;
import org.jianzheng.records.evidence.UploadScan;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Photos on their way and those that have come. A phone sends one in parts, each where the last ended, and asks after a break
 * how far it came; a record may name it once it is whole, has the hash it was announced under, and is a picture.
 */
@Service
@Transactional(noRollbackFor = RuleBroken.class)
public class SitePhotos {

    /** Of one photo: a camera of 12 megapixels writes 3 to 8 MB. */
    public static final int LARGEST = 16 * 1024 * 1024;

    /** Of what is sent at once. */
    public static final int LARGEST_PART = 1024 * 1024;

    private static final long MOST_WAITING = 8L * LARGEST;
    private static final int SHOWN_SIDE = 1600;
    private static final int THUMB_SIDE = 320;
    private static final String JPEG = "image/jpeg";

    private final PartStore parts;
    private final EvidenceFiles files;
    private final UploadScan scan;
    private final JdbcClient jdbc;
    private final Identity identity;
    private final Clock clock;

    SitePhotos(PartStore parts, EvidenceFiles files, UploadScan scan, JdbcClient jdbc, Identity identity, Clock clock) {
        this.parts = parts;
        this.files = files;
        this.scan = scan;
        this.jdbc = jdbc;
        this.identity = identity;
        this.clock = clock;
    }

    /** How far the acting person's photo has come. */
    @Transactional(readOnly = true)
    public UploadState state(String sha256) {
        String username = sender().username();
        return find(sha256, username)
                .map(photo -> new UploadState(0, true))
                .orElseGet(() -> new UploadState(parts.offset(username, sha256), false));
    }

    /**
     * Takes the next part.
     *
     * @param start where it begins; where that is not where the last ended, nothing is taken and the answer says where
     * @param length of the whole photo, which may be too much before the first byte is kept
     */
    public UploadState add(String sha256, long start, long length, byte[] content) {
        Person sender = sender();
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new RuleBroken("sampling.photo.hash");
        }
        if (length > LARGEST) {
            throw new RuleBroken("sampling.photo.large", LARGEST / 1024 / 1024);
        }
        UploadState before = state(sha256);
        if (before.complete() || start != before.offset()) {
            return before;
        }
        if (content.length == 0 || content.length > LARGEST_PART || start + content.length > length) {
            throw new RuleBroken("sampling.photo.part", LARGEST_PART / 1024);
        }
        if (start == 0) {
            picture(content);
        }
        if (parts.waiting(sender.username()) + content.length > MOST_WAITING) {
            throw new RuleBroken("sampling.photo.waiting", MOST_WAITING / 1024 / 1024);
        }
        if (!parts.add(sender.username(), sha256, start, content)) {
            return state(sha256);
        }
        long offset = start + content.length;
        return offset < length ? new UploadState(offset, false) : finish(sha256, sender.username());
    }

    private UploadState finish(String sha256, String username) {
        byte[] whole = parts.whole(username, sha256);
        // Whatever becomes of it: a photo that is none is begun anew.
        parts.forget(username, sha256);
        if (!DigestUtils.sha256Hex(whole).equals(sha256)) {
            throw new RuleBroken("sampling.photo.differs");
        }
        scan.require(whole);
        keep(sha256, username, whole, picture(whole), Picture.read(whole));
        return new UploadState(whole.length, true);
    }

    private void keep(String sha256, String username, byte[] whole, String type, Picture picture) {
        CameraNotes notes = CameraNotes.of(picture.metadata());
        files.store(whole, type);
        String shown = files.store(picture.plain(SHOWN_SIDE), JPEG);
        String thumb = files.store(picture.plain(THUMB_SIDE), JPEG);
        try {
            jdbc.sql("INSERT INTO sampling_photo (sha256, username, media_type, size, width, height, camera_time,"
                            + " camera_model, camera_latitude, camera_longitude, shown_sha256, thumb_sha256, uploaded_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            sha256,
                            username,
                            type,
                            whole.length,
                            picture.width(),
                            picture.height(),
                            notes.time(),
                            notes.model(),
                            notes.latitude(),
                            notes.longitude(),
                            shown,
                            thumb,
                            CityTime.utc(CityTime.now(clock)))
                    .update();
        } catch (DuplicateKeyException twice) {
            // Its last part was sent twice at once.
            return;
        }
    }

    private static String picture(byte[] head) {
        return PaperType.of(head)
                .map(PaperType::mediaType)
                .filter(type -> type.startsWith("image/"))
                .orElseThrow(() -> new RuleBroken("sampling.photo.type"));
    }

    /** A photo that this person sent and that is whole. */
    @Transactional(readOnly = true)
    public Optional<SitePhoto> find(String sha256, String username) {
        return jdbc.sql("SELECT sha256, media_type, width, height, shown_sha256, thumb_sha256 FROM sampling_photo"
                        + " WHERE sha256 = ? AND username = ?")
                .params(sha256, username)
                .query((row, n) -> new SitePhoto(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getString(6)))
                .optional();
    }

    /** What is shown of it: the picture alone. The caller has checked who may look. */
    @Transactional(readOnly = true)
    public byte[] shown(SitePhoto photo, boolean small) {
        return files.read(small ? photo.thumbSha256() : photo.shownSha256());
    }

    private Person sender() {
        Person person = identity.acting();
        if (!person.has(Role.SAMPLER) && !person.has(Role.WITNESS)) {
            throw new RuleBroken("sampling.phone.role");
        }
        return person;
    }
}
