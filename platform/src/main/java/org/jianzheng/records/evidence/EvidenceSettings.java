package org.jianzheng.records.evidence;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where evidence files live.
 *
 * @param folder shared by all nodes; backed up with the database
 */
@ConfigurationProperties("jianzheng.evidence")
public record EvidenceSettings(Path folder) {

    public EvidenceSettings {
        if (folder == null) {
            throw new IllegalStateException(
                    "Set jianzheng.evidence.folder to the folder that keeps the evidence files");
        }
    }
}
