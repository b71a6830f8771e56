package org.jianzheng.reporting.issuing;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What reporting reads from the configuration.
 *
 * @param baseUrl the site's address without a slash at the end; Tasklist shows the preview by its whole address only
 */
@ConfigurationProperties("jianzheng")
public record ReportingSettings(@DefaultValue("http://localhost:8080") URI baseUrl) {

    /** What a browser shows of the address: printed beside the code, so that a site that merely looks alike is noticed. */
    String site() {
        return baseUrl.getAuthority();
    }
}
