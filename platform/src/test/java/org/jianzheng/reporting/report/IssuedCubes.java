package org.jianzheng.reporting.report;

import static org.jianzheng.reporting.print.ReportModel.Stamps.NONE;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.records.evidence.EvidenceFiles;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.number.Numbers;
import org.jianzheng.records.token.ReportFacts;
import org.jianzheng.records.token.ReportTokens;
import org.jianzheng.reporting.composing.Composer;
import org.jianzheng.reporting.composing.ReportContent;
import org.jianzheng.reporting.composing.ReportFixtures;
import org.jianzheng.reporting.print.ReportModel;
import org.jianzheng.reporting.proof.Proofs;
import org.jianzheng.reporting.singles.SingleValues;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.As;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reports of cubes as they are issued, with token, kept content and ledger entry, but without the case before them and the
 * pages: as many as a test of whole projects needs.
 */
public final class IssuedCubes {

    private static final ReportModel CONCRETE = ReportFixtures.concrete(1);
    private static final ReportModel MORTAR = ReportFixtures.mortar();

    private final Reports reports;
    private final Proofs proofs;
    private final ReportTokens tokens;
    private final Numbers numbers;
    private final Ledger ledger;
    private final EvidenceFiles files;
    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final ApplicationContext platform;
    private final String project;

    public IssuedCubes(ApplicationContext platform, String project) {
        this.platform = platform;
        this.project = project;
        reports = platform.getBean(Reports.class);
        proofs = platform.getBean(Proofs.class);
        tokens = platform.getBean(ReportTokens.class);
        numbers = platform.getBean(Numbers.class);
        ledger = platform.getBean(Ledger.class);
        files = platform.getBean(EvidenceFiles.class);
        entities = platform.getBean(EntityManager.class);
        transaction = platform.getBean(TransactionTemplate.class);
    }

    /** A C30 group of standard curing and 28 days for the developer; the words given say otherwise. Answers its number. */
    public String concrete(String mpa, LocalDate madeOn, Map<String, String> words) {
        return issued(CONCRETE, "concrete-cube", mpa, madeOn, words);
    }

    public String mortar(String mpa, LocalDate madeOn, Map<String, String> words) {
        return issued(MORTAR, "mortar-cube", mpa, madeOn, words);
    }

    /** In one transaction. */
    public List<String> concretes(int count, LocalDate madeOn, Map<String, String> words) {
        return As.person(
                "signatory",
                () -> transaction.execute(status -> IntStream.range(0, count)
                        .mapToObj(i -> concrete("3" + (5 + i % 3) + "." + i % 10, madeOn.plusDays(i), words))
                        .toList()));
    }

    private String issued(ReportModel page, String item, String mpa, LocalDate madeOn, Map<String, String> words) {
        return As.person(
                "signatory",
                () -> transaction.execute(status -> {
                    String number = numbers.allocate(
                            Catalogue.current().item(item).report().letters(), "BJ09");
                    var all = new HashMap<>(Map.of(
                            "reportNo",
                            number,
                            "madeOn",
                            Composer.day(madeOn) + "（申报）",
                            "nature",
                            "建设单位委托",
                            "curing",
                            "标准养护",
                            "age",
                            "28 d",
                            "mixNo",
                            "PHB-30-01",
                            "kind",
                            "水泥砂浆",
                            "part",
                            "3号楼　三层框架柱"));
                    all.putAll(words);
                    String conclusion = all.getOrDefault("conclusionCode", "PASS");
                    all.keySet().removeIf(key -> key.equals("conclusionCode"));
                    all.values().removeIf(String::isEmpty);
                    var rows = page.singles().rows().stream()
                            .map(row -> represented(row, mpa))
                            .toList();
                    var model = new ReportModel(
                                    SingleValues.ofEarlier(
                                            Catalogue.current().item(item).family(), rows),
                                    page.text(),
                                    page.items(),
                                    NONE)
                            .stamped(all, NONE);
                    return issue(
                            number, item, conclusion, ReportContent.of(model).json());
                }));
    }

    private static Map<String, String> represented(Map<String, String> row, String mpa) {
        var line = new HashMap<>(row);
        line.remove("representative");
        if (!mpa.isEmpty()) {
            line.put("representative", mpa);
        }
        return line;
    }

    private String issue(String number, String item, String conclusion, String content) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var text = ReportContent.read(content).text();
        var parties = new CaseParties("BJ01", "WBJT", "SJ1", "HC");
        var subject = new ReportSubject(
                Catalogue.current().item(item),
                text.get("commissionNo"),
                text.get("sampleNo"),
                project,
                text.get("projectName"),
                Verdict.valueOf(conclusion));
        String id = UUID.randomUUID().toString();
        var report = new Report(
                id, UUID.randomUUID().toString(), 1, parties, subject, content, null, As.whoIs("tester"), now);
        report.review(As.whoIs("reviewer"), now);
        report.sign(As.whoIs("signatory"), now);
        byte[] hash = DigestUtils.sha256(content);
        UUID entry = ledger.reserve();
        String token =
                tokens.sign(new ReportFacts(number, "BJ01", LocalDate.now(), conclusion, hash, entry, "WBJT", project));
        var issue = new ReportIssue(
                number,
                HexFormat.of().formatHex(hash),
                entry,
                token,
                files.store(("%PDF-1.7 " + number).getBytes(StandardCharsets.UTF_8), "application/pdf"));
        report.issue(issue, content);
        reports.save(report);
        proofs.keep(issue.kept(id, content));
        ledger.append(Ledger.Fact.of(
                        DraftProof.SIGNED,
                        report.ledgerSubject(),
                        report.caseId(),
                        Map.of(
                                "reportNo",
                                number,
                                "conclusion",
                                conclusion,
                                "contentSha256",
                                issue.contentSha256(),
                                "tokenSha256",
                                issue.tokenSha256(),
                                "pdfSha256",
                                issue.pdfSha256(),
                                "signedAt",
                                now))
                .withId(entry));
        // A thousand of them in one transaction would be compared with one another at each.
        entities.flush();
        entities.clear();
        return number;
    }

    /** Called back, as the platform does it once everybody has agreed. */
    public void recall(String number) {
        As.person(
                "technicalhead",
                () -> transaction.executeWithoutResult(status -> {
                    Report report = reports.findByIssueReportNo(number).orElseThrow();
                    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
                    report.recall(false, "荷载抄录有误", As.whoIs("technicalhead"), now);
                    ledger.append(Ledger.Fact.of(
                            "report.recalled", report.ledgerSubject(), report.caseId(), Map.of("reportNo", number)));
                    platform.publishEvent(new ReportRecalled(number, report.caseId(), false, "荷载抄录有误", now));
                }));
    }
}
