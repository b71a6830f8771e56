package org.jianzheng.acquisition.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Test;

class CurveTest {

    private static final int ROUNDS = 200;

    @Test
    void itsHashIsThatOfItsLinesWithThreeDecimals() {
        Curve curve = new Curve(new int[] {0, 50, 101}, new int[] {-20, 400, 1_234_567});
        assertThat(CurveHash.of(curve)).isEqualTo(DigestUtils.sha256Hex("0,-0.020\n50,0.400\n101,1234.567\n"));
    }

    @Test
    void theFirstOfEqualPeaksIsThePeak() {
        assertThat(new Curve(new int[] {0, 1, 2, 3}, new int[] {1, 9, 9, 0}).peak())
                .isOne();
        assertThat(new Curve(new int[0], new int[0]).peak()).isEqualTo(-1);
    }

    @Test
    void timeNeverRunsBack() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Curve(new int[] {0, 50, 49}, new int[3]));
    }

    @Test
    @Clause("4.1.8")
    void theCompactFormGivesEveryPointBack() throws DataFormatException {
        Random random = new Random(11);
        for (int round = 0; round < ROUNDS; round++) {
            Curve curve = any(random, random.nextInt(300));
            assertThat(CurveCodec.decode(CurveCodec.encode(curve))).isEqualTo(curve);
        }
        Curve extremes = new Curve(new int[] {0, Integer.MAX_VALUE}, new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE});
        assertThat(CurveCodec.decode(CurveCodec.encode(extremes))).isEqualTo(extremes);
    }

    @Test
    void bytesThatWereHarmedAreNoCurveOrAnotherButNeverAnotherFault() {
        Random random = new Random(12);
        byte[] whole = CurveCodec.encode(any(random, 100));
        for (int round = 0; round < ROUNDS; round++) {
            byte[] harmed = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            harmed[random.nextInt(harmed.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                assertThat(CurveCodec.decode(harmed).points()).isLessThanOrEqualTo(Curve.MOST_POINTS);
            } catch (DataFormatException expected) {
                assertThat(expected).hasMessageStartingWith("not a");
            }
        }
        assertThatThrownBy(() -> CurveCodec.decode(new byte[0])).isInstanceOf(DataFormatException.class);
    }

    private static Curve any(Random random, int points) {
        int[] millis = new int[points];
        int[] newtons = new int[points];
        for (int i = 0; i < points; i++) {
            millis[i] = (i == 0 ? 0 : millis[i - 1]) + random.nextInt(3) * 100;
            newtons[i] = random.nextInt(4_000_000) - 1000;
        }
        return new Curve(millis, newtons);
    }
}
