package org.jianzheng.records.key;

import java.security.KeyStore.PrivateKeyEntry;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The keys of report tokens and checkpoints: the first signs, all are believed. */
@Component
public class PlatformKeys {

    private final List<PlatformKey> keys;

    PlatformKeys(RecordSettings settings, Clock clock) {
        if (settings.token() == null) {
            LoggerFactory.getLogger(PlatformKeys.class)
                    .warn("No report can be issued and no checkpoint signed: set jianzheng.token.keystore");
        }
        this.keys = settings.token() == null
                ? List.of()
                : KeyStores.load("the platform", settings.token(), clock).stream()
                        .map((PrivateKeyEntry entry) -> new PlatformKey(entry))
                        .toList();
    }

    public Optional<PlatformKey> current() {
        return keys.stream().findFirst();
    }

    /** All that are believed, the one that signs first. */
    public List<PlatformKey> all() {
        return keys;
    }

    public Optional<PlatformKey> byHexId(String id) {
        return keys.stream().filter(key -> key.hexId().equals(id)).findFirst();
    }

    public Optional<PlatformKey> byId(byte[] id) {
        return keys.stream().filter(key -> Arrays.equals(key.id(), id)).findFirst();
    }
}
