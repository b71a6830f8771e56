package org.jianzheng.face.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What is configured and cannot work stops the start. */
class MatcherConfigurationTest {

    @EnableConfigurationProperties(FaceSettings.class)
    static class Settings {}

    private final ApplicationContextRunner start =
            new ApplicationContextRunner().withUserConfiguration(Settings.class, MatcherConfiguration.class);

    @Test
    void withoutAWordOfItEveryComparisonIsAPersons() {
        start.run(context -> {
            FaceFinding found = context.getBean(FaceMatcher.class).compare(new byte[1], new byte[1]);
            assertThat(found.outcome()).isEqualTo(FaceOutcome.NOT_COMPARED);
            assertThat(found.why()).isEqualTo(NotCompared.NO_MATCHER);
        });
    }

    @Test
    void openCvThatIsNotOnTheClassPathIsNamed(@TempDir Path models) {
        start.withClassLoader(new FilteredClassLoader("org.opencv", "nu.pattern"))
                .withPropertyValues("jianzheng.face.matcher=opencv", "jianzheng.face.models=" + models)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("needs org.openpnp:opencv 4.9.0-0 on the class path"));
    }

    @Test
    void modelsThatAreNotThereAreNamed(@TempDir Path models) {
        refuses("needs jianzheng.face.models", "jianzheng.face.matcher=opencv");
        refuses("fr_detect.onnx", "jianzheng.face.matcher=opencv", "jianzheng.face.models=" + models);
    }

    @Test
    void facesTravelUnderTlsOrNotAtAll() {
        refuses("needs jianzheng.face.service.url", "jianzheng.face.matcher=http");
        for (String url : new String[] {"http://faces.example", "ftp://localhost/", "faces", "https:///compare"}) {
            refuses("has to be https", "jianzheng.face.matcher=http", "jianzheng.face.service.url=" + url);
        }
        start.withPropertyValues(
                        "jianzheng.face.matcher=http", "jianzheng.face.service.url=https://faces.example/compare")
                .run(context -> assertThat(context).getBean(FaceMatcher.class).isInstanceOf(HttpMatcher.class));
    }

    @Test
    void aMatcherNobodyKnowsAndThresholdsThatLetAllPassAreRefused() {
        refuses("jianzheng.face.matcher", "jianzheng.face.matcher=openvc");
        refuses("0 < refuse < accept < 1", "jianzheng.face.accept=0.3");
        refuses("0 < refuse < accept < 1", "jianzheng.face.refuse=-1", "jianzheng.face.accept=0.1");
    }

    private void refuses(String words, String... settings) {
        start.withPropertyValues(settings).run(context -> {
            assertThat(context).hasFailed();
            Throwable all = context.getStartupFailure();
            StringBuilder said = new StringBuilder();
            for (Throwable one = all; one != null; one = one.getCause()) {
                said.append(one).append('\n');
            }
            assertThat(said.toString()).contains(words);
        });
    }
}
