package org.jianzheng.testing;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Which build calculated: a result says so for as long as it is kept. */
@Component
class SoftwareVersion {

    private final String version;

    SoftwareVersion(ObjectProvider<BuildProperties> build) {
        BuildProperties known = build.getIfAvailable();
        version = known == null ? "development" : known.getVersion() + " (" + known.getTime() + ")";
    }

    String version() {
        return version;
    }
}
