package org.jianzheng.acquisition.opening;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jianzheng.acquisition.login.MachineLogins;
import org.jianzheng.acquisition.run.AdmittedPiece;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunAdmission;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** How a run comes to be, whoever opens it: in person, or by a permit that was made in advance. */
@Component
public class RunOpening {

    private final RunStore runs;
    private final RunAdmission admission;
    private final MachineLogins logins;
    private final PermitHolds permits;
    private final Ledger ledger;

    RunOpening(RunStore runs, RunAdmission admission, MachineLogins logins, PermitHolds permits, Ledger ledger) {
        this.runs = runs;
        this.admission = admission;
        this.logins = logins;
        this.permits = permits;
        this.ledger = ledger;
    }

    /** What is to be tested by which method on which machine. */
    public record Asked(String mark, String method, String equipment) {}

    /** @throws RuleBroken where the specimen may not be tested then by that person, or the machine cannot send */
    public AdmittedPiece admit(Asked asked, Person operator, Instant at) {
        AdmittedPiece piece = admission.admit(asked.mark(), asked.method(), asked.equipment(), operator, at);
        if (!logins.isConnected(asked.equipment())) {
            throw RuleBroken.at("equipment", "acquisition.run.notConnected", asked.equipment());
        }
        return piece;
    }

    /**
     * How many tests the piece still has before it. One specimen, one run, as many as it has pieces; one that was broken off
     * counts until somebody else allows another.
     *
     * @throws RuleBroken where there is none
     */
    public int left(AdmittedPiece piece) {
        return numbers(piece).size();
    }

    /** @throws RuleBroken where a permit that stands keeps the test for itself: who may have tested it already must not test it anew */
    public void requireNotPermitted(AdmittedPiece piece) {
        permits.heldBy(piece.parties().labCode(), piece.mark(), piece.method()).ifPresent(permit -> {
            throw RuleBroken.at("specimen", "acquisition.run.permitted", piece.sampleNo(), piece.position(), permit);
        });
    }

    private List<Integer> numbers(AdmittedPiece piece) {
        List<Run> before = runs.ofPiece(piece.mark(), piece.method(), piece.stage());
        before.stream().filter(Run::bars).findFirst().ifPresent(barring -> {
            throw RuleBroken.at(
                    "specimen", "acquisition.run.aborted", barring.view().reason());
        });
        List<Integer> taken =
                before.stream().filter(Run::counts).map(Run::piece).toList();
        List<Integer> left = IntStream.rangeClosed(1, piece.pieces())
                .boxed()
                .filter(number -> !taken.contains(number))
                .toList();
        if (left.isEmpty()) {
            boolean underWay = before.stream().anyMatch(run -> run.state().isUnderWay());
            throw RuleBroken.at(
                    "specimen",
                    underWay ? "acquisition.run.underWay" : "acquisition.run.tested",
                    piece.sampleNo(),
                    piece.position());
        }
        return left;
    }

    /**
     * A new run.
     *
     * @param operator with their work number where it names them and nobody else, else with none
     * @param permit under which it is opened; null where its operator is there
     * @param recorded what the ledger says of it besides
     */
    public Run open(
            String id,
            AdmittedPiece piece,
            String equipment,
            Person operator,
            String permit,
            Map<String, ?> recorded,
            Instant at) {
        if (permit == null) {
            requireNotPermitted(piece);
        }
        Run run = new Run(id, piece, numbers(piece).get(0), equipment, operator, at);
        if (permit != null) {
            run.permitted(permit);
        }
        try {
            runs.saveAndFlush(run);
        } catch (DataIntegrityViolationException taken) {
            throw RuleBroken.at("equipment", "acquisition.run.busy", equipment);
        }
        Map<String, Object> content = new HashMap<>(recorded);
        content.put("mark", piece.mark());
        content.put("method", piece.method());
        content.put("equipment", equipment);
        if (!operator.workNumber().isEmpty()) {
            content.put("workNumber", operator.workNumber());
        }
        ledger.append(new Ledger.Fact(null, "run.opened", run.ledgerSubject(), run.caseId(), null, content));
        return run;
    }
}
