package org.jianzheng.face.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nu.pattern.OpenCV;
import org.jianzheng.sampling.event.HeadTurn;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares on this machine, with OpenCV and models whose hash every finding names. */
final class OpenCvMatcher implements FaceMatcher, HeadTurnJudge {

    private static final Logger log = LoggerFactory.getLogger(OpenCvMatcher.class);

    private final FaceThresholds thresholds;
    private final BigDecimal turn;
    private final String model;
    private final OpenCvFaces faces;

    OpenCvMatcher(FaceModels models, FaceThresholds thresholds, BigDecimal turn) {
        OpenCV.loadLocally();
        this.thresholds = thresholds;
        this.turn = turn;
        this.model = models.sha256();
        this.faces = new OpenCvFaces(models);
    }

    // A network holds its last input: one at a time.
    @Override
    public synchronized FaceFinding compare(byte[] portrait, byte[] photo) {
        Mat enrolled = read(portrait);
        Mat taken = read(photo);
        try {
            return enrolled.empty() || taken.empty()
                    ? FaceFinding.notCompared(NotCompared.UNREADABLE, model)
                    : compare(enrolled, taken);
        } catch (Exception e) {
            // What is thrown on the other side of JNI is declared by nobody.
            log.warn("A face could not be reckoned: {}", e.toString());
            return FaceFinding.notCompared(NotCompared.FAILED, model);
        } finally {
            enrolled.release();
            taken.release();
        }
    }

    private FaceFinding compare(Mat portrait, Mat photo) {
        List<FaceBox> taken = faces.find(photo);
        if (taken.isEmpty()) {
            return FaceFinding.noFace(model);
        }
        List<FaceBox> enrolled = faces.find(portrait);
        if (enrolled.isEmpty()) {
            return FaceFinding.notCompared(NotCompared.NO_FACE_IN_PORTRAIT, model);
        }
        if (taken.size() > 1 || enrolled.size() > 1) {
            return FaceFinding.notCompared(NotCompared.SEVERAL_FACES, model);
        }
        return faces.reckon(portrait, enrolled.get(0))
                .likeness(faces.reckon(photo, taken.get(0)))
                .map(score -> FaceFinding.judged(score, thresholds, model))
                .orElseGet(() -> FaceFinding.notCompared(NotCompared.FAILED, model));
    }

    @Override
    public synchronized TurnFinding judge(byte[] front, List<byte[]> turned, HeadTurn asked) {
        Mat straight = read(front);
        try {
            return seen(straight)
                    .flatMap(before -> furthest(before, turned, asked))
                    .map(this::judged)
                    .orElse(TurnFinding.NOT_JUDGED);
        } catch (Exception e) {
            // What is thrown on the other side of JNI is declared by nobody.
            log.warn("The turn of a head could not be reckoned: {}", e.toString());
            return TurnFinding.NOT_JUDGED;
        } finally {
            straight.release();
        }
    }

    private record Seen(double turn, FaceVector face) {}

    private record Turned(double by, Optional<BigDecimal> likeness) {}

    private Optional<Seen> seen(Mat picture) {
        List<FaceBox> found = picture.empty() ? List.of() : faces.find(picture);
        return found.size() == 1
                ? Optional.of(new Seen(faces.turn(picture, found.get(0)), faces.reckon(picture, found.get(0))))
                : Optional.empty();
    }

    private Optional<Turned> furthest(Seen before, List<byte[]> turned, HeadTurn asked) {
        int side = asked == HeadTurn.LEFT ? 1 : -1;
        return turned.stream()
                .flatMap(jpeg -> seen(jpeg).stream())
                .map(after -> new Turned(
                        side * (after.turn() - before.turn()), before.face().likeness(after.face())))
                .max(Comparator.comparingDouble(Turned::by));
    }

    private Optional<Seen> seen(byte[] jpeg) {
        Mat picture = read(jpeg);
        try {
            return seen(picture);
        } finally {
            picture.release();
        }
    }

    private TurnFinding judged(Turned furthest) {
        BigDecimal by = BigDecimal.valueOf(furthest.by()).setScale(TurnFinding.PLACES, RoundingMode.FLOOR);
        boolean another = furthest.likeness()
                .filter(likeness -> thresholds.judge(likeness) != FaceOutcome.DIFFERENT)
                .isEmpty();
        if (another) {
            return new TurnFinding(TurnOutcome.ANOTHER, by, turn);
        }
        return new TurnFinding(by.compareTo(turn) >= 0 ? TurnOutcome.TURNED : TurnOutcome.NOT_TURNED, by, turn);
    }

    private static Mat read(byte[] jpeg) {
        MatOfByte bytes = new MatOfByte(jpeg);
        try {
            return Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_COLOR);
        } finally {
            bytes.release();
        }
    }
}
