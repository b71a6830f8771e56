package org.jianzheng.registration.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.registry.Projects;
import org.jianzheng.support.As;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Projects as workbooks: the station enters those of many developers at once, a developer its own. */
@PlatformTest
class ProjectBooksModuleTest {

    private static final List<String> HEADINGS = List.of(
            "工程编号",
            "工程名称",
            "工程地址",
            "施工许可证号",
            "施工许可证发证日期",
            "监督注册号",
            "建设单位",
            "施工单位",
            "监理单位",
            "开工日期",
            "计划竣工日期",
            "经度",
            "纬度",
            "停工日期",
            "竣工或终止日期");
    private static final int NAME = 1;
    private static final int CONTRACTOR = 7;
    private static final int LONGITUDE = 11;

    @Autowired
    MockMvc web;

    @Autowired
    MistakenWorkbooks mistaken;

    @Autowired
    Processes processes;

    @Autowired
    Projects projects;

    @Autowired
    JdbcTemplate sql;

    @Test
    void whatTheStationTakesAwayItBringsAgainWithOneProjectMoreAndOneRenamed() throws Exception {
        approve(application("supervisor", "station", book(project("XB-1", "WBJT"), project("XB-2", "GXZY"))));
        try (XSSFWorkbook exported = exported("supervisor")) {
            List<List<String>> rows = rows(exported);
            assertThat(rows.get(0)).isEqualTo(HEADINGS);
            assertThat(rows).hasSize(1 + count());
            List<String> renamed = row(rows, "XB-1");
            assertThat(renamed.get(CONTRACTOR)).isEqualTo("SJ1 陕西三秦第一建筑工程有限公司");
            assertThat(renamed.get(LONGITUDE)).isEqualTo("107.1448");
            renamed.set(NAME, "改名后的工程");
            List<List<String>> changed = List.of(renamed, row(rows, "XB-2"), project("XB-3", "WBJT"));
            approve(application("supervisor", "station", book(changed)));
        }
        assertThat(projects.find("XB-1").orElseThrow().name()).isEqualTo("改名后的工程");
        assertThat(projects.find("XB-2").orElseThrow().developer().code()).isEqualTo("GXZY");
        assertThat(projects.find("XB-3")).isPresent();
        assertThat(sql.queryForList(
                        "SELECT house FROM qualification_history WHERE subject = 'project:XB-2'", String.class))
                .containsOnly("developers/GXZY");
    }

    @Test
    void eachPartyTakesAwayItsOwnProjectsAndALaboratoryNone() throws Exception {
        approve(application("supervisor", "station", book(project("XB-4", "GXZY"), project("XB-12", "GXZY"))));
        try (XSSFWorkbook own = exported("sampler")) {
            assertThat(rows(own)).extracting(row -> row.get(0)).contains("XM-2026-001", "XB-4");
        }
        try (XSSFWorkbook own = exported("commissioner")) {
            assertThat(rows(own))
                    .extracting(row -> row.get(0))
                    .contains("XM-2026-001")
                    .doesNotContain("XB-4");
        }
        try (XSSFWorkbook none = exported("labadmin")) {
            assertThat(rows(none)).hasSize(1);
        }
    }

    @Test
    void everyMistakeIsNamedByItsCellAndNothingIsSubmitted() throws Exception {
        List<String> known = project("XB-5", "WBJT");
        List<String> position = project("XB-6", "WBJT");
        position.set(LONGITUDE, "34.3622");
        List<String> party = project("XB-7", "WBJT");
        party.set(CONTRACTOR, "SJ9");
        List<String> permit = project("XB-8", "WBJT");
        permit.set(3, known.get(3));
        List<String> end = project("XB-9", "WBJT");
        end.set(14, "2026-01-01");
        List<String> foreign = project("XB-10", "GXZY");
        MockHttpServletResponse answer =
                send("commissioner", "developers/WBJT", book(known, position, party, permit, end, foreign));
        String id = answer.getRedirectedUrl().replaceAll(".*/import/", "");
        assertThat(As.person("commissioner", () -> mistaken.find(id, 0, 50))
                        .problems()
                        .items())
                .extracting(WorkbookProblem::cell)
                .containsExactly("L3", "H4", "D5", "O6", "G7");
        assertThat(projects.find("XB-5")).isEmpty();
    }

    @Test
    void whoRegistersNoProjectsBringsNone() throws Exception {
        MockHttpServletResponse answer = send("sampler", "contractors/SJ1", book(project("XB-11", "WBJT")));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("不能");
    }

    private static List<String> project(String code, String developer) {
        LocalDate today = LocalDate.now(CityTime.ZONE);
        return new ArrayList<>(List.of(
                code,
                "导入工程 " + code,
                "宝鸡市渭滨区",
                "XK-" + code,
                today.minusDays(40).toString(),
                "ZC-" + code,
                developer,
                "SJ1",
                "HC",
                today.minusDays(30).toString(),
                today.plusYears(1).toString(),
                "107.1448",
                "34.3622",
                "",
                ""));
    }

    @SafeVarargs
    private static byte[] book(List<String>... projects) throws IOException {
        return book(List.of(projects));
    }

    private static byte[] book(List<List<String>> projects) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter book = new WorkbookWriter().sheet("工程登记", HEADINGS)) {
            projects.forEach(book::row);
            book.write(out);
        }
        return out.toByteArray();
    }

    private XSSFWorkbook exported(String who) throws Exception {
        byte[] workbook = web.perform(get("/registrations/export?kind=PROJECT").with(As.signedIn(who)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    }

    private static List<List<String>> rows(XSSFWorkbook book) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : book.getSheetAt(0)) {
            List<String> values = new ArrayList<>();
            for (int column = 0; column < HEADINGS.size(); column++) {
                values.add(
                        row.getCell(column) == null ? "" : row.getCell(column).toString());
            }
            rows.add(values);
        }
        return rows;
    }

    private static List<String> row(List<List<String>> rows, String code) {
        return rows.stream().filter(row -> row.get(0).equals(code)).findFirst().orElseThrow();
    }

    private MockHttpServletResponse send(String who, String house, byte[] workbook) throws Exception {
        return web.perform(multipart("/registrations/import")
                        .file(new MockMultipartFile("file", workbook))
                        .param("kind", "PROJECT")
                        .param("house", house)
                        .with(As.signedIn(who))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String application(String who, String house, byte[] workbook) throws Exception {
        String url = send(who, house, workbook).getRedirectedUrl();
        assertThat(url).contains("/registrations/").doesNotContain("/import/");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    // One entry alone would need its permit; of many the papers come by and by.
    private void approve(String id) {
        String task = processes.openTasks(List.of(id)).get(0).id();
        As.person("stationadmin", () -> processes.complete(task, Map.of("decision", "APPROVE")));
    }

    private int count() {
        return sql.queryForObject("SELECT COUNT(*) FROM qualification_project", Integer.class);
    }
}
