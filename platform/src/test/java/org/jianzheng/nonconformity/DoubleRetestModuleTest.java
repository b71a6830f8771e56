package org.jianzheng.nonconformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jianzheng.commission.Commissions;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.nonconformity.loop.LoopState;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** How many pieces a double re-test takes is its method's to say, from the commission to the printed report. */
@PlatformTest
class DoubleRetestModuleTest {

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Nonconformity nonconformity;

    @Autowired
    private LoopFollowup followup;

    @Autowired
    private Commissions commissions;

    @Autowired
    private Reporting reporting;

    static Stream<Arguments> methods() {
        return Stream.of(
                method("bars, bent", DemoTest.crackedRebar(), DemoTest.rebarBentAgain(false), 4, "4 件（弯曲）"),
                method(
                        "bars, pulled and bent",
                        DemoTest.weakAndCrackedRebar(),
                        DemoTest.rebarBentAgain(true),
                        8,
                        "8 件（拉伸 4、弯曲 4）"),
                method(
                        "electro-slag welds, pulled",
                        DemoTest.electroSlag("WELD", "BRITTLE", 3),
                        DemoTest.electroSlag("BASE_METAL", "DUCTILE", 6),
                        6,
                        "6 件（拉伸）"),
                method(
                        "splices",
                        DemoTest.splices("290.0", "288.0", "250.0"),
                        DemoTest.splices("290.0", "288.0", "291.0", "292.0", "289.0", "290.0"),
                        6,
                        "6 件（拉伸）"),
                method(
                        "flash butt welds, pulled and bent",
                        DemoTest.flashButt("WELD", "BRITTLE", "0.6", "0.5", "0"),
                        DemoTest.flashButt("BASE_METAL", "DUCTILE", "0", "0", "0.2", "0", "0", "0.1"),
                        12,
                        "12 件（拉伸 6、弯曲 6）"));
    }

    private static Arguments method(String name, DemoTest first, DemoTest again, int pieces, String words) {
        return Arguments.of(Named.of(name, first), again, pieces, words);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("methods")
    void theReTestTakesAsManyPiecesAsItsMethodSays(DemoTest first, DemoTest again, int pieces, String words)
            throws Exception {
        LoopDriver loop = new LoopDriver(platform, first).confirmed().approved("DOUBLE_RETEST");
        assertThat(followup.sheet(loop.reportNo())).containsEntry("pieces", words);
        for (int wrong : new int[] {pieces - 1, pieces + 1}) {
            assertThatThrownBy(() -> loop.commissionAgain(first, Map.of("specimenCount", wrong)))
                    .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.code())
                            .isEqualTo("commission.retest.pieces"));
        }
        String caseId = loop.commissionAgain(first, Map.of());
        assertThat(commissions.find(caseId).sample().specimenCount()).isEqualTo(pieces);
        loop.submit("commissioner", "commissionRetest", Map.of());

        finish(loop.cases(), caseId, again);
        loop.runDueTimers();

        String retestNo = reporting.ofCase(caseId).orElseThrow().reportNo();
        assertThat(loop.loop().retestConclusion()).isEqualTo(Verdict.PASS);
        assertThat(loop.loop().state()).isEqualTo(LoopState.TREATING);
        byte[] pdf = As.person("signatory", () -> reporting.pdf(retestNo));
        Files.write(Files.createDirectories(Path.of("target", "printed")).resolve("again-" + pieces + ".pdf"), pdf);
    }

    private static void finish(CaseDriver driver, String caseId, DemoTest test) {
        driver.accept(caseId);
        driver.take(caseId);
        driver.witness(caseId);
        driver.receive(caseId);
        driver.assign(caseId, test);
        driver.record(caseId, test.records().get(0));
        driver.review(caseId);
        driver.sign(caseId);
    }
}
