package org.jianzheng.console.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Requests that the server itself turns away, because their address is too long or badly written, get a page all the same;
 * so does whatever is left without an answer. Never the server's own page, which tells how it failed. */
@Configuration(proxyBeanMethods = false)
class UnreadableRequests {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> pageForUnreadableRequests() {
        return factory -> factory.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(Page.class.getName()));
    }

    /** Of whoever asks nothing is known here, not even the language: the pages have both. Made by Tomcat, by name. */
    public static class Page extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, Throwable thrown) {
            // Only where nobody has answered yet; Tomcat's own rule.
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                StandingPage.of(response.getStatus()).writeTo(response.getResponse());
                response.finishResponse();
            } catch (IOException gone) {
                container.getLogger().debug("The reader has gone", gone);
            }
        }
    }
}
