package org.jianzheng.local;

import java.nio.file.Path;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jianzheng.support.line.LineKeys;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** The platform's pages by HTTPS as well, under a certificate that is made at the first start. */
final class SiteConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final SiteAddress site;
    private final Path keys;

    SiteConnector(SiteAddress site, Path keys) {
        this.site = site;
        this.keys = keys;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        Connector connector = new Connector(Http11NioProtocol.class.getName());
        connector.setPort(site.port());
        connector.setScheme("https");
        connector.setSecure(true);
        Http11NioProtocol protocol = (Http11NioProtocol) connector.getProtocolHandler();
        protocol.setSSLEnabled(true);
        protocol.setCompression("on");
        SSLHostConfig hosts = new SSLHostConfig();
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(hosts, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystoreFile(
                LineKeys.ofSite(keys, site.host()).toAbsolutePath().toString());
        certificate.setCertificateKeystorePassword(LineKeys.PASSWORD);
        certificate.setCertificateKeystoreType("PKCS12");
        hosts.addCertificate(certificate);
        connector.addSslHostConfig(hosts);
        factory.addAdditionalTomcatConnectors(connector);
    }
}
