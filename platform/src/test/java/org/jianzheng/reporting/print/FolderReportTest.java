package org.jianzheng.reporting.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.reporting.composing.ReportContent;
import org.jianzheng.reporting.singles.SingleValues;
import org.jianzheng.reporting.singles.SingleValuesPage;
import org.jianzheng.reporting.verifying.Tools;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.MethodFolders;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.testing.procedure.SpecimenResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/** A folder that nobody wrote a line of Java for prints its report. */
class FolderReportTest {

    private static final String REPORT =
            """
            report:
              letters: MG
              title: 锚固件抗拔检测报告
              engineerStamp: true
              facts:
                - {key: diameter, label: {zh: 锚筋直径, en: Diameter}, unit: mm, from: diameterMm, material: true}
                - {key: class, label: {zh: 类别, en: Class}, from: splice}
                - {key: base, label: {zh: 基材, en: Base}, of: ORDER}
              tables:
                - kind: pull
                  title: {zh: 抗拔单值, en: Pulls}
                  columns:
                    - {key: "no", label: {zh: 序号, en: No.}, of: NUMBER}
                    - {key: mark, label: {zh: 锚栓, en: Anchor}, of: MARK, width: 3}
                    - {key: load, label: {zh: 抗拔力, en: Pull-out load}, unit: kN, from: loadKn, width: 2}
                    - {key: mode, label: {zh: 破坏方式, en: Failure}, width: 4, words: {CONE: {zh: 混凝土锥体破坏, en: Cone}}}
                  foot:
                    - {key: least, label: {zh: 最小值, en: Least}, unit: kN, from: leastKn, width: 2}
                - kind: slip
                  title: {zh: 位移单值, en: Slips}
                  columns:
                    - {key: mark, label: {zh: 锚栓, en: Anchor}, of: MARK}
                    - {key: slip, label: {zh: 位移, en: Slip}, unit: mm, from: slipMm}
                - kind: torque
                  title: {zh: 扭矩单值, en: Torques}
                  columns:
                    - {key: torque, label: {zh: 扭矩, en: Torque}}
            """;

    private final ResultView result = mock(ResultView.class, RETURNS_DEEP_STUBS);
    private final CommissionView order = mock(CommissionView.class, RETURNS_DEEP_STUBS);
    private final SampleView sample = mock(SampleView.class);

    @TempDir
    private Path further;

    @BeforeEach
    void threeArePulledAndTwoHeld() {
        when(order.asked().details()).thenReturn(Map.of("base", "C30 混凝土"));
        when(sample.sampleNo()).thenReturn("BJ01-YP-2026-00009");
        when(result.finding().facts()).thenReturn(Map.of("diameterMm", "16", "splice", "II", "leastKn", "61.2"));
        specimens("pull", List.of(pull(1, "61.2"), pull(2, "66.0"), pull(3, "64.8")));
        specimens("slip", List.of(slip("00009-1", Map.of("slipMm", "0.42")), slip("00009-2", Map.of())));
        specimens("torque", List.of());
    }

    private void specimens(String kind, List<SpecimenResult> rows) {
        when(result.finding().specimens(kind)).thenReturn(rows);
    }

    private static SpecimenResult pull(int no, String load) {
        return SpecimenResult.of("pull", "BJ01-YP-2026-00009-" + no, Map.of("loadKn", load, "mode", "CONE"));
    }

    private static SpecimenResult slip(String no, Map<String, String> figures) {
        return SpecimenResult.of("slip", no, figures);
    }

    private TestItem item() throws Exception {
        String splice = new ClassPathResource("methods/splice/item.yml").getContentAsString(StandardCharsets.UTF_8);
        String text = splice.replace("code: splice", "code: anchor")
                .replace("family: SPLICE", "family: ANCHOR")
                .replaceFirst("(?s)result:.*?(?=policy:)", REPORT);
        Path folder = Files.createDirectories(further.resolve("anchor"));
        Files.writeString(folder.resolve("item.yml"), text);
        return MethodFolders.with(further.toString()).read().stream()
                .filter(each -> each.code().equals("anchor"))
                .findFirst()
                .orElseThrow();
    }

    private ReportModel model() throws Exception {
        var page = SingleValuesPage.of(item(), result, order, sample);
        return new ReportModel(page.singles(), page.facts(), List.of(), ReportModel.Stamps.NONE);
    }

    @Test
    void itsFactsAndATableForEachKindOfSpecimenArePrinted() throws Exception {
        assertThat(Tools.text(new ReportRenderer().render(model())))
                .containsSubsequence(
                        "锚筋直径 16 mm",
                        "类别 Ⅱ级",
                        "基材 C30 混凝土",
                        "抗拔单值",
                        "序号 锚栓",
                        "1 00009-1 61.2 混凝土锥体破坏",
                        "3 00009-3 64.8 混凝土锥体破坏",
                        "最小值\n(kN) 61.2",
                        "位移单值",
                        "00009-1 0.42",
                        "00009-2 —")
                .contains("抗拔力\n(kN)", "注册工程师", "执业印章")
                .doesNotContain("扭矩", "CONE");
    }

    @Test
    void whatWasWordedPrintsTheSameFromItsContentAlone() throws Exception {
        String content = ReportContent.of(model()).json();
        var read = ReportContent.read(content);

        assertThat(read.json()).isEqualTo(content);
        assertThat(read.model()).isEqualTo(model());
        assertThat(read.singles().facts())
                .extracting(SingleValues.Fact::material)
                .containsExactly(true, false, false);
    }

    @Test
    void aLongTableRepeatsItsHeadingsAndAWordTooLongForItsCellIsPrintedWhole() throws Exception {
        var many = new ArrayList<SpecimenResult>();
        for (int i = 1; i <= 80; i++) {
            many.add(pull(i, "60.0"));
        }
        String wordy = "混凝土锥体破坏，锥体深度约为锚固深度的三分之二，其余为拔出破坏；".repeat(3);
        many.set(40, SpecimenResult.of("pull", "00009-41", Map.of("loadKn", "60.0", "mode", wordy)));
        specimens("pull", many);

        try (var document = Loader.loadPDF(new ReportRenderer().render(model()))) {
            assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(3);
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains(wordy);
            for (int page = 1; page <= 2; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("破坏方式", "抗拔力");
            }
        }
    }

    /** Seventy millimetres are a mortar cube's: of a concrete cube whose side nobody knows none is made up. */
    @Test
    void theSizeOfACubeIsTheFoldersOrTheOrdersAndNeverAnothers() {
        specimens("cube", List.of(SpecimenResult.of("cube", "00009-1", Map.of("loadKn", "780.0"))));
        assertThat(cube("concrete-cube")).doesNotContainKeys("size", "area");
        assertThat(cube("mortar-cube")).containsEntry("size", "70.7×70.7×70.7").containsEntry("area", "4998");

        when(result.finding().facts()).thenReturn(Map.of("sizeMm", "150"));
        assertThat(cube("concrete-cube")).containsEntry("size", "150×150×150").containsEntry("area", "22500");
    }

    private Map<String, String> cube(String item) {
        when(order.sample().name()).thenReturn("试件");
        return SingleValuesPage.of(Catalogue.current().item(item), result, order, sample)
                .singles()
                .rows()
                .get(0);
    }

    @Test
    void aDraftWordedBeforeItsContentHadTablesPrintsThemAllTheSame() throws Exception {
        String old =
                """
                {"family":"splice","items":[],
                 "rows":[{"no":"1","mark":"0001-1","diameter":"25","area":"490.9","maxForce":"290.0","strength":"590",
                          "failure":"钢筋拉断"}],
                 "text":{"title":"钢筋机械连接接头力学性能检测报告","grade":"HRB400E","spliceClass":"Ⅰ级"}}""";

        assertThat(Tools.text(
                        new ReportRenderer().render(ReportContent.read(old).model())))
                .contains("1 0001-1 25 490.9 290.0 590 钢筋拉断", "接头等级 Ⅰ级", "检验类型 —")
                .doesNotContain("注册工程师");
    }
}
