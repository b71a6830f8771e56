package org.jianzheng.records.evidence;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A key of its own for each thing whose files show people. It lies in the database encrypted under a master key that is not
 * there; with the key destroyed, whatever copies of the files there are can be read by nobody, and the ledger stays as it is.
 */
@Service
@Transactional
public class FileKeys {

    private static final int BYTES = 32;
    private static final int AT_ONCE = 500;

    private final String current;
    private final Map<String, SecretKey> masters = new TreeMap<>();
    private final EvidenceFiles files;
    private final JdbcTemplate sql;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FileKeys(FileKeySettings settings, EvidenceFiles files, JdbcTemplate sql, Clock clock) {
        this.current = settings.currentKey();
        settings.masters().forEach((id, key) -> masters.put(id, aes(key)));
        this.files = files;
        this.sql = sql;
        this.clock = clock;
    }

    /** A new key. @return its id */
    public String make() {
        String id = UUID.randomUUID().toString();
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        sql.update(
                "INSERT INTO evidence_key (id, master, wrapped, made_at) VALUES (?, ?, ?, ?)",
                id,
                current,
                AesGcm.encrypt(masters.get(current), id, key),
                CityTime.utc(clock.instant()));
        return id;
    }

    /** @param what it is, for the key may be of several things: the same has to be said to open it */
    public byte[] encrypt(String keyId, String what, byte[] plain) {
        return AesGcm.encrypt(key(keyId), keyId + " " + what, plain);
    }

    /**
     * @throws NotFound where the key was destroyed
     * @throws IllegalStateException where it was changed since
     */
    public byte[] decrypt(String keyId, String what, byte[] encrypted) {
        return AesGcm.decrypt(key(keyId), keyId + " " + what, encrypted);
    }

    /** Encrypts it and stores it. @return SHA-256 of the encrypted file, by which it is read again */
    public String store(String keyId, String what, byte[] plain) {
        return files.store(encrypt(keyId, what, plain), "application/octet-stream");
    }

    /** The same the other way round. */
    public byte[] read(String keyId, String what, String sha256) {
        return decrypt(keyId, what, files.read(sha256));
    }

    /** What was encrypted with it is readable no more. The caller keeps in the ledger who wanted that and why. */
    public void destroy(String keyId) {
        sql.update("DELETE FROM evidence_key WHERE id = ?", keyId);
    }

    /** Whether what was encrypted with it can still be read. */
    public boolean exists(String keyId) {
        return !sql.queryForList("SELECT 1 FROM evidence_key WHERE id = ?", keyId)
                .isEmpty();
    }

    private SecretKey key(String id) {
        return sql
                .query(
                        "SELECT master, wrapped FROM evidence_key WHERE id = ?",
                        (row, n) -> aes(AesGcm.decrypt(master(row.getString(1)), id, row.getBytes(2))),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("records.file.destroyed"));
    }

    private SecretKey master(String id) {
        SecretKey master = masters.get(id);
        if (master == null) {
            throw new IllegalStateException(
                    "A file's key is encrypted with a master key that jianzheng.file-keys.keys does not list: " + id);
        }
        return master;
    }

    /** Keys under an earlier master go over to the current one; once none is left, that one may be taken off the list. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 600_000)
    public void changeMaster() {
        List<String> earlier = sql.queryForList(
                "SELECT id FROM evidence_key WHERE master <> ? LIMIT " + AT_ONCE, String.class, current);
        for (String id : earlier) {
            sql.update(
                    "UPDATE evidence_key SET master = ?, wrapped = ? WHERE id = ?",
                    current,
                    AesGcm.encrypt(masters.get(current), id, key(id).getEncoded()),
                    id);
        }
    }

    private static SecretKey aes(byte[] key) {
        return new SecretKeySpec(key, "AES");
    }
}
