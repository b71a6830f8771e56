package org.jianzheng.records.key;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jianzheng.records.token.ReportTokens;
import org.jianzheng.support.DemoKeys;

/** Tokens without a platform around them, signed with keys of that folder. */
public final class TokensAlone {

    private TokensAlone() {}

    public static ReportTokens in(Path folder, String baseUrl) {
        var configured = DemoKeys.in(folder, Map.of());
        var key = new KeySettings(
                Path.of(configured.get("jianzheng.token.keystore")), configured.get("jianzheng.token.password"));
        var settings = new RecordSettings(URI.create(baseUrl), Map.of(), key);
        return new ReportTokens(new PlatformKeys(settings, Clock.systemUTC()), settings);
    }
}
