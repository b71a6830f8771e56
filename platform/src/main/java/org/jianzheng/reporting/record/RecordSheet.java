package org.jianzheng.reporting.record;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.printing.PdfFile;
import org.jianzheng.printing.ReportFonts;
import org.jianzheng.printing.ReportTemplates;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.reporting.singles.TableDesign;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.testing.Testing;
import org.jianzheng.testing.order.OrderView;
import org.jianzheng.testing.procedure.ResultView.RecordVersion;
import org.springframework.stereotype.Component;

/**
 * The raw records of a case on paper (原始记录): every version of every stage as it was entered, in Chinese, with the ledger's
 * entry of each. Says nothing of client and project: samples are tested blind.
 */
@Component
public class RecordSheet {

    private static final String RECORDED = "testing.recorded";
    private static final String CORRECTED = "testing.corrected";

    private final JasperReportsContext context = ReportFonts.context();
    private final ReportTemplates templates = new ReportTemplates(context);
    private final JasperFillManager filler = JasperFillManager.getInstance(context);
    private final PdfFile pdf = new PdfFile(context);

    private final Testing testing;
    private final Commissions commissions;
    private final Ledger ledger;
    private final RecordLines lines;
    private final RecordTables tables;
    private final Clock clock;

    RecordSheet(
            Testing testing,
            Commissions commissions,
            Ledger ledger,
            RecordLines lines,
            RecordTables tables,
            Clock clock) {
        this.testing = testing;
        this.commissions = commissions;
        this.ledger = ledger;
        this.lines = lines;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * @throws NotFound where nothing has been recorded
     * @throws RuleBroken where the ledger has not kept what a row says: nothing of it is printed
     */
    public byte[] of(String caseId) {
        OrderView order = testing.order(caseId)
                .filter(each -> !each.records().isEmpty())
                .orElseThrow(() -> new NotFound("testing.result.none"));
        CommissionView commission = commissions.find(caseId);
        TestItem item = testing.item(caseId);
        var blocks = new ArrayList<Map<String, ?>>();
        blocks.add(facts(null, lines.head(order, commission, item)));
        inOrder(order, item).forEach(version -> add(blocks, version, order, item));
        try {
            return print(item, order, commission, blocks);
        } catch (JRException e) {
            throw new IllegalStateException("Record of " + caseId + " cannot be printed: " + e.getMessage(), e);
        }
    }

    /** Stage by stage as the folder has them, in each the first version first. */
    private static List<OrderView.Version> inOrder(OrderView order, TestItem item) {
        var stages = item.stages().stream().map(stage -> stage.code()).toList();
        return order.records().stream()
                .sorted(Comparator.<OrderView.Version>comparingInt(
                                each -> stages.indexOf(each.record().stage()))
                        .thenComparingInt(each -> each.record().version()))
                .toList();
    }

    private void add(List<Map<String, ?>> blocks, OrderView.Version version, OrderView order, TestItem item) {
        RecordVersion record = version.record();
        String title = lines.title(record, order, item);
        blocks.add(facts(title, lines.facts(record, entry(record), item)));
        int width = templates.named("reporting/tables").getColumnWidth();
        tables.of(version, item)
                .forEach(table -> blocks.add(Map.of(
                        "design", TableDesign.of(table, width).compiled(templates),
                        "heads", TableDesign.heads(table),
                        "rows", new JRMapCollectionDataSource(TableDesign.cells(table)))));
    }

    private Map<String, ?> facts(String title, List<Map<String, ?>> facts) {
        return Map.of(
                "design",
                templates.named("reporting/facts"),
                "heads",
                title == null ? new HashMap<>() : new HashMap<>(Map.of("title", title)),
                "rows",
                new JRMapCollectionDataSource(facts));
    }

    /** What the ledger keeps of the record, which is what the row says. */
    private LedgerLine entry(RecordVersion record) {
        return ledger.provenOf("raw-record:" + record.recordNo()).stream()
                .filter(entry ->
                        Set.of(RECORDED, CORRECTED).contains(entry.line().action()))
                .filter(entry -> record.values().equals(entry.content().get("values")))
                .findFirst()
                .map(Ledger.Proven::line)
                .orElseThrow(() -> new RuleBroken("testing.record.unproven", record.recordNo()));
    }

    private byte[] print(TestItem item, OrderView order, CommissionView commission, List<Map<String, ?>> blocks)
            throws JRException {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("title", item.label() + "原始记录");
        parameters.put("labName", commission.names().lab());
        parameters.put("orderNo", order.orderNo());
        parameters.put("printed", "打印时间 " + CityTime.second(CityTime.now(clock)));
        parameters.put("blocksList", templates.named("reporting/tables"));
        parameters.put("blocks", new JRMapCollectionDataSource(blocks));
        var filled = filler.fill(templates.named("reporting/record"), parameters, new JREmptyDataSource());
        return pdf.write(
                filled,
                new PdfFile.About(
                        item.label() + "原始记录 " + order.orderNo(),
                        commission.names().lab(),
                        null));
    }
}
