package org.jianzheng.face.matching;

import java.nio.file.Path;

/** The matcher that a directory of models makes, set up as the platform sets it up. */
public final class RealMatcher {

    /** System property that says where the models lie; without it they are not tried. */
    public static final String MODELS = "jianzheng.test.face-models";

    private RealMatcher() {}

    public static FaceMatcher openCv() {
        Path models = Path.of(System.getProperty(MODELS));
        return new MatcherConfiguration()
                .faceMatcher(new FaceSettings(FaceSettings.Kind.OPENCV, models, null, null, null, null));
    }
}
