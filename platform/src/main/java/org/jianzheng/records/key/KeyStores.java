package org.jianzheng.records.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PKCS#12 files. One may hold several keys: the one whose certificate began last signs, the older ones are still believed,
 * which is how a key is replaced.
 */
public final class KeyStores {

    private static final Logger log = LoggerFactory.getLogger(KeyStores.class);
    private static final Duration NOTICE = Duration.ofDays(30);

    private KeyStores() {}

    /** Its keys, the one that signs first. Refuses a file that cannot be read or whose newest key has expired. */
    public static List<PrivateKeyEntry> load(String what, KeySettings settings, Clock clock) {
        try {
            List<PrivateKeyEntry> keys = read(settings.keystore(), settings.password());
            if (keys.isEmpty()) {
                throw new IllegalStateException("The key file of %s, %s, holds no key with its certificate"
                        .formatted(what, settings.keystore()));
            }
            requireValid(what, (X509Certificate) keys.get(0).getCertificate(), clock.instant());
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key file of %s, %s, cannot be read (%s): check the path and the password"
                            .formatted(what, settings.keystore(), e.getMessage()),
                    e);
        }
    }

    private static List<PrivateKeyEntry> read(Path file, String password) throws IOException, GeneralSecurityException {
        char[] secret = Objects.requireNonNullElse(password, "").toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, secret);
        }
        var protection = new KeyStore.PasswordProtection(secret);
        var keys = new java.util.ArrayList<PrivateKeyEntry>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.entryInstanceOf(alias, PrivateKeyEntry.class)) {
                keys.add((PrivateKeyEntry) store.getEntry(alias, protection));
            }
        }
        keys.sort(Comparator.comparing((PrivateKeyEntry key) -> ((X509Certificate) key.getCertificate()).getNotBefore())
                .reversed());
        return List.copyOf(keys);
    }

    private static void requireValid(String what, X509Certificate certificate, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        if (!now.isBefore(end)) {
            throw new IllegalStateException(
                    "The certificate of %s expired on %s: put a new key into its file".formatted(what, end));
        }
        if (now.plus(NOTICE).isAfter(end)) {
            log.warn("The certificate of {} expires on {}: order a new one", what, end);
        }
    }
}
