package org.jianzheng.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jianzheng.records.ledger.PdfBombs;
import org.jianzheng.support.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Whatever strangers send to be verified, the answer is theirs to understand: never a fault of the platform. */
class MalformedVerificationModuleTest extends SignedReport {

    // Of addresses of its own, since one may not ask for so much.
    private static final RequestPostProcessor ELSEWHERE = request -> {
        request.setRemoteAddr("198.51.100." + Math.floorMod(System.nanoTime(), 250L));
        return request;
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token\":\"a\",\"token\":\"b\"}",
                "{\"token\":[\"a\"]}",
                "{\"token\":{}}",
                "{\"token\":null}",
                "{\"token\":\"a\"} trailing",
                "{\"other\":\"a\"}",
                "[]",
                "\"a\"",
                "null",
                "1e999999999",
                "{",
                "",
                "\u0000",
                "{\"token\":\"a\"",
            })
    void aBodyThatIsNoQuestionIsRefusedAsSuch(String body) throws Exception {
        var answer = send(json(body));
        assertThat(answer.getStatus()).as(body).isBetween(400, 422);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
    }

    @Test
    void aQuestionThatIsTooLongOrTooDeepIsRefusedToo() throws Exception {
        var answer = send(json("{\"token\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
        assertThat(answer.getStatus()).isEqualTo(400);
        for (String odd : List.of("1", "\"\\u0000\"", "\"\\ud800\"")) {
            assertThat(send(json("{\"token\":" + odd + "}")).getContentAsString())
                    .contains("TOKEN_FORGED");
        }
        assertThat(send(json("{\"token\":\"" + "A".repeat(100_000) + "\"}")).getContentAsString())
                .contains("TOKEN_FORGED");
    }

    @Test
    void noOtherTypeIsTakenForOne() throws Exception {
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "x/y")) {
            var answer = send(post("/api/verifications").contentType(type).content("{}"));
            assertThat(answer.getStatus()).as(type).isEqualTo(415);
            assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        }
        assertThat(send(json("{\"token\":\"a\"}").accept(MediaType.APPLICATION_XML))
                        .getStatus())
                .isEqualTo(406);
    }

    @Test
    void whatARandomHandMakesOfAGoodQuestionIsAnsweredWithoutAFault() throws Exception {
        var mutations = new Mutations(20261129);
        byte[] json = ("{\"token\":\"" + token() + "\"}").getBytes(StandardCharsets.UTF_8);
        byte[] pdf = pdf();
        for (int i = 0; i < 60; i++) {
            assertThat(send(post("/api/verifications")
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .content(mutations.of(json)))
                            .getStatus())
                    .as("JSON %d", i)
                    .isLessThan(500);
            byte[] other = mutations.of(pdf);
            var answer = send(multipart("/api/verifications").file(file(other)));
            assertThat(answer.getStatus()).as("PDF %d", i).isEqualTo(200);
            // A hand may put back what stood there.
            assertThat(answer.getContentAsString()).contains("\"valid\":" + Arrays.equals(other, pdf));
        }
    }

    @Test
    void filesThatAreMadeToHarmAReaderHarmNobody() throws Exception {
        var harmful = new ArrayList<byte[]>();
        harmful.add(PdfBombs.xrefStream(1 << 28));
        harmful.add("%PDF-1.7\n".repeat(1000).getBytes(StandardCharsets.US_ASCII));
        harmful.add(("%PDF-1.7 " + "[".repeat(500_000)).getBytes(StandardCharsets.US_ASCII));
        harmful.add(
                ("/ByteRange [0 1 3 4]/Contents <" + "3080".repeat(10_000) + ">").getBytes(StandardCharsets.US_ASCII));
        harmful.add("/ByteRange [-1 99999999999999 0 0]".getBytes(StandardCharsets.US_ASCII));
        harmful.add(sealed("3080".repeat(15_000)));
        harmful.add(sealed("30" + "84ffffffff".repeat(1000)));
        harmful.add(new byte[] {'P', 'K', 3, 4});
        for (byte[] each : harmful) {
            var answer = send(multipart("/api/verifications").file(file(each)));
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getContentAsString()).contains("\"valid\":false");
            assertThat(send(multipart("/v").file(file(each))).getStatus()).isEqualTo(200);
        }
        assertThat(send(multipart("/v")).getStatus()).isEqualTo(400);
        assertThat(send(multipart("/api/verifications").file("other", new byte[1]))
                        .getStatus())
                .isEqualTo(422);
    }

    /** Offsets that fit, around such a signature. */
    private static byte[] sealed(String contents) {
        String head = "%PDF-1.7\n1 0 obj<</Type/Sig/Contents ";
        String range = "/ByteRange [0 %d %d %d]";
        String tail = ">>endobj\n%%EOF";
        int from = head.length();
        int until = from + contents.length() + 2;
        String written = range.formatted(from, until, 100 + tail.length());
        return (head + "<" + contents + ">" + " ".repeat(100 - written.length()) + written + tail)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static MockHttpServletRequestBuilder json(String body) {
        return post("/api/verifications")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private MockHttpServletResponse send(org.springframework.test.web.servlet.RequestBuilder request) throws Exception {
        var built = (org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?>) request;
        return browser.perform(built.with(ELSEWHERE)).andReturn().getResponse();
    }
}
