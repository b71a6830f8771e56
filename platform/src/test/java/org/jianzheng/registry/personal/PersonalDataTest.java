package org.jianzheng.registry.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Clause("7.1.1")
class PersonalDataTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String KEY = base64("0123456789abcdef0123456789abcdef");
    private static final String OTHER = base64("fedcba9876543210fedcba9876543210");
    private static final String NUMBER = "11010519491231002X";

    private final PersonalData data = new PersonalData(new PersonalDataSettings("k1", Map.of("k1", KEY), OTHER));

    @Test
    void whatIsSealedOpensAgainAndShowsNothingOfItself() {
        PersonalData.Sealed sealed = data.seal(IdNumber.of(NUMBER, TODAY));
        assertThat(data.open(sealed.cipher())).isEqualTo(NUMBER);
        assertThat(sealed.cipher()).startsWith("k1:").doesNotContain(NUMBER);
        assertThat(sealed.masked()).isEqualTo("1101************2X");
        assertThat(sealed.toString()).doesNotContain(NUMBER);
    }

    @Test
    void theSameNumberIsFoundAgainButNeverSealedTheSameWay() {
        PersonalData.Sealed once = data.sealPhone("13917002746");
        PersonalData.Sealed again = data.sealPhone("13917002746");
        assertThat(again.hash()).isEqualTo(once.hash());
        assertThat(again.cipher()).isNotEqualTo(once.cipher());
        assertThat(once.masked()).isEqualTo("139****2746");
        PersonalData elsewhere = new PersonalData(new PersonalDataSettings("k1", Map.of("k1", KEY), KEY));
        assertThat(elsewhere.sealPhone("13917002746").hash()).isNotEqualTo(once.hash());
    }

    @Test
    void aSealedTextThatWasChangedDoesNotOpen() {
        String cipher = data.sealPhone("13917002746").cipher();
        byte[] bytes = Base64.getDecoder().decode(cipher.substring(3));
        bytes[bytes.length - 1] ^= 1;
        String changed = "k1:" + Base64.getEncoder().encodeToString(bytes);
        assertThatThrownBy(() -> data.open(changed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOlderKeyStillOpensWhatItSealed() {
        String cipher = data.sealPhone("13917002746").cipher();
        PersonalData later = new PersonalData(new PersonalDataSettings("k2", Map.of("k1", KEY, "k2", OTHER), OTHER));
        assertThat(later.open(cipher)).isEqualTo("13917002746");
        assertThat(later.sealPhone("1").cipher()).startsWith("k2:");
        PersonalData without = new PersonalData(new PersonalDataSettings("k2", Map.of("k2", OTHER), OTHER));
        assertThatThrownBy(() -> without.open(cipher)).hasMessageContaining("jianzheng.personal-data.keys");
    }

    @ParameterizedTest
    @CsvSource({", k1", "k2, k1"})
    void withoutACurrentKeyThePlatformDoesNotStart(String current, String listed) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new PersonalDataSettings(current, Map.of(listed, KEY), KEY))
                .withMessageContaining("jianzheng.personal-data.current-key");
    }

    @Test
    void aShortOrMissingKeyIsNamedButNotShown() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new PersonalDataSettings("k1", Map.of("k1", "c2hvcnQ="), KEY))
                .withMessageContaining("jianzheng.personal-data.keys.k1")
                .withMessageNotContaining("c2hvcnQ=");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new PersonalDataSettings("k1", Map.of("k1", KEY), null))
                .withMessageContaining("hash-key");
        assertThat(new PersonalDataSettings("k1", Map.of("k1", KEY), KEY).toString())
                .doesNotContain(KEY);
    }

    @Test
    void anIdentityNumberTellsTheSexAndHidesTheBirth() {
        IdNumber number = IdNumber.of(" 11010519491231002x ", TODAY);
        assertThat(number.digits()).isEqualTo(NUMBER);
        assertThat(number.sex()).isEqualTo("女");
        assertThat(number.toString()).isEqualTo("1101************2X");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "11010519491231002", "110105194912310021", "01010519491231002X", "一二三", "1101051949123100２X"
            })
    void whatIsNoIdentityNumberIsRefused(String typed) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> IdNumber.of(typed, TODAY));
    }

    @ParameterizedTest
    @CsvSource({"110105194902310026", "110105209912310029", "110105189912310023"})
    void aDayOfBirthThatCannotBeIsRefused(String typed) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> IdNumber.of(typed, TODAY))
                .withMessage("registration.id.born");
    }

    @Test
    void anyOneWrongDigitIsFound() {
        for (int place = 0; place < 17; place++) {
            String wrong = withOtherDigit(place);
            assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> IdNumber.of(wrong, TODAY));
            assertThat(IdNumber.distance(NUMBER, wrong)).isEqualTo(1);
        }
    }

    private static String withOtherDigit(int place) {
        char digit = NUMBER.charAt(place);
        char other = digit == '9' ? '1' : (char) (digit + 1);
        return NUMBER.substring(0, place) + other + NUMBER.substring(place + 1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
