package org.jianzheng.archive;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NewestFirst;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.SearchText;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.report.ReportView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.testing.Testing;
import org.jianzheng.testing.order.OrderView;
import org.jianzheng.workflow.Processes;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finished cases, kept. */
@Service
@Transactional
public class Archive {

    private final ArchiveEntries entries;
    private final EntityManager entities;
    private final Commissions commissions;
    private final Sampling sampling;
    private final Testing testing;
    private final Reporting reporting;
    private final Processes processes;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    Archive(
            ArchiveEntries entries,
            EntityManager entities,
            Commissions commissions,
            Sampling sampling,
            Testing testing,
            Reporting reporting,
            Processes processes,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.entries = entries;
        this.entities = entities;
        this.commissions = commissions;
        this.sampling = sampling;
        this.testing = testing;
        this.reporting = reporting;
        this.processes = processes;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** Files the case with its issued report. A case that is filed stays as it is, however often it is asked for. */
    public void file(String caseId) {
        if (entries.existsByCaseId(caseId)) {
            return;
        }
        CommissionView commission = commissions.find(caseId);
        ReportView report = reporting
                .ofCase(caseId)
                .filter(found -> found.status().issued())
                .orElseThrow(() -> new RuleBroken("archive.noReport", commission.commissionNo()));
        Map<String, List<String>> documents = documents(commission, report);
        LocalDate until = CityTime.today(clock)
                .plusYears(Catalogue.current()
                        .ordered(commission.asked().item(), commission.asked().methodSha256())
                        .retentionYears());
        ArchiveEntry entry = new ArchiveEntry(
                new ArchiveEntry.CaseFile(
                        caseId,
                        commission.commissionNo(),
                        report.reportNo(),
                        commission.asked().family(),
                        commission.site().projectName() + " "
                                + commission.sample().name() + " "
                                + commission.asked().grade(),
                        report.conclusion().name(),
                        report.issue().pdfSha256()),
                commission.parties(),
                StoredJson.write(documents),
                // The engine forgets its history after half a year; the path is ours to keep.
                StoredJson.write(processes.history(caseId)),
                clock.instant(),
                until);
        entities.persist(entry);
        commissions.enter(caseId, CaseStage.ARCHIVED);
        ledger.append(Ledger.Fact.of(
                "case.archived",
                entry.ledgerSubject(),
                caseId,
                Map.of(
                        "documents", documents,
                        "pdfSha256", report.issue().pdfSha256(),
                        "retainedUntil", until.toString())));
    }

    /** An amended report was issued: the ledger keeps what belongs to the file now, beside what was filed first. */
    public void refile(String caseId) {
        CommissionView commission = commissions.find(caseId);
        ReportView report = reporting
                .ofCase(caseId)
                .filter(found -> found.status().issued())
                .orElseThrow(() -> new RuleBroken("archive.noReport", commission.commissionNo()));
        commissions.enter(caseId, CaseStage.ARCHIVED);
        ledger.append(Ledger.Fact.of(
                "case.refiled",
                "archive:" + caseId,
                caseId,
                Map.of(
                        "documents",
                        documents(commission, report),
                        "pdfSha256",
                        report.issue().pdfSha256())));
    }

    /** 9.1.1: what belongs to the file of a report. */
    private Map<String, List<String>> documents(CommissionView commission, ReportView report) {
        var documents = new LinkedHashMap<String, List<String>>();
        documents.put("commission", List.of(commission.commissionNo()));
        documents.put("sample", List.of(sampling.sample(commission.caseId()).sampleNo()));
        documents.put(
                "rawRecord",
                testing.order(commission.caseId()).map(OrderView::records).orElse(List.of()).stream()
                        .map(version -> version.record().recordNo())
                        .sorted()
                        .toList());
        documents.put("report", List.of(report.reportNo()));
        return documents;
    }

    /**
     * Entries the acting person may see, newest first.
     *
     * @param search part of a commission number, report number or title; empty for all
     */
    @Transactional(readOnly = true)
    public Paged<ArchivedCase> list(String search, int page, int size) {
        Specification<ArchiveEntry> mine = identity.scope().within("parties");
        return new NewestFirst<>(entities, ArchiveEntry.class, "filedAt", "caseId")
                .page(mine.and(SearchText.in(search, "commissionNo", "reportNo", "title")), page, size)
                .map(this::view);
    }

    @Transactional(readOnly = true)
    public Optional<ArchivedCase> find(String caseId) {
        return Optional.ofNullable(entities.find(ArchiveEntry.class, caseId)).map(this::view);
    }

    private ArchivedCase view(ArchiveEntry entry) {
        ArchivedCase view = entry.view();
        return reporting.stands(view.reportNo()) ? view : view.ended();
    }

    /** The steps the case took, as JSON, from the first to the filing. */
    @Transactional(readOnly = true)
    public Optional<String> path(String caseId) {
        return Optional.ofNullable(entities.find(ArchiveEntry.class, caseId)).map(ArchiveEntry::path);
    }
}
