package org.jianzheng.sampling.mark;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param baseUrl what the addresses in QR codes begin with
 * @param marks how marks of specimens are made
 */
@ConfigurationProperties("jianzheng")
record MarkSettings(@DefaultValue("http://localhost:8080") URI baseUrl, Marks marks) {

    /** @param key secret of the check characters: at least 32 characters, the same on every node and for good */
    record Marks(String key) {}

    MarkSettings {
        if (marks == null || marks.key() == null || marks.key().length() < 32) {
            throw new IllegalArgumentException(
                    "jianzheng.marks.key is missing or shorter than 32 characters: marks of specimens need a secret key."
                            + " Set it (for instance by the environment variable JIANZHENG_MARKS_KEY) and keep it");
        }
    }
}
