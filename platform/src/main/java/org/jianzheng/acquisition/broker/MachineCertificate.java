package org.jianzheng.acquisition.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificate that machines see. The broker would start without one that it cannot read, and take nobody in. */
final class MachineCertificate {

    private static final Logger log = LoggerFactory.getLogger(MachineCertificate.class);

    private static final Duration WARNED_BEFORE = Duration.ofDays(30);

    private MachineCertificate() {}

    /** @throws IllegalStateException where the file cannot be read, has no key, or its certificate is not valid now */
    static void require(BrokerSettings settings, Clock clock) {
        String file = "jianzheng.machines.key-store " + settings.keyStore();
        try {
            KeyStore store = KeyStore.getInstance(
                    Path.of(settings.keyStore()).toFile(),
                    settings.keyStorePassword().toCharArray());
            X509Certificate certificate = Collections.list(store.aliases()).stream()
                    .filter(alias -> holdsKey(store, alias))
                    .findFirst()
                    .map(alias -> certificate(store, alias))
                    .orElseThrow(() -> new IllegalStateException(file + " holds no private key"));
            certificate.checkValidity(Date.from(clock.instant()));
            Instant end = certificate.getNotAfter().toInstant();
            if (end.isBefore(clock.instant().plus(WARNED_BEFORE))) {
                log.warn("The certificate that testing machines see expires on {}: {}", end, file);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private static boolean holdsKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(KeyStore store, String alias) {
        try {
            return (X509Certificate) store.getCertificate(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
