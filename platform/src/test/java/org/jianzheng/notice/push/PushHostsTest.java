package org.jianzheng.notice.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The platform posts to push services and to nobody else, whatever a browser says. */
class PushHostsTest {

    private final PushHosts hosts = new PushHosts(
            List.of("fcm.googleapis.com", "*.push.apple.com", "https://push.intern:8443", "http://127.0.0.1:9000"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/abc:def_-1",
                "https://fcm.googleapis.com:443/wp/x?y=z",
                "https://web.push.apple.com/QGk",
                "https://a.b.push.apple.com/QGk",
                "https://push.intern:8443/x",
                "http://127.0.0.1:9000/x"
            })
    void whatTheConfigurationNamesIsAPushService(String endpoint) {
        assertThat(hosts.endpoint(endpoint)).contains(URI.create(endpoint));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://fcm.googleapis.com",
                "https://fcm.googleapis.com/",
                "http://fcm.googleapis.com/x",
                "HTTPS://fcm.googleapis.com/x",
                "ftp://fcm.googleapis.com/x",
                "file:///etc/passwd",
                "https:fcm.googleapis.com/x",
                "//fcm.googleapis.com/x",
                "https://fcm.googleapis.com:8443/x",
                "https://fcm.googleapis.com:80/x",
                "https://fcm.googleapis.com./x",
                "https://FCM.googleapis.com/x",
                "https://fcm.googleapis.com@127.0.0.1/x",
                "https://u:p@fcm.googleapis.com/x",
                "https://127.0.0.1/fcm.googleapis.com",
                "https://127.0.0.1:443/x",
                "https://127.1/x",
                "https://2130706433/x",
                "https://0x7f.1/x",
                "https://[::1]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://localhost/x",
                "https://169.254.169.254/latest/meta-data/",
                "https://metadata.google.internal/x",
                "https://fcm.googleapis.com.evil.example/x",
                "https://evilfcm.googleapis.com/x",
                "https://evil.example/fcm.googleapis.com/x",
                "https://evil.example#fcm.googleapis.com/x",
                "https://evil.example?fcm.googleapis.com/x",
                "https://fcm.googleapis.com#@evil.example/x",
                "https://evil.example\\@fcm.googleapis.com/x",
                "https://fcm.googleapis.com\\.evil.example/x",
                "https://fcm.googleapis.com%2eevil.example/x",
                "https://fcm.googleapis.com%00.evil.example/x",
                "https://fcm.googleapis.com\t/x",
                "https://fcm.googleapis.com/x\r\nHost: evil",
                "https://fcm。googleapis。com/x",
                "https://push.apple.com/x",
                "https://evilpush.apple.com/x",
                "https://.push.apple.com.evil.example/x",
                "https://push.intern/x",
                "https://push.intern:8444/x",
                "http://push.intern:8443/x",
                "http://127.0.0.1:9001/x",
                "http://127.0.0.1/x",
                "http://localhost:9000/x",
                "https://127.0.0.1:9000/x",
                "http://127.0.0.1:9000@evil.example/x"
            })
    void everythingElseIsNone(String endpoint) {
        assertThat(hosts.endpoint(endpoint)).isEmpty();
    }

    @Test
    void neitherIsWhatIsPutTogetherOfPartsOfBoth() {
        Random random = new Random(8030);
        String[] parts = {
            "https",
            "http",
            ":",
            "//",
            "/",
            "@",
            "#",
            "?",
            "\\",
            ".",
            "..",
            "%2e",
            "%40",
            ";",
            "[",
            "]",
            "::1",
            "127.0.0.1",
            "9000",
            "443",
            "8443",
            "fcm.googleapis.com",
            "push.apple.com",
            "push.intern",
            "evil.example",
            "localhost",
            "x",
            " ",
            "\0"
        };
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "https://" : "");
            random.ints(1 + random.nextInt(9), 0, parts.length).forEach(part -> text.append(parts[part]));
            hosts.endpoint(text.toString()).ifPresent(found -> assertThat(found)
                    .as(text.toString())
                    .satisfiesAnyOf(
                            uri -> assertThat(uri.getScheme() + uri.getHost() + uri.getPort())
                                    .matches("https(fcm\\.googleapis\\.com|[a-z0-9.-]+\\.push\\.apple\\.com)(-1|443)"),
                            uri -> assertThat(PushHosts.origin(uri))
                                    .isIn("https://push.intern:8443", "http://127.0.0.1:9000"))
                    .satisfies(uri -> assertThat(uri.getUserInfo()).isNull()));
        }
    }

    @Test
    void anEndpointHasItsLength() {
        String prefix = "https://fcm.googleapis.com/";
        assertThat(hosts.endpoint(prefix + "x".repeat(PushHosts.LONGEST - prefix.length())))
                .isPresent();
        assertThat(hosts.endpoint(prefix + "x".repeat(PushHosts.LONGEST - prefix.length() + 1)))
                .isEmpty();
        assertThat(hosts.endpoint(null)).isEmpty();
    }

    /** A service's name that somebody leads into the city's own network leads nowhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.1",
                "198.18.0.1",
                "198.19.9.9",
                "224.0.0.1",
                "255.255.255.255",
                "240.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fdff::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::"
            })
    void addressesThatAreNotPublicAreNotPostedTo(String address) throws Exception {
        assertThat(PushHosts.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "142.250.1.1",
                "100.63.0.1",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "198.17.0.1",
                "2607:f8b0::1",
                "2400::1"
            })
    void publicOnesAre(String address) throws Exception {
        assertThat(PushHosts.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void aNameThatLeadsToThisMachineIsNotPostedToButTheOperatorsOwnOriginIs() throws Exception {
        assertThat(new PushHosts(List.of("localhost.localdomain")).isReachable(URI.create("https://localhost/x")))
                .isFalse();
        assertThat(hosts.isReachable(URI.create("http://127.0.0.1:9000/x"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "*.",
                "com",
                "127.0.0.1",
                "10.0.0.1",
                "FCM.googleapis.com",
                "fcm.googleapis.com/",
                "a.b:443",
                "*.*.com",
                "http://push.intern",
                "https://push.intern/",
                "https://push.intern/x",
                "ftp://push.intern",
                "https://u@push.intern"
            })
    void aConfigurationThatNamesNoHostStopsTheStart(String entry) {
        assertThatThrownBy(() -> new PushHosts(List.of(entry)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("jianzheng.push.hosts");
    }
}
