package org.jianzheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftwareVersionTest {

    @ParameterizedTest
    @CsvSource({
        "0.1.0, 06bf2d9, false, 0.1.0 (06bf2d9)",
        "0.1.0, 06bf2d9, true, '0.1.0 (06bf2d9, changed)'",
        "0.1.0, , , 0.1.0",
        ", , , not built",
        ", 06bf2d9, false, not built",
    })
    void aBuildSaysItsVersionItsCommitAndWhetherItsSourcesWereChanged(
            String version, String commit, String dirty, String text) {
        Properties git = new Properties();
        if (commit != null) {
            git.setProperty("git.commit.id.abbrev", commit);
            git.setProperty("git.dirty", dirty);
        }
        assertThat(SoftwareVersion.of(version, git)).isEqualTo(text).hasSizeLessThanOrEqualTo(40);
    }

    /** Only what Maven built has a version. */
    @Test
    @EnabledIfSystemProperty(named = "surefire.test.class.path", matches = ".+")
    void whatMavenBuildsHasTheVersionOfItsPom() throws Exception {
        var pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File("pom.xml"));
        String version = XPathFactory.newInstance().newXPath().evaluate("/project/parent/version", pom);
        assertThat(SoftwareVersion.text()).matches("\\Q" + version + "\\E( \\([0-9a-f]{7}(, changed)?\\))?");
    }
}
