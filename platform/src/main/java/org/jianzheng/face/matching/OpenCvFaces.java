package org.jianzheng.face.matching;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.opencv.imgproc.Imgproc;

/** Finds faces in a picture and reckons them, by three models; one picture at a time. */
final class OpenCvFaces {

    private static final Size DETECTED = new Size(320, 240);
    private static final Size MARKED = new Size(64, 64);
    private static final Size RECKONED = new Size(FaceAlignment.SIDE, FaceAlignment.SIDE);
    private static final Scalar MIDDLE = Scalar.all(127);
    private static final double RANGE = 1 / 128.0;
    private static final double GREY_RANGE = 1 / 256.0;
    private static final double SURE = 0.7;
    /** Of a face narrower than this the model can tell nothing. */
    private static final int FEWEST_PIXELS = 60;

    private final Net detector;
    private final Net landmarks;
    private final Net features;

    OpenCvFaces(FaceModels models) {
        this.detector = Dnn.readNetFromONNX(models.detector().toString());
        this.landmarks = Dnn.readNetFromONNX(models.landmarks().toString());
        this.features = Dnn.readNetFromONNX(models.features().toString());
    }

    /** Those in front that are large enough. */
    List<FaceBox> find(Mat picture) {
        List<FaceBox> large = detect(picture).stream()
                .filter(box -> box.width() >= FEWEST_PIXELS)
                .toList();
        return FaceBox.inFront(large);
    }

    /** All that the detector is sure of, whatever their size. */
    List<FaceBox> detect(Mat picture) {
        try (Matrices made = new Matrices()) {
            Mat whole = made.keep(new Mat());
            // The detector looks at four by three: a picture of another shape is filled up, not squeezed.
            int width = Math.max(picture.cols(), (int) Math.ceil(picture.rows() * DETECTED.width / DETECTED.height));
            int height = Math.max(picture.rows(), (int) Math.ceil(width * DETECTED.height / DETECTED.width));
            Core.copyMakeBorder(
                    picture,
                    whole,
                    0,
                    height - picture.rows(),
                    0,
                    width - picture.cols(),
                    Core.BORDER_CONSTANT,
                    MIDDLE);
            detector.setInput(made.keep(Dnn.blobFromImage(whole, RANGE, DETECTED, MIDDLE, true, false)), "input");
            List<Mat> found = new ArrayList<>();
            detector.forward(found, List.of("scores", "boxes"));
            found.forEach(made::keep);
            return boxes(made.numbers(found.get(0)), made.numbers(found.get(1)), width, height);
        }
    }

    private static List<FaceBox> boxes(float[] scores, float[] corners, int width, int height) {
        List<FaceBox> found = new ArrayList<>();
        for (int i = 0; i < scores.length / 2; i++) {
            if (scores[2 * i + 1] > SURE) {
                found.add(new FaceBox(
                        corners[4 * i] * (double) width,
                        corners[4 * i + 1] * (double) height,
                        corners[4 * i + 2] * (double) width,
                        corners[4 * i + 3] * (double) height,
                        scores[2 * i + 1]));
            }
        }
        return FaceBox.distinct(found);
    }

    FaceVector reckon(Mat picture, FaceBox face) {
        try (Matrices made = new Matrices()) {
            double[][] five = FaceAlignment.fivePoints(points(picture, face, made));
            double[][] rows = FaceAlignment.onto(five);
            Mat turn = made.keep(new Mat(2, 3, CvType.CV_64F));
            turn.put(0, 0, rows[0]);
            turn.put(1, 0, rows[1]);
            Mat aligned = made.keep(new Mat());
            Imgproc.warpAffine(picture, aligned, turn, RECKONED);
            features.setInput(made.keep(Dnn.blobFromImage(aligned, RANGE, RECKONED, MIDDLE, true, false)));
            return new FaceVector(made.numbers(made.keep(features.forward())));
        }
    }

    /**
     * How far the face is turned to its own left (to 1) or right (to -1): where the tip of the nose lies between the two ends of
     * the jaw. Of a flat picture that is held askew it stays what it was.
     */
    double turn(Mat picture, FaceBox face) {
        try (Matrices made = new Matrices()) {
            return FaceAlignment.turn(points(picture, face, made));
        }
    }

    // At the size it was taken in: small pictures of a face lose what tells it apart.
    private double[][] points(Mat picture, FaceBox face, Matrices made) {
        Rect inside = inside(picture, face);
        Mat grey = made.keep(new Mat());
        Imgproc.cvtColor(made.keep(picture.submat(inside)), grey, Imgproc.COLOR_BGR2GRAY);
        landmarks.setInput(made.keep(Dnn.blobFromImage(grey, GREY_RANGE, MARKED, new Scalar(0), false, false)));
        float[] numbers = made.numbers(made.keep(landmarks.forward()));
        double[][] points = new double[numbers.length / 2][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {
                numbers[2 * i] * (double) inside.width + inside.x,
                numbers[2 * i + 1] * (double) inside.height + inside.y
            };
        }
        return points;
    }

    private static Rect inside(Mat picture, FaceBox face) {
        int x = (int) Math.max(0, face.left());
        int y = (int) Math.max(0, face.top());
        int width = (int) Math.min(picture.cols(), face.right()) - x;
        int height = (int) Math.min(picture.rows(), face.bottom()) - y;
        return new Rect(x, y, width, height);
    }

    /** What was made on the way lies outside the heap and is given back at once. */
    private static final class Matrices implements AutoCloseable {

        private final List<Mat> kept = new ArrayList<>();

        Mat keep(Mat one) {
            kept.add(one);
            return one;
        }

        float[] numbers(Mat of) {
            float[] numbers = new float[Math.toIntExact(of.total())];
            keep(of.reshape(1, 1)).get(0, 0, numbers);
            return numbers;
        }

        @Override
        public void close() {
            kept.forEach(Mat::release);
        }
    }
}
