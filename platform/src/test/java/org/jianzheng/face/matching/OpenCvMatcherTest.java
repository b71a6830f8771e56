package org.jianzheng.face.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.jianzheng.sampling.event.HeadTurn;
import org.jianzheng.support.RenderedFace;
import org.jianzheng.support.RenderedFace.View;
import org.jianzheng.support.SitePhone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The models on faces that nobody has. They are no part of the program: {@code -Djianzheng.test.face-models=/directory} says where
 * they lie, and without it this is skipped.
 */
@EnabledIfSystemProperty(named = "jianzheng.test.face-models", matches = ".+")
class OpenCvMatcherTest {

    private static final View PORTRAIT = new View(0, -0.4, 0.8);
    private static final View STRAIGHT = new View(0, 0.3, 0.8);
    private static final View ON_SITE = new View(0.18, 0.5, 0.7);

    private static final OpenCvMatcher MATCHER = new OpenCvMatcher(
            FaceModels.in(Path.of(System.getProperty("jianzheng.test.face-models", "."))),
            new FaceThresholds(new BigDecimal("0.55"), new BigDecimal("0.40")),
            new BigDecimal("0.20"));

    @Test
    void theSameFaceTurnedAndInAnotherLightIsTheSame() {
        for (long person : new long[] {3, 4, 9, 10}) {
            FaceFinding found = MATCHER.compare(face(person, PORTRAIT), face(person, ON_SITE));
            assertThat(found.outcome()).isEqualTo(FaceOutcome.SAME);
            assertThat(found.score()).isGreaterThan(new BigDecimal("0.85"));
            assertThat(found.model()).hasSize(64);
        }
    }

    @Test
    void anothersFaceIsNotAndOneBetweenIsForAPerson() {
        assertThat(outcome(9, 10)).isEqualTo(FaceOutcome.DIFFERENT);
        assertThat(outcome(10, 9)).isEqualTo(FaceOutcome.DIFFERENT);
        assertThat(outcome(3, 4)).isEqualTo(FaceOutcome.DIFFERENT);
        assertThat(outcome(8, 1)).isEqualTo(FaceOutcome.UNSURE);
    }

    @Test
    void aPhotoWithoutAFaceHasNone() {
        byte[] wall = SitePhone.picture(640, 480);
        assertThat(MATCHER.compare(face(9, PORTRAIT), wall).outcome()).isEqualTo(FaceOutcome.NO_FACE);
        assertThat(MATCHER.compare(wall, face(9, PORTRAIT)).why()).isEqualTo(NotCompared.NO_FACE_IN_PORTRAIT);
    }

    @Test
    void twoPeopleSideBySideAreLeftToAPerson() throws IOException {
        BufferedImage both = new BufferedImage(960, 640, BufferedImage.TYPE_INT_RGB);
        both.createGraphics().drawImage(ImageIO.read(new ByteArrayInputStream(face(9, PORTRAIT))), 0, 0, null);
        both.createGraphics().drawImage(ImageIO.read(new ByteArrayInputStream(face(10, PORTRAIT))), 480, 0, null);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(both, "jpeg", jpeg);
        assertThat(MATCHER.compare(face(9, PORTRAIT), jpeg.toByteArray()).why()).isEqualTo(NotCompared.SEVERAL_FACES);
    }

    @Test
    void whoTurnsToTheSideThatWasAskedForHasTurned() {
        for (long person : new long[] {3, 4, 9, 10, 12, 16, 17, 20}) {
            assertThat(judge(person, HeadTurn.LEFT, face(person, turned(0.15)), face(person, turned(0.5)))
                            .outcome())
                    .isEqualTo(TurnOutcome.TURNED);
            assertThat(judge(person, HeadTurn.RIGHT, face(person, turned(-0.5))).outcome())
                    .isEqualTo(TurnOutcome.TURNED);
            assertThat(judge(person, HeadTurn.RIGHT, face(person, turned(0.5))).outcome())
                    .isEqualTo(TurnOutcome.NOT_TURNED);
            assertThat(judge(person, HeadTurn.LEFT, face(person, turned(0.08)), face(person, turned(-0.08)))
                            .outcome())
                    .isEqualTo(TurnOutcome.NOT_TURNED);
        }
    }

    @Test
    void aPictureOfThemHeldAskewHasNotTurned() throws IOException {
        for (long person : new long[] {3, 9, 12, 17}) {
            for (double narrower : new double[] {0.95, 0.87, 0.77}) {
                byte[] askew = squeezed(face(person, STRAIGHT), narrower);
                for (HeadTurn asked : HeadTurn.values()) {
                    assertThat(judge(person, asked, askew).outcome()).isEqualTo(TurnOutcome.NOT_TURNED);
                }
            }
        }
    }

    @Test
    void anotherWhoTurnsInTheirPlaceIsAnother() {
        assertThat(judge(9, HeadTurn.LEFT, face(10, turned(0.5))).outcome()).isEqualTo(TurnOutcome.ANOTHER);
        assertThat(judge(3, HeadTurn.RIGHT, face(4, turned(-0.5))).outcome()).isEqualTo(TurnOutcome.ANOTHER);
    }

    @Test
    void whereNoFaceIsSeenPeopleLook() {
        byte[] wall = SitePhone.picture(640, 480);
        assertThat(judge(9, HeadTurn.LEFT, wall)).isEqualTo(TurnFinding.NOT_JUDGED);
        assertThat(MATCHER.judge(wall, List.of(face(9, turned(0.5))), HeadTurn.LEFT))
                .isEqualTo(TurnFinding.NOT_JUDGED);
        assertThat(judge(9, HeadTurn.LEFT, new byte[] {1, 2, 3})).isEqualTo(TurnFinding.NOT_JUDGED);
    }

    private static TurnFinding judge(long person, HeadTurn asked, byte[]... turned) {
        return MATCHER.judge(face(person, STRAIGHT), List.of(turned), asked);
    }

    private static View turned(double by) {
        return new View(by, 0.3, 0.8);
    }

    private static byte[] squeezed(byte[] jpeg, double narrower) throws IOException {
        BufferedImage flat = ImageIO.read(new ByteArrayInputStream(jpeg));
        BufferedImage askew = new BufferedImage(flat.getWidth(), flat.getHeight(), BufferedImage.TYPE_INT_RGB);
        int width = (int) (flat.getWidth() * narrower);
        askew.createGraphics().drawImage(flat, (flat.getWidth() - width) / 2, 0, width, flat.getHeight(), null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(askew, "jpeg", out);
        return out.toByteArray();
    }

    @Test
    void whatIsNoPictureIsNotCompared() {
        FaceFinding found = MATCHER.compare(face(9, PORTRAIT), new byte[] {1, 2, 3});
        assertThat(found.why()).isEqualTo(NotCompared.UNREADABLE);
    }

    private static FaceOutcome outcome(long portrait, long photo) {
        return MATCHER.compare(face(portrait, PORTRAIT), face(photo, ON_SITE)).outcome();
    }

    private static byte[] face(long person, View view) {
        return new RenderedFace(person).jpeg(480, 640, view);
    }
}
