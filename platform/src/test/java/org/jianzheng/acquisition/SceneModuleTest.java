package org.jianzheng.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.acquisition.scene.RunPhotos;
import org.jianzheng.acquisition.scene.RunVideo;
import org.jianzheng.records.evidence.Paper;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.machine.CubesToTest;
import org.jianzheng.support.machine.RealCurves;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What was seen of a test stays with its run. */
@PlatformTest
class SceneModuleTest {

    private static final byte[] PICTURE =
            HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489");

    @Autowired
    Acquisition acquisition;

    @Autowired
    RunPhotos photos;

    @Autowired
    RunVideo video;

    @Test
    @Clause("5.4.7")
    void itsOperatorAddsPhotosAndTheCamerasOfTheRoomAreKept(@Autowired ApplicationContext platform) {
        try (CubesToTest cubes = new CubesToTest(platform)) {
            String runId = cubes.run(1, RealCurves.named("M01_7d_W1").curve());
            As.person("tester", () -> photos.add(runId, "BREAK", "破坏.png", PICTURE));

            assertThat(As.person("supervisor", () -> photos.of(runId)))
                    .singleElement()
                    .extracting(Paper::use, Paper::name, Paper::mediaType)
                    .containsExactly("BREAK", "破坏.png", "image/png");
            assertThatThrownBy(() -> As.person("labadmin", () -> photos.add(runId, "BREAK", "a.png", PICTURE)))
                    .hasStackTraceContaining("acquisition.photo.operator");
            assertThatThrownBy(() -> As.person(
                            "tester",
                            () -> photos.add(runId, "BREAK", "a.png", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII))))
                    .hasStackTraceContaining("acquisition.photo.type");
            assertThatThrownBy(() -> As.person("tester2", () -> photos.of(runId)))
                    .hasStackTraceContaining("acquisition.run.unknown");

            RunView run = As.person("tester", () -> acquisition.run(runId));
            assertThat(As.person("tester", () -> video.of(run))).singleElement().satisfies(footage -> {
                assertThat(footage.camera()).isEqualTo("BJ01-SX-01");
                assertThat(footage.from()).isBefore(run.times().begun());
                assertThat(footage.until()).isAfter(run.times().ended());
                assertThat(footage.playback()).isNull();
            });
        }
    }
}
