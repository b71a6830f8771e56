package org.jianzheng.face.matching;

import java.util.List;
import nu.pattern.OpenCV;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares on this machine, with OpenCV and models whose hash every finding names. */
final class OpenCvMatcher implements FaceMatcher {

    private static final Logger log = LoggerFactory.getLogger(OpenCvMatcher.class);

    private final FaceThresholds thresholds;
    private final String model;
    private final OpenCvFaces faces;

    OpenCvMatcher(FaceModels models, FaceThresholds thresholds) {
        OpenCV.loadLocally();
        this.thresholds = thresholds;
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

    private static Mat read(byte[] jpeg) {
        MatOfByte bytes = new MatOfByte(jpeg);
        try {
            return Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_COLOR);
        } finally {
            bytes.release();
        }
    }
}
