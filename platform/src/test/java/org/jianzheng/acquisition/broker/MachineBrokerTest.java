package org.jianzheng.acquisition.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.jianzheng.acquisition.login.MachineLogins;
import org.jianzheng.acquisition.login.MachineLogins.LoggedIn;
import org.jianzheng.support.line.LineKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.util.TestSocketUtils;

/** The broker inside by itself, over TLS. */
class MachineBrokerTest {

    private static final String CODE = "BJ01-YL-01";
    private static final String SECRET = "its secret";

    @TempDir
    Path folder;

    private final MachineLogins logins = mock();
    private final int tlsPort = TestSocketUtils.findAvailableTcpPort();
    private MachineBroker broker;

    @BeforeEach
    void oneMachineHasALogin() {
        when(logins.check(any(), any())).thenReturn(Optional.empty());
        when(logins.check(CODE, SECRET)).thenReturn(Optional.of(new LoggedIn(CODE, "BJ01")));
    }

    @AfterEach
    void stops() {
        if (broker != null) {
            broker.stop();
        }
    }

    private void start(String keyStore, String password) {
        broker = new MachineBroker(
                new BrokerSettings(
                        true, "", "", "", folder.resolve("broker"), "127.0.0.1", 0, tlsPort, keyStore, password),
                logins,
                Clock.systemUTC());
        broker.start();
    }

    private String keyStore() {
        return LineKeys.in(folder).get("jianzheng.machines.key-store");
    }

    private Mqtt3BlockingClient client(Path authority) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(authority)) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return Mqtt3Client.builder()
                .identifier(CODE)
                .serverHost("127.0.0.1")
                .serverPort(tlsPort)
                .sslConfig()
                .trustManagerFactory(trust)
                .applySslConfig()
                .buildBlocking();
    }

    private static void connect(Mqtt3BlockingClient client) {
        client.connectWith()
                .simpleAuth()
                .username(CODE)
                .password(SECRET.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
    }

    private static void publish(Mqtt3BlockingClient client, String run) {
        client.publishWith()
                .topic("jz/v1/BJ01/" + CODE + "/run/" + run + "/begin")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload("{}".getBytes(StandardCharsets.UTF_8))
                .send();
    }

    @Test
    void aMachineSendsOverTlsToAServerWhoseCertificateItTrusts() throws Exception {
        start(keyStore(), LineKeys.PASSWORD);
        Mqtt3BlockingClient machine = client(LineKeys.authority(folder));
        connect(machine);
        publish(machine, "r1");
        await().untilAsserted(() -> assertThat(broker.waitingSince()).isPresent());
        machine.disconnect();
    }

    @Test
    void aMachineTurnsAwayFromAServerWhoseCertificateIsOfAnotherAuthority() throws Exception {
        start(keyStore(), LineKeys.PASSWORD);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        LineKeys.in(elsewhere);
        Mqtt3BlockingClient machine = client(LineKeys.authority(elsewhere));
        assertThatThrownBy(() -> connect(machine))
                .hasCauseInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("PKIX");
    }

    @Test
    void doesNotStartWithACertificateThatMachinesCouldNotSee() throws Exception {
        assertThatThrownBy(() -> start(keyStore(), "wrong"))
                .hasMessageContaining("jianzheng.machines.key-store")
                .hasMessageContaining("password");
        assertThatThrownBy(() -> start(folder.resolve("missing.p12").toString(), ""))
                .hasMessageContaining("missing.p12");
        Path old = Files.createDirectory(folder.resolve("old"));
        String expired = LineKeys.in(
                        old,
                        Instant.now().minus(Duration.ofDays(9)),
                        Instant.now().minus(Duration.ofDays(1)))
                .get("jianzheng.machines.key-store");
        assertThatThrownBy(() -> start(expired, LineKeys.PASSWORD)).hasMessageContaining("NotAfter");
        assertThatThrownBy(() -> start("", "")).hasMessageContaining("jianzheng.machines.tls-port");
        broker = null;
    }

    @Test
    void anAddressOfARunLastsUntilTheBrokerBeginsAnewAndWhatWaitsStays() throws Exception {
        start(keyStore(), LineKeys.PASSWORD);
        Mqtt3BlockingClient machine = client(LineKeys.authority(folder));
        connect(machine);
        for (int run = 0; run < 20; run++) {
            publish(machine, "r" + run);
        }
        machine.disconnect();
        assertThat(broker.addresses()).isGreaterThanOrEqualTo(20);
        broker.stop();
        broker.start();
        assertThat(broker.addresses()).isLessThan(10);
        await().untilAsserted(() -> assertThat(broker.waitingSince()).isPresent());
    }
}
