package org.jianzheng.console.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Requests that the server itself turns away, because their address is too long or badly written, get a page all the same. */
@Configuration(proxyBeanMethods = false)
class UnreadableRequests {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> pageForUnreadableRequests() {
        return factory -> factory.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(Page.class.getName()));
    }

    /** Of whoever asks nothing is known here, not even the language: the page has both. Made by Tomcat, by name. */
    public static class Page extends ErrorReportValve {

        private static final byte[] HTML = read();

        @Override
        protected void report(Request request, Response response, Throwable thrown) {
            if (response.getStatus() >= 500) {
                super.report(request, response, thrown);
                return;
            }
            // Only where nobody has answered yet; Tomcat's own rule.
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType("text/html");
                response.setCharacterEncoding(StandardCharsets.UTF_8.name());
                response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'");
                response.getOutputStream().write(HTML);
                response.finishResponse();
            } catch (IOException gone) {
                container.getLogger().debug("The reader has gone", gone);
            }
        }

        private static byte[] read() {
            try {
                return new ClassPathResource("static/unreadable.html").getContentAsByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
