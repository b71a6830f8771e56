package org.jianzheng.sampling.phone.photo;

import java.util.List;
import org.jianzheng.records.nightly.NightlyCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A photo whose key is gone is gone, though its file lies there whole: only the station destroys one, and says so. */
@Component
class PhotoKeyCheck implements NightlyCheck {

    private final JdbcClient jdbc;

    PhotoKeyCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "photoKeys";
    }

    private record Kept(String key, boolean lost) {}

    @Override
    public Page read(String after, int most) {
        List<Kept> photos = jdbc.sql(
                        "SELECT CONCAT(p.sha256, ' ', p.username) AS photo,"
                                + " p.key_id IS NOT NULL AND k.id IS NULL AND d.sha256 IS NULL AS lost FROM sampling_photo p"
                                + " LEFT JOIN evidence_key k ON k.id = p.key_id"
                                + " LEFT JOIN sampling_photo_destroyed d ON d.sha256 = p.sha256 AND d.username = p.username"
                                + " WHERE p.sha256 >= ? AND (p.sha256 > ? OR p.username > ?) ORDER BY p.sha256, p.username LIMIT ?")
                .params(part(after, 0), part(after, 0), part(after, 1), most)
                .query((row, n) -> new Kept(row.getString(1), row.getBoolean(2)))
                .list();
        if (photos.isEmpty()) {
            return Page.empty();
        }
        return new Page(
                photos.size(),
                photos.get(0).key(),
                photos.get(photos.size() - 1).key(),
                photos.size() < most,
                photos.stream()
                        .filter(Kept::lost)
                        .map(photo -> new Mismatch(null, photo.key(), "PHOTO_KEY_MISSING"))
                        .toList());
    }

    private static String part(String after, int number) {
        return after == null ? "" : after.split(" ", 2)[number];
    }
}
