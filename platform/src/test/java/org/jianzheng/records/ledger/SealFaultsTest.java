package org.jianzheng.records.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.jianzheng.records.seal.Seals;
import org.jianzheng.records.seal.SealsTest;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.DemoKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of files that were once sealed: cut, doubled, mixed, and none of them passes or throws. */
@Tag("faults")
class SealFaultsTest {

    private static final int TIMES = 20_000;

    @TempDir
    static Path folder;

    static Seals seals;
    static byte[] sealed;

    @BeforeAll
    static void seal() throws Exception {
        seals = SealsTest.seals(DemoKeys.in(folder, DemoCity.LABS));
        sealed = seals.certify("BJ01", SealsTest.pdf(), "检测报告签发 BJ01-HNT-2026-00001");
    }

    @Test
    void noMutationPassesForTheFileThatWasSealed() {
        var random = new Random(20261129);
        for (int i = 0; i < TIMES; i++) {
            byte[] other = mutated(random);
            if (!java.util.Arrays.equals(other, sealed)) {
                assertThat(seals.check(other).intact()).as("mutation %d", i).isFalse();
            }
        }
    }

    @Test
    void noSignatureOfRandomBytesIsMoreThanBroken() {
        var random = new Random(20261129);
        String pdf = new String(sealed, StandardCharsets.ISO_8859_1);
        int from = pdf.indexOf("/Contents <") + "/Contents <".length();
        for (int i = 0; i < TIMES; i++) {
            byte[] other = sealed.clone();
            for (int at = from; at < from + 2 + random.nextInt(4000); at++) {
                other[at] = (byte) "0123456789abcdef".charAt(random.nextInt(16));
            }
            assertThat(seals.check(other).intact()).as("signature %d", i).isFalse();
        }
    }

    private static byte[] mutated(Random random) {
        byte[] bad = sealed.clone();
        // Outside the copies of certificates within the signature, which are no part of the document.
        String pdf = new String(sealed, StandardCharsets.ISO_8859_1);
        int from = pdf.indexOf("/Contents <");
        int until = pdf.indexOf("/ByteRange");
        for (int i = 0; i <= random.nextInt(8); i++) {
            int at = random.nextInt(bad.length);
            if (at < from || at > until) {
                bad[at] = (byte) random.nextInt(256);
            }
        }
        var out = new ByteArrayOutputStream();
        int kind = random.nextInt(4);
        out.write(bad, 0, kind == 0 ? random.nextInt(bad.length) : bad.length);
        if (kind == 1) {
            out.write(bad, 0, random.nextInt(bad.length));
        }
        return out.toByteArray();
    }
}
