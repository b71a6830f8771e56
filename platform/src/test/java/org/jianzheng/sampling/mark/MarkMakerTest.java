package org.jianzheng.sampling.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Test;

@Clause("5.4.6")
class MarkMakerTest {

    private final MarkMaker marks = maker("0123456789abcdef0123456789abcdef");

    @Test
    void everyMarkIsNewAndReadsAsItself() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String mark = marks.make();
            assertThat(mark).matches("[0-9A-HJKMNP-TV-Z]{30}");
            assertThat(made.add(mark)).isTrue();
            assertThat(marks.read(mark)).contains(mark);
        }
    }

    @Test
    void readsItsAddressAnyCaseAndWhatLooksAlike() {
        String mark = marks.make();
        assertThat(marks.url(mark)).isEqualTo("https://jz.example/s/" + mark);
        assertThat(marks.read(" " + marks.url(mark).toLowerCase(java.util.Locale.ROOT) + "\n"))
                .contains(mark);
        assertThat(marks.read(mark.replace('0', 'o').replace('1', 'l'))).contains(mark);
        assertThat(marks.read(mark.substring(0, 10) + "-" + mark.substring(10))).contains(mark);
        assertThat(marks.read(fullWidth(mark) + "\u200b")).contains(mark);
    }

    @Test
    void marksTypedAsTheyArePrintedAreReadGroupsTogether() {
        List<String> made = List.of(marks.make(), marks.make(), marks.make());
        assertThat(marks.read(MarkMaker.grouped(made.get(0)))).contains(made.get(0));
        String printed = made.stream().map(MarkMaker::grouped).collect(Collectors.joining("\n"));
        assertThat(MarkMaker.codes(printed)).isEqualTo(made);
        assertThat(MarkMaker.codes(made.get(0) + "，" + MarkMaker.grouped(made.get(1)) + " " + made.get(2)))
                .isEqualTo(made);
        assertThat(MarkMaker.codes("ABCDE FGHJK")).containsExactly("ABCDE", "FGHJK");
        assertThat(MarkMaker.codes(" \n ")).isEmpty();
    }

    @Test
    void anyChangedCharacterFailsItsCheck() {
        String mark = marks.make();
        int passed = 0;
        for (int i = 0; i < mark.length(); i++) {
            char other = mark.charAt(i) == 'A' ? 'B' : 'A';
            passed += marks.read(mark.substring(0, i) + other + mark.substring(i + 1))
                            .isPresent()
                    ? 1
                    : 0;
        }
        // 20 bits of check: one in a million would slip through.
        assertThat(passed).isZero();
    }

    @Test
    void aMarkOfAnotherKeyIsNone() {
        assertThat(marks.read(maker("another-key-another-key-another-key").make()))
                .isEmpty();
    }

    @Test
    void nonsenseIsNone() {
        for (String text : new String[] {"", "🏗️", "<script>", "A".repeat(30), "A".repeat(100_000), "../../etc"}) {
            assertThat(marks.read(text)).isEmpty();
        }
    }

    @Test
    void aMissingOrShortKeyStopsTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maker("short"))
                .withMessageContaining("JIANZHENG_MARKS_KEY");
        assertThatIllegalArgumentException().isThrownBy(() -> new MarkSettings(URI.create("http://x"), null));
    }

    private static MarkMaker maker(String key) {
        return new MarkMaker(new MarkSettings(URI.create("https://jz.example/"), new MarkSettings.Marks(key)));
    }

    private static String fullWidth(String mark) {
        return mark.chars()
                .map(each -> each + '\uff21' - 'A')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
