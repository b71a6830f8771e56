package org.jianzheng.testing;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What testing reads from the configuration.
 *
 * @param baseUrl the site's address without a slash at the end; Tasklist frames a page by its whole address only
 */
@ConfigurationProperties("jianzheng")
record TestingSettings(@DefaultValue("http://localhost:8080") URI baseUrl) {

    /** Where the curves of a case are, for the frame in a form; empty where Tasklist shows none: it frames secure addresses only. */
    String frame(String caseId) {
        return "https".equals(baseUrl.getScheme()) ? baseUrl + "/tests/" + caseId + "/curves" : "";
    }

    /** The same as a picture, which stands in for the frame. */
    String picture(String caseId) {
        return frame(caseId).isEmpty() ? baseUrl + "/tests/" + caseId + "/curves.png" : "";
    }
}
