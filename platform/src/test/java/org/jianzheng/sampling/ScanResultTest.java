package org.jianzheng.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.sampling.mark.MarkMaker;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Test;

@Clause({"5.4.6", "7.1.2"})
class ScanResultTest {

    private static final List<Specimen> THREE =
            List.of(specimen("MARK-AAAAAA", 1), specimen("MARK-BBBBBB", 2), specimen("MARK-CCCCCC", 3));

    @Test
    void everySpecimenOnceIsComplete() {
        assertThat(scan("MARK-BBBBBB\nMARK-AAAAAA\r\nMARK-CCCCCC\n").complete()).isTrue();
        assertThat(scan("MARK-BBBBBB MARK-AAAAAA，MARK-CCCCCC").complete()).isTrue();
    }

    @Test
    void whatWasScannedByPhoneNeedNoSecondScan() {
        assertThat(scan("MARK-AAAAAA", Set.of("MARK-BBBBBB", "MARK-CCCCCC")).complete())
                .isTrue();
        assertThat(scan("", Set.of("MARK-AAAAAA", "MARK-BBBBBB", "MARK-CCCCCC")).complete())
                .isTrue();
    }

    @Test
    void eachThingWrongIsNamedByItself() {
        assertThat(scan("MARK-AAAAAA MARK-AAAAAA MARK-ZZZZZZ xyz").findings())
                .containsExactly("第 1 件重复扫描", "标识 …ZZZZZZ 属于其他样品", "“xyz”不是本平台签发的标识", "第 2 件未扫描", "第 3 件未扫描");
    }

    @Test
    void nothingScannedNamesEverySpecimen() {
        assertThat(scan("").because()).isEqualTo("第 1 件未扫描；第 2 件未扫描；第 3 件未扫描");
    }

    @Test
    void aThousandCodesAreRefusedInOneSentence() {
        assertThat(scan(String.join("\n", Collections.nCopies(1000, "x"))).because())
                .contains("1000 个码");
        assertThat(scan(String.join("\n", Collections.nCopies(100, "x"))).because())
                .contains("另有 93 处");
        assertThat(scan("x".repeat(4000)).because()).hasSizeLessThan(120);
    }

    private static ScanResult scan(String typed) {
        return scan(typed, Set.of());
    }

    private static ScanResult scan(String typed, Set<String> before) {
        return ScanResult.compare(
                THREE,
                MarkMaker.codes(typed),
                line -> line.startsWith("MARK-") ? Optional.of(line) : Optional.empty(),
                mark -> "属于其他样品",
                before);
    }

    private static Specimen specimen(String mark, int position) {
        return new Specimen(mark, null, position);
    }
}
