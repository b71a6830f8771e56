package org.jianzheng.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.Orders;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** The report of each family as it comes out of its test; the files stay in target/printed to be looked at. */
@PlatformTest
class PrintedFamiliesModuleTest {

    private static final Path FOLDER = Path.of("target", "printed");

    @Autowired
    private Reporting reporting;

    @Autowired
    private AutowireCapableBeanFactory beans;

    static Stream<DemoTest> everyFamily() {
        return DemoTest.all().stream();
    }

    @ParameterizedTest
    @MethodSource("everyFamily")
    @Clause("4.2.2.2")
    void everyFamilyPrintsWhatOrder57AsksFor(DemoTest test) throws Exception {
        byte[] pdf = issued(test, "commissioner", "DEVELOPER");
        Files.write(Files.createDirectories(FOLDER).resolve(test.family() + ".pdf"), pdf);
        String text = Tools.text(pdf);

        assertThat(text)
                .contains(
                        Orders.of(test).get("represents").toString(),
                        "检测依据",
                        "判定依据",
                        "检测场所",
                        "取样单位/人",
                        "见证单位/人",
                        "单项评定",
                        "检测结论")
                .contains("SN-QY-20250002", "SN-JZ-20250005", "校准有效期至")
                .contains("合格")
                .doesNotContain("null", "送审稿", "不得作为工程质量验收资料");
    }

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
