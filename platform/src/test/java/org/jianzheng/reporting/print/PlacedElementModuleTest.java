package org.jianzheng.reporting.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.TestedCase;
import org.jianzheng.reporting.verifying.Tools;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What is printed besides the test, and whether others find the signature valid. */
@PlatformTest
class PlacedElementModuleTest {

    private static final Path FOLDER = Path.of("target", "printed");

    @Autowired
    private Reporting reporting;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Test
    void aReportNotCommissionedByTheDeveloperSaysThatItServesNoAcceptance() throws Exception {
        String text = Tools.text(issued(DemoTest.CONCRETE, "supervisor", "SUPERVISORY"));

        assertThat(text).contains("本报告为监督抽检，不得作为工程质量验收资料");
    }

    @Test
    @Clause("4.2.2.1")
    void aStrangersToolFindsTheSignatureValid() throws Exception {
        assumeTrue(Tools.installed("pdfsig"), "pdfsig is not installed");
        var file = Files.write(
                Files.createDirectories(FOLDER).resolve("signed.pdf"),
                issued(DemoTest.CONCRETE, "commissioner", "DEVELOPER"));
        String said = Tools.run("pdfsig", "-nocert", file.toString());

        assertThat(said).contains("Signature is Valid").contains("Total document signed");
    }

    private byte[] issued(DemoTest test, String client, String nature) {
        var cases = TestedCase.of(beans);
        String number = cases.issued(cases.tested(test, client, nature));
        return As.person("signatory", () -> reporting.pdf(number));
    }
}
