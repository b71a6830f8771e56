package org.jianzheng.face.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** The model files: outside the program, because nobody says where their weights come from. */
record FaceModels(Path detector, Path landmarks, Path features, String sha256) {

    /** @throws IllegalStateException where one of them is not there */
    static FaceModels in(Path folder) {
        if (folder == null) {
            throw new IllegalStateException("jianzheng.face.matcher=opencv needs jianzheng.face.models, a directory");
        }
        Path detector = folder.resolve("fr_detect.onnx");
        Path landmarks = folder.resolve("fr_landmark.onnx");
        Path features = folder.resolve("fr_feature.onnx");
        try {
            StringBuilder hashes = new StringBuilder();
            for (Path file : List.of(detector, landmarks, features)) {
                hashes.append(DigestUtils.sha256Hex(Files.readAllBytes(file))).append('\n');
            }
            return new FaceModels(detector, landmarks, features, DigestUtils.sha256Hex(hashes.toString()));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "jianzheng.face.models has to hold fr_detect.onnx, fr_landmark.onnx and fr_feature.onnx: " + e, e);
        }
    }
}
