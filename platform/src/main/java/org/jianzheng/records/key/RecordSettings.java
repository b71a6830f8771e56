package org.jianzheng.records.key;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The platform's own keys and address.
 *
 * @param baseUrl what the addresses in QR codes begin with, without a slash at the end
 * @param seals key of each laboratory's seal by its code
 * @param token key of report tokens and ledger checkpoints: P-256
 */
@ConfigurationProperties("jianzheng")
public record RecordSettings(
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @DefaultValue Map<String, KeySettings> seals,
        KeySettings token) {}
