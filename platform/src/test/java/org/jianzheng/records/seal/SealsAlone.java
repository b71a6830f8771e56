package org.jianzheng.records.seal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.records.key.KeySettings;
import org.jianzheng.records.key.RecordSettings;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.DemoKeys;

/** The seals of the demo city without a platform around them, for measuring. */
public final class SealsAlone {

    private SealsAlone() {}

    public static Seals in(Path folder) {
        Map<String, String> configured = DemoKeys.in(folder, DemoCity.LABS);
        Map<String, KeySettings> keys = DemoCity.LABS.keySet().stream()
                .collect(Collectors.toMap(lab -> lab, lab -> key(configured, "jianzheng.seals." + lab)));
        var settings = new RecordSettings(URI.create("https://jianzheng.example.org"), keys, null);
        return new Seals(new SealKeys(settings, Clock.systemUTC()), new PdfCertifier(Clock.systemUTC()));
    }

    private static KeySettings key(Map<String, String> configured, String name) {
        return new KeySettings(Path.of(configured.get(name + ".keystore")), configured.get(name + ".password"));
    }
}
