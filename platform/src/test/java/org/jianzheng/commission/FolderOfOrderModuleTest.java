package org.jianzheng.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.MethodFolder;
import org.jianzheng.standards.catalogue.MethodFolders;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.Orders;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.testing.Testing;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A case is read by the folder of the catalogue that it was ordered under. */
@PlatformTest
class FolderOfOrderModuleTest {

    @Autowired
    Commissions commissions;

    @Autowired
    Catalogue catalogue;

    @Autowired
    MethodFolders folders;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    Testing testing;

    @Autowired
    ApplicationContext platform;

    @Test
    void everyFolderOfThisVersionIsKept() {
        assertThat(catalogue.items()).allSatisfy(item -> assertThat(sql.queryForObject(
                        "SELECT item FROM standards_method_folder WHERE sha256 = ?", String.class, item.sha256()))
                .isEqualTo(item.code()));
    }

    @Test
    void anOrderSaysUnderWhichFolderItWasWritten() {
        String caseId = ordered();
        String sha256 = catalogue.item("splice").sha256();

        assertThat(commissions.find(caseId).asked().methodSha256()).isEqualTo(sha256);
        var submitted = ledger.ofSubject("commission:" + caseId).get(0);
        assertThat(ledger.content(submitted.id())).containsEntry("methodSha256", sha256);
    }

    @Test
    void whatTheFolderSaidThenIsWhatTheOrderSaysNow() {
        MethodFolder then = earlier("{connection}接头", "{connection}连接件");
        keep(then.sha256(), then);
        String caseId = ordered();
        sql.update("UPDATE commission_order SET method_sha256 = ? WHERE case_id = ?", then.sha256(), caseId);

        assertThat(catalogue.ordered("splice", then.sha256()).order().sample()).contains("连接件");
        assertThat(commissions.find(caseId).sample().name()).isEqualTo("钢筋直螺纹套筒连接连接件");
        assertThatThrownBy(() -> commissions.requireAsAsked(caseId))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("commission.order.changed"));
    }

    @Test
    void theTesterRecordsByTheFolderOfTheOrderToo() {
        MethodFolder then = earlier("zh: \"钢筋机械连接\"", "zh: \"钢筋接头拉伸\"");
        keep(then.sha256(), then);
        CaseDriver driver = new CaseDriver(platform);
        String caseId = driver.toTest(DemoTest.SPLICE);
        driver.assign(caseId, DemoTest.SPLICE);
        assertThat(testing.recordTitle(caseId)).isEqualTo("钢筋机械连接");

        sql.update("UPDATE commission_order SET method_sha256 = ? WHERE case_id = ?", then.sha256(), caseId);
        assertThat(testing.recordTitle(caseId)).isEqualTo("钢筋接头拉伸");
    }

    @Test
    void anOrderThatIsOlderThanFoldersReadsThePresentOne() {
        String caseId = ordered();
        sql.update("UPDATE commission_order SET method_sha256 = NULL WHERE case_id = ?", caseId);

        assertThat(commissions.find(caseId).sample().name()).isEqualTo("钢筋直螺纹套筒连接接头");
    }

    @Test
    void aFolderThatIsNotWhatItsHashSaysIsRefused() {
        MethodFolder then = earlier("retentionYears: 20", "retentionYears: 2");
        String other = "0".repeat(64);
        keep(other, then);

        assertRefused(other, "standards.folder.changed");
        assertRefused("f".repeat(64), "standards.folder.unknown");
    }

    @Test
    void theFolderOfAnotherItemIsNotTaken() {
        MethodFolder then = earlier("retentionYears: 20", "retentionYears: 21");
        keep(then.sha256(), then);
        assertThat(catalogue.ordered("splice", then.sha256()).code()).isEqualTo("splice");

        assertThatThrownBy(() -> catalogue.ordered("weld", then.sha256()))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("standards.folder.unknown"));
    }

    /** A later version may read what it does not know any more, and does without what it asks for since. */
    @Test
    void aFolderOfAnEarlierVersionIsReadThoughItsWordsHaveChanged() {
        MethodFolder then = earlier("retentionYears: 20", "retentionYears: 20\nforgotten: {a: b}");
        keep(then.sha256(), then);

        TestItem read = catalogue.ordered("splice", then.sha256());
        assertThat(read.code()).isEqualTo("splice");
        assertThat(read.sha256()).isEqualTo(then.sha256());
    }

    /** Cases that run at the upgrade are printed too. */
    @Test
    void aFolderKeptBeforeItSaidWhatAReportPrintsDoesAsThePresentOne() {
        String text = folders.folder("splice").files().get("item.yml");
        String now = text.substring(text.indexOf("report:"), text.indexOf("policy:"));
        MethodFolder then = earlier(now, "report: {letters: JX, title: 接头检测报告, template: splice}\n");
        keep(then.sha256(), then);

        TestItem read = catalogue.ordered("splice", then.sha256());
        assertThat(read.sha256()).isEqualTo(then.sha256());
        assertThat(read.report().title()).isEqualTo("接头检测报告");
        assertThat(read.report().tables())
                .isEqualTo(catalogue.item("splice").report().tables());
        assertThat(read.report().facts())
                .isEqualTo(catalogue.item("splice").report().facts());
    }

    private String ordered() {
        String caseId = UUID.randomUUID().toString();
        As.person("commissioner", () -> {
            commissions.register(caseId, Orders.of(DemoTest.SPLICE));
            return null;
        });
        return caseId;
    }

    private MethodFolder earlier(String now, String then) {
        var files = new TreeMap<>(folders.folder("splice").files());
        files.computeIfPresent("item.yml", (file, text) -> text.replace(now, then) + "# " + UUID.randomUUID());
        return new MethodFolder("splice", files);
    }

    private void keep(String sha256, MethodFolder folder) {
        try {
            sql.update(
                    "INSERT INTO standards_method_folder (sha256, item, files, kept_at) VALUES (?, ?, ?, NOW(6))",
                    sha256,
                    folder.item(),
                    new ObjectMapper().writeValueAsString(Map.copyOf(folder.files())));
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void assertRefused(String sha256, String code) {
        assertThatThrownBy(() -> catalogue.ordered("splice", sha256))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }
}
