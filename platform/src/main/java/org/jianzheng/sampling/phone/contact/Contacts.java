package org.jianzheng.sampling.phone.contact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jianzheng.kernel.CityTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a phone the server's time in a form that only the server can make, whenever the phone is in contact. A record made
 * later names it: so it was made after that. It says nothing of when it was made at the latest; contacts between the two are
 * kept here and shown to whoever decides, so that "there was no network" can be held against them.
 */
@Service
public class Contacts {

    private static final String KIND = "phone-contact";
    private static final Duration APART = Duration.ofMinutes(1);

    private final ContactSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Contacts(ContactSettings settings, JdbcClient jdbc, Clock clock) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The server's time for this phone; that it was asked for is kept, once a minute. */
    @Transactional
    public String token(String phoneId) {
        Instant now = CityTime.now(clock);
        jdbc.sql("INSERT IGNORE INTO sampling_phone_contact (phone_id, at) SELECT ?, ? FROM DUAL WHERE NOT EXISTS"
                        + " (SELECT 1 FROM sampling_phone_contact WHERE phone_id = ? AND at > ?)")
                .params(phoneId, CityTime.utc(now), phoneId, CityTime.utc(now.minus(APART)))
                .update();
        byte[] nonce = new byte[8];
        random.nextBytes(nonce);
        String said = ChronoUnit.MICROS.between(Instant.EPOCH, now) + "."
                + HexFormat.of().formatHex(nonce);
        return said + "." + mac(said, phoneId);
    }

    /** The time that the server told that phone; empty where this server never did. */
    public Optional<Instant> read(String token, String phoneId) {
        String[] parts = token == null ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            byte[] expected = mac(parts[0] + "." + parts[1], phoneId).getBytes(StandardCharsets.US_ASCII);
            return MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.US_ASCII))
                    ? Optional.of(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException none) {
            return Optional.empty();
        }
    }

    /** When it was in contact between the two, both left out; at most so many. */
    @Transactional(readOnly = true)
    public List<Instant> between(String phoneId, Instant after, Instant before, int most) {
        return jdbc.sql(
                        "SELECT at FROM sampling_phone_contact WHERE phone_id = ? AND at > ? AND at < ? ORDER BY at LIMIT ?")
                .params(phoneId, CityTime.utc(after), CityTime.utc(before), most)
                .query((row, n) -> CityTime.instant(row, "at"))
                .list();
    }

    private String mac(String said, String phoneId) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, settings.key()).hmacHex(KIND + "\n" + said + "\n" + phoneId);
    }
}
