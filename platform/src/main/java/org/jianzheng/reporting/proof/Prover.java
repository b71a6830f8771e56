package org.jianzheng.reporting.proof;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.records.token.ReportFacts;
import org.jianzheng.records.token.ReportTokens;
import org.jianzheng.standards.evaluation.Verdict;
import org.springframework.stereotype.Component;

/** Holds what was kept of one issue against its token, its ledger entry and what the ledger has of it since. */
@Component
class Prover {

    private final ReportTokens tokens;
    private final Ledger ledger;

    Prover(ReportTokens tokens, Ledger ledger) {
        this.tokens = tokens;
        this.ledger = ledger;
    }

    /** Empty where anything differs from anything else. */
    Optional<ReportProof> prove(IssuedReport issued) {
        var reading = tokens.read(issued.token());
        if (!reading.genuine() || !signed(issued, reading.facts())) {
            return Optional.empty();
        }
        return ledger.find(issued.ledgerEntry())
                .filter(entry -> entry.subject().equals(issued.ledgerSubject()))
                .flatMap(entry -> ledger.provenContent(entry.id())
                        .filter(recorded -> recorded(issued, reading.facts(), recorded))
                        .flatMap(recorded -> standing(issued)
                                .map(standing -> proof(issued, reading.facts(), issuedAt(entry, recorded), standing))));
    }

    private static boolean signed(IssuedReport issued, ReportFacts facts) {
        return facts.reportNo().equals(issued.reportNo())
                && facts.ledgerEntry().equals(issued.ledgerEntry())
                && HexFormat.of().formatHex(facts.contentSha256()).equals(issued.contentSha256())
                && DigestUtils.sha256Hex(issued.content()).equals(issued.contentSha256());
    }

    private static boolean recorded(IssuedReport issued, ReportFacts facts, Map<String, Object> recorded) {
        // Entries of reports issued before tokens were recorded have none.
        Object token = recorded.getOrDefault("tokenSha256", DigestUtils.sha256Hex(issued.token()));
        return issued.reportNo().equals(recorded.get("reportNo"))
                && issued.contentSha256().equals(recorded.get("contentSha256"))
                && issued.pdfSha256().equals(recorded.get("pdfSha256"))
                && facts.conclusion().equals(recorded.get("conclusion"))
                && DigestUtils.sha256Hex(issued.token()).equals(token);
    }

    private static Instant issuedAt(LedgerLine entry, Map<String, Object> recorded) {
        return recorded.get("signedAt") instanceof String at ? Instant.parse(at) : entry.at();
    }

    /** Empty where an entry about the report was changed: nobody knows then what it said. */
    private Optional<IssuedStatus> standing(IssuedReport issued) {
        return ledger.wholeOf(issued.ledgerSubject())
                .flatMap(ofReport -> ledger.wholeOf("number:" + issued.reportNo())
                        .map(ofNumber -> Stream.concat(ofReport.stream(), ofNumber.stream())))
                .map(entries -> entries.filter(
                                entry -> IssuedStatus.decides(entry.line().action()))
                        .flatMap(entry -> IssuedStatus.after(entry.line().action(), entry.content()).stream())
                        .reduce(IssuedStatus.VALID, IssuedStatus::and));
    }

    private static ReportProof proof(IssuedReport issued, ReportFacts facts, Instant issuedAt, IssuedStatus standing) {
        return new ReportProof(
                issued.reportNo(),
                issued.token(),
                issued.content(),
                facts.projectId(),
                Verdict.valueOf(facts.conclusion()),
                facts.issuedOn(),
                issuedAt,
                issued.pdfSha256(),
                standing);
    }
}
