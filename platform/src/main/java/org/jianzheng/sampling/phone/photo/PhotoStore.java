package org.jianzheng.sampling.phone.photo;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.evidence.EvidenceFiles;
import org.jianzheng.records.evidence.FileKeys;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Photos that are whole: each once for who sent it, its files encrypted under a key of its own. */
@Component
class PhotoStore {

    private static final String ORIGINAL = "original";
    private static final String SHOWN = "shown";
    private static final String THUMB = "thumb";
    static final String COLUMNS = "p.sha256, p.username, p.width, p.height, p.key_id, p.salt, p.file_sha256,"
            + " COALESCE(p.shown_file_sha256, p.shown_sha256) AS shown,"
            + " COALESCE(p.thumb_file_sha256, p.thumb_sha256) AS thumb,"
            + " p.camera_time, p.camera_model, p.camera_latitude, p.camera_longitude";

    private final FileKeys keys;
    private final EvidenceFiles files;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PhotoStore(FileKeys keys, EvidenceFiles files, JdbcClient jdbc, Clock clock) {
        this.keys = keys;
        this.files = files;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String sha256, String username, byte[] whole, PhotoCopies copies) {
        String key = keys.make();
        CameraNotes notes = copies.notes();
        long look = copies.look();
        try {
            jdbc.sql("INSERT INTO sampling_photo (sha256, username, media_type, size, width, height, camera_time,"
                            + " camera_model, camera_latitude, camera_longitude, shown_sha256, thumb_sha256, uploaded_at,"
                            + " key_id, salt, file_sha256, shown_file_sha256, thumb_file_sha256,"
                            + " look, look_1, look_2, look_3, look_4)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            sha256,
                            username,
                            copies.type(),
                            whole.length,
                            copies.width(),
                            copies.height(),
                            notes.time(),
                            notes.model(),
                            notes.latitude(),
                            notes.longitude(),
                            DigestUtils.sha256Hex(copies.shown()),
                            DigestUtils.sha256Hex(copies.thumb()),
                            CityTime.utc(CityTime.now(clock)),
                            key,
                            salt(),
                            keys.store(key, bound(ORIGINAL, sha256, username), whole),
                            keys.store(key, bound(SHOWN, sha256, username), copies.shown()),
                            keys.store(key, bound(THUMB, sha256, username), copies.thumb()),
                            look,
                            PictureLook.quarter(look, 0),
                            PictureLook.quarter(look, 1),
                            PictureLook.quarter(look, 2),
                            PictureLook.quarter(look, 3))
                    .update();
        } catch (DuplicateKeyException twice) {
            // Its last part was sent twice at once.
            keys.destroy(key);
        }
    }

    /** Whoever copies key and file of another photo into a row reads nothing. */
    private static String bound(String what, String sha256, String username) {
        return what + " " + sha256 + " " + username;
    }

    private String salt() {
        byte[] salt = new byte[32];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    Optional<SitePhoto> find(String sha256, String username) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM sampling_photo p WHERE p.sha256 = ? AND p.username = ?")
                .params(sha256, username)
                .query((row, n) -> photo(row))
                .optional();
    }

    /** Those that records of the case name. */
    List<SitePhoto> ofCase(String caseId) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM sampling_photo p WHERE EXISTS (SELECT 1 FROM sampling_record_photo n"
                        + " JOIN sampling_phone_record r ON r.arrival_id = n.arrival_id"
                        + " WHERE n.case_id = ? AND n.sha256 = p.sha256 AND r.username = p.username)")
                .param(caseId)
                .query((row, n) -> photo(row))
                .list();
    }

    static SitePhoto photo(ResultSet row) throws SQLException {
        return new SitePhoto(
                row.getString("sha256"),
                row.getString("username"),
                row.getInt("width"),
                row.getInt("height"),
                new SitePhoto.Kept(
                        row.getString("key_id"),
                        row.getString("salt"),
                        row.getString("file_sha256"),
                        row.getString("shown"),
                        row.getString("thumb")),
                new CameraNotes(
                        row.getString("camera_time"),
                        row.getString("camera_model"),
                        row.getBigDecimal("camera_latitude"),
                        row.getBigDecimal("camera_longitude")));
    }

    /** What is shown of it: the picture alone. */
    byte[] shown(SitePhoto photo, boolean small) {
        SitePhoto.Kept kept = photo.kept();
        String file = small ? kept.thumb() : kept.shown();
        // Photos of before they were encrypted lie as they are.
        return kept.keyId() == null
                ? files.read(file)
                : keys.read(kept.keyId(), bound(small ? THUMB : SHOWN, photo.sha256(), photo.username()), file);
    }
}
