package org.jianzheng.notice.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What browsers are sent is what RFC 8291 says. */
class PushEncryptionTest {

    private static final String RECEIVER =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String SENDER =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";

    /** Appendix A. */
    @Test
    void theExampleOfTheStandardIsReproduced() throws Exception {
        byte[] sender = Base64.getUrlDecoder().decode(SENDER);
        ECKey own = new ECKey.Builder(
                        Curve.P_256,
                        Base64URL.encode(Arrays.copyOfRange(sender, 1, 33)),
                        Base64URL.encode(Arrays.copyOfRange(sender, 33, 65)))
                .d(new Base64URL("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"))
                .build();
        byte[] encrypted = PushEncryption.encrypt(
                "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8),
                BrowserKeys.of(RECEIVER, AUTH).orElseThrow(),
                new KeyPair(own.toECPublicKey(), own.toECPrivateKey()),
                Base64.getUrlDecoder().decode("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(encrypted))
                .isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                        + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                        + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void whatIsNoKeyOfABrowserIsRefused() {
        assertThat(BrowserKeys.of(RECEIVER, AUTH)).isPresent();
        String offTheCurve = RECEIVER.substring(0, 80) + "AAAAAAA";
        List.of("", "AA", offTheCurve, "C" + RECEIVER.substring(1), RECEIVER + "AA", "é".repeat(87), "A".repeat(87))
                .forEach(key -> assertThat(BrowserKeys.of(key, AUTH)).as(key).isEmpty());
        List.of("", "AA", AUTH + "AAAA", "+/+/+/+/+/+/+/+/+/+/+/", " ")
                .forEach(auth ->
                        assertThat(BrowserKeys.of(RECEIVER, auth)).as(auth).isEmpty());
        assertThat(BrowserKeys.of(null, null)).isEmpty();
    }

    @Test
    void theKeyOfTheServerIsOneNumberInTheConfiguration() {
        // The sender's of the example: the public half follows from the private one.
        String secret = Base64.getEncoder()
                .encodeToString(Base64.getUrlDecoder().decode("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"));
        assertThat(new VapidKey(secret, "mailto:a@b.example").known()).isEqualTo(SENDER);
        String zero = Base64.getEncoder().encodeToString(new byte[32]);
        byte[] large = new byte[32];
        Arrays.fill(large, (byte) 0xff);
        String beyond = Base64.getEncoder().encodeToString(large);
        List.of("", "no key", zero, beyond)
                .forEach(key -> assertThatThrownBy(() -> new VapidKey(key, "mailto:a@b.example"))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("jianzheng.push.key")
                        .hasMessageNotContaining(key.isEmpty() ? "\n" : key));
        assertThatThrownBy(() -> new PushSettings(secret, null, List.of()))
                .hasMessageContaining("jianzheng.push.subject");
    }
}
