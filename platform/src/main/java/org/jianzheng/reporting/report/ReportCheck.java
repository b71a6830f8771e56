package org.jianzheng.reporting.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianzheng.records.nightly.NightlyCheck;
import org.jianzheng.reporting.proof.ProofFinding;
import org.jianzheng.reporting.proof.Proofs;
import org.springframework.stereotype.Component;

/** Proves every issued report again, and compares its row with what is proven, so that none has to be asked for first. */
@Component
class ReportCheck implements NightlyCheck {

    private final Proofs proofs;
    private final ReportRowCheck rows;

    ReportCheck(Proofs proofs, ReportRowCheck rows) {
        this.proofs = proofs;
        this.rows = rows;
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public Page read(String after, int most) {
        List<String> numbers = proofs.numbersAfter(after == null ? "" : after, most);
        if (numbers.isEmpty()) {
            return Page.empty();
        }
        return new Page(
                numbers.size(),
                numbers.get(0),
                numbers.get(numbers.size() - 1),
                numbers.size() < most,
                numbers.stream().flatMap(this::check).toList());
    }

    private Stream<Mismatch> check(String reportNo) {
        ProofFinding found = proofs.ofNumber(reportNo);
        Optional<String> what = found.proven() ? differing(found) : Optional.of("REPORT_UNPROVEN");
        return what.map(one -> new Mismatch("report:" + reportNo, reportNo, one)).stream();
    }

    private Optional<String> differing(ProofFinding proven) {
        return switch (rows.check(proven.proof())) {
            case SAME -> Optional.empty();
            case DIFFERS -> Optional.of("REPORT_CHANGED");
            case STANDING_LOST -> Optional.of("REPORT_STANDING");
        };
    }
}
