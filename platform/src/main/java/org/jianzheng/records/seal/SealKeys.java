package org.jianzheng.records.seal;

import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.records.key.KeyStores;
import org.jianzheng.records.key.RecordSettings;
import org.springframework.stereotype.Component;

/** The laboratories' keys as configured; a key that has expired keeps the platform from starting. */
@Component
class SealKeys {

    private final Map<String, List<PrivateKeyEntry>> byLab = new HashMap<>();

    SealKeys(RecordSettings settings, Clock clock) {
        settings.seals()
                .forEach((lab, key) -> byLab.put(lab, KeyStores.load("the seal of laboratory " + lab, key, clock)));
    }

    Optional<SealKey> of(String labCode) {
        return Optional.ofNullable(byLab.get(labCode)).map(keys -> new SealKey(keys.get(0)));
    }

    /** The laboratory that holds, or held before, the key of this certificate. */
    Optional<String> labOf(Certificate certificate) {
        return byLab.entrySet().stream()
                .filter(lab -> lab.getValue().stream()
                        .anyMatch(key -> key.getCertificate().equals(certificate)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Is the certificate of these bytes that of a laboratory? */
    boolean holds(byte[] certificate) {
        return byLab.values().stream()
                .flatMap(List::stream)
                .anyMatch(key -> Arrays.equals(encoded(key.getCertificate()), certificate));
    }

    private static byte[] encoded(Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
