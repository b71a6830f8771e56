package org.jianzheng.reporting.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.reporting.print.ReportModel.Stamps.NONE;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jianzheng.reporting.composing.ReportFixtures;
import org.jianzheng.reporting.singles.SingleValues;
import org.jianzheng.reporting.verifying.Tools;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out of the printer: text that can be searched, pages that hold together, a code that can be read. */
class PrintTest {

    private static final int PRINTER_DPI = 150;
    private static final ReportRenderer RENDERER = new ReportRenderer();
    /** As long as an address may get, and as random as a signed one is. */
    private static final String LONGEST_URL = "https://jianzheng.baoji.gov.cn/v/" + token(320 - 33);

    static Stream<ReportModel> everyFamily() {
        return ReportFixtures.everyFamily().stream();
    }

    @ParameterizedTest
    @MethodSource("everyFamily")
    void aReportIsOnePageOfRealText(ReportModel model) throws Exception {
        byte[] pdf = RENDERER.render(model);

        assertThat(pages(pdf)).isOne();
        assertThat(Tools.text(pdf))
                .contains("第 1 页　共 1 页", "检测：", "审核：", "批准：", "检测机构（检测专用章）")
                .doesNotContain("null");
    }

    @Test
    void aSampleThatIsOnlyBentPrintsNoHeadingOverNothing() throws Exception {
        for (ReportModel model : List.of(ReportFixtures.rebar(), ReportFixtures.weld())) {
            var none = new SingleValues(false, model.singles().facts(), List.of());
            ReportModel bent = new ReportModel(none, model.text(), model.items(), model.stamps());

            assertThat(Tools.text(RENDERER.render(model))).contains("试件编号");
            assertThat(Tools.text(RENDERER.render(bent))).doesNotContain("试件编号").contains("检测项目");
        }
    }

    /** A field too low for its line would drop the text without a word. */
    @ParameterizedTest
    @MethodSource("everyFamily")
    @Clause("4.2.2.2")
    void everythingTheReportKnowsIsPrinted(ReportModel model) throws Exception {
        var lines = Stream.of(Stream.of(model.text()), rows(model), model.items().stream())
                .flatMap(each -> each);
        String printed = unspaced(Tools.text(RENDERER.render(model)));

        assertThat(lines.flatMap(line -> line.values().stream()).map(PrintTest::unspaced))
                .allSatisfy(value -> assertThat(printed).contains(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"，", "。", "；", "》", "）"})
    void noLineBeginsWithWhatEndsOne(String mark) throws Exception {
        for (int length = 30; length < 50; length++) {
            var conclusion = "检".repeat(length) + mark;
            var pdf = RENDERER.render(ReportFixtures.concrete(1).stamped(Map.of("conclusion", conclusion), NONE));

            assertThat(Tools.text(pdf).lines().map(String::strip))
                    .as("after %s", length)
                    .doesNotContain(mark);
        }
    }

    @ParameterizedTest
    @MethodSource("everyFamily")
    @Clause("4.2.2.1")
    void zxingAndZbarReadTheCodeFromAPrintOf150Dpi(ReportModel model, @TempDir Path folder) throws Exception {
        assumeTrue(Tools.installed("zbarimg") && Tools.installed("pdftoppm"), "zbarimg or pdftoppm is not installed");
        var pdf = Files.write(folder.resolve("r.pdf"), RENDERER.render(withUrl(model)));
        var print = folder.resolve("r.png").toString();
        Tools.run("pdftoppm", "-r", "150", "-gray", "-png", "-singlefile", pdf.toString(), print.replace(".png", ""));

        assertThat(Tools.run("zbarimg", "-q", "--raw", print).strip()).isEqualTo(LONGEST_URL);
        assertThat(decoded(ImageIO.read(new File(print)))).isEqualTo(LONGEST_URL);
    }

    @Test
    @Clause("9.1.1")
    void manySpecimensGoToSeveralPagesEachWithItsHeadAndItsShareOfTheSeal() throws Exception {
        byte[] pdf = RENDERER.render(ReportFixtures.concrete(12));

        assertThat(pages(pdf)).isEqualTo(3);
        try (var document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= 3; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("混凝土立方体抗压强度检测报告", "第 " + page + " 页　共 3 页");
            }
        }
        for (int page = 0; page < 3; page++) {
            assertThat(redOnRightEdge(image(pdf, page))).as("page %s", page + 1).isTrue();
        }
    }

    @Test
    void aSinglePageHasNoCrossPageSeal() throws Exception {
        assertThat(redOnRightEdge(image(RENDERER.render(ReportFixtures.concrete(1)), 0)))
                .isFalse();
    }

    @Test
    void longTextIsPrintedWhole() throws Exception {
        var keys = List.of("projectName", "part", "client", "equipment", "conclusion", "remarks", "sampler");
        var longest = keys.stream().collect(Collectors.toMap(key -> key, key -> "渭河新城安置房一期工程".repeat(18) + key));

        assertThat(unspaced(
                        Tools.text(RENDERER.render(ReportFixtures.concrete(1).stamped(longest, NONE)))))
                .contains(longest.values());
    }

    @Test
    void whatNobodyFilledInIsADash() throws Exception {
        var bare = new ReportModel(
                SingleValues.ofEarlier("cement", List.of()), Map.of("title", "水泥胶砂强度检测报告"), List.of(), NONE);

        assertThat(Tools.text(RENDERER.render(bare))).contains("—").doesNotContain("null");
    }

    @Test
    void textThatLooksLikeMarkupOrIsRareIsPrintedAsItIs() throws Exception {
        var odd = "<script>alert(1)</script> & ${x} 㙦家庄";
        var pdf = RENDERER.render(ReportFixtures.concrete(1).stamped(Map.of("projectName", odd), NONE));

        assertThat(Tools.text(pdf)).contains(odd);
    }

    private static Stream<Map<String, String>> rows(ReportModel model) {
        return model.singles().rows().stream();
    }

    private static ReportModel withUrl(ReportModel model) {
        var stamps = model.stamps();
        return model.stamped(Map.of(), new ReportModel.Stamps(stamps.signatures(), stamps.seal(), LONGEST_URL));
    }

    private static String token(int length) {
        var bytes = new byte[length];
        new Random(57).nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, length);
    }

    private static int pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static String unspaced(String text) {
        return text.replaceAll("[\\s　]", "");
    }

    private static BufferedImage image(byte[] pdf, int page) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(page, PRINTER_DPI);
        }
    }

    private static String decoded(BufferedImage print) throws ReaderException {
        var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(print)));
        return new QRCodeReader().decode(bitmap).getText();
    }

    private static boolean redOnRightEdge(BufferedImage page) {
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = page.getWidth() - 20; x < page.getWidth(); x++) {
                int rgb = page.getRGB(x, y);
                if ((rgb >> 16 & 0xFF) > 150 && (rgb & 0xFF) < 120) {
                    return true;
                }
            }
        }
        return false;
    }
}
