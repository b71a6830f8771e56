package org.jianzheng.records.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.token.ReportFacts;
import org.jianzheng.records.token.ReportTokens;
import org.jianzheng.records.token.TokenReading;
import org.jianzheng.records.token.TokenReading.Status;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Clause({"4.2.2.1", "5.3.1"})
class ReportTokensTest {

    static final String BASE = "https://jiance.zjj.baoji.example.gov.cn";

    @TempDir
    static Path folder;

    static ReportTokens tokens;

    ReportFacts facts = new ReportFacts(
            "BJ01-HNT-2026-00001",
            "BJ01",
            LocalDate.of(2026, 11, 23),
            "PASS",
            Sha256.sha256("report".getBytes(StandardCharsets.UTF_8)),
            UUID.randomUUID(),
            "developers/WBJT",
            "BJ-2026-XM-0001");

    @BeforeAll
    static void keys() {
        tokens = tokens("city", BASE);
    }

    @Test
    void readsBackWhatWasSigned() {
        TokenReading reading = tokens.read(tokens.sign(facts));

        assertThat(reading.genuine()).isTrue();
        assertThat(reading.facts()).usingRecursiveComparison().isEqualTo(facts);
    }

    @Test
    void fitsIntoAPrintableQrCode() {
        String url = tokens.verifyUrl(tokens.sign(facts));

        assertThat(url).startsWith(BASE + "/v/").hasSizeLessThanOrEqualTo(320);
    }

    @Test
    void refusesAnAddressTooLongToPrint() {
        ReportTokens elsewhere = tokens("city", BASE + "/a-path".repeat(12));

        assertThatThrownBy(() -> elsewhere.sign(facts))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("records.token.tooLong"));
    }

    @Test
    void everyChangedByteMakesItForged() {
        byte[] genuine = Base64.getUrlDecoder().decode(tokens.sign(facts));
        for (int i = 0; i < genuine.length; i++) {
            byte[] changed = genuine.clone();
            changed[i] ^= 1;
            TokenReading reading =
                    tokens.read(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));

            assertThat(reading.status()).as("byte %d", i).isNotEqualTo(Status.GENUINE);
            assertThat(reading.facts()).isNull();
        }
    }

    @Test
    void tellsAnotherPlatformsKeyFromAForgery() {
        assertThat(tokens.read(tokens("stranger", BASE).sign(facts)).status()).isEqualTo(Status.UNKNOWN_KEY);
    }

    @Test
    void readsRubbishAsForged() {
        for (String rubbish : new String[] {"", "x", "....", "AAAA".repeat(60), "汉字", "a".repeat(100_000)}) {
            assertThat(tokens.read(rubbish).status()).isEqualTo(Status.FORGED);
        }
        assertThat(tokens.read(null).status()).isEqualTo(Status.FORGED);
    }

    @Test
    void hasOneSpellingOnly() {
        String token = tokens.sign(facts);

        assertThat(tokens.read(token + "=").status()).isEqualTo(Status.FORGED);
        assertThat(tokens.read(token + "==").status()).isEqualTo(Status.FORGED);
    }

    @Test
    void showsTheClientAndTheProjectToNobodyElse() {
        byte[] bytes = Base64.getUrlDecoder().decode(tokens.sign(facts));
        String readable = new String(bytes, StandardCharsets.ISO_8859_1);

        assertThat(readable)
                .contains("BJ01-HNT-2026-00001")
                .doesNotContain("WBJT")
                .doesNotContain("XM-0001");
    }

    static ReportTokens tokens(String keys, String base) {
        return TokensAlone.in(folder.resolve(keys), base);
    }
}
