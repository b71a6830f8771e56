package org.jianzheng.face.matching;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

/** Which matcher there is: what is configured and cannot work stops the start, instead of passing people unseen. */
@Configuration(proxyBeanMethods = false)
class MatcherConfiguration {

    private static final String OPENCV = "org.opencv.dnn.Dnn";

    @Bean
    FaceMatcher faceMatcher(FaceSettings settings) {
        FaceThresholds thresholds = settings.thresholds();
        return switch (settings.matcher()) {
            case NONE -> new NoMatcher();
            case OPENCV -> openCv(settings, thresholds);
            case HTTP -> http(settings, thresholds);
        };
    }

    /** Only the models here tell a turned head; else people look at the pictures. */
    @Bean
    HeadTurnJudge headTurnJudge(FaceMatcher matcher) {
        return matcher instanceof HeadTurnJudge judge ? judge : HeadTurnJudge.NOBODY;
    }

    private static FaceMatcher openCv(FaceSettings settings, FaceThresholds thresholds) {
        if (!ClassUtils.isPresent(OPENCV, ClassUtils.getDefaultClassLoader())) {
            throw new IllegalStateException(
                    "jianzheng.face.matcher=opencv needs org.openpnp:opencv 4.9.0-0 on the class path, which the jar leaves out for its size: see docs/faces.md");
        }
        return new OpenCvMatcher(FaceModels.in(settings.models()), thresholds, settings.turn());
    }

    private static FaceMatcher http(FaceSettings settings, FaceThresholds thresholds) {
        if (settings.service() == null) {
            throw new IllegalStateException("jianzheng.face.matcher=http needs jianzheng.face.service.url");
        }
        return new HttpMatcher(settings.service(), thresholds);
    }
}
