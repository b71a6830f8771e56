package org.jianzheng.acquisition.permit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jianzheng.acquisition.broker.MachineTopic;
import org.jianzheng.acquisition.opening.RunOpening;
import org.jianzheng.acquisition.run.AdmittedPiece;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunEvents;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.records.token.SignedJson;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Opens the run of a begin that nobody opened but whose permit covers it. The permit is believed by what the platform has on
 * record of it, the signature only says that the machine's host did not make it up; and what would refuse the run to its
 * operator refuses it here.
 */
@Component
public class PermittedRuns {

    /** By so much a machine's clock may be ahead. */
    /** Machines' clocks run behind, and some tell only the second. */
    private static final Duration BEHIND = Duration.ofMinutes(1);

    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final PermitStore store;
    private final RunStore runs;
    private final RunOpening opening;
    private final SignedJson signed;
    private final OfficialRows official;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PermittedRuns(
            PermitStore store,
            RunStore runs,
            RunOpening opening,
            SignedJson signed,
            OfficialRows official,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.runs = runs;
        this.opening = opening;
        this.signed = signed;
        this.official = official;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /**
     * In the caller's transaction, which does not commit where this refuses.
     *
     * @throws PermitRefused where the permit does not cover it
     * @throws RuleBroken where the specimen might not have been tested then, permit or not
     */
    public void open(MachineTopic from, Run.Begin begin, String token) throws PermitRefused {
        if (runs.findById(from.runId()).isPresent()) {
            return;
        }
        Instant now = CityTime.now(clock);
        Permit permit = genuine(token);
        PermitPiece piece = covered(permit.view(), from, begin);
        if (!permit.names(begin.operator())) {
            throw new PermitRefused("operator is not the one it was made for");
        }
        requireInTime(permit, begin.startedAt(), now);
        AdmittedPiece admitted = opening.admit(
                new RunOpening.Asked(piece.mark(), piece.method(), from.equipment()),
                permit.operator(),
                begin.startedAt());
        Run run = opening.open(
                from.runId(),
                admitted,
                from.equipment(),
                permit.operator(),
                permit.id(),
                Map.of("permit", permit.id(), "machineTime", begin.startedAt().toString()),
                now);
        ledger.append(new Ledger.Fact(
                null, "permit.used", permit.ledgerSubject(), run.caseId(), null, Map.of("run", run.id())));
        events.publishEvent(new RunEvents.PermitUsed(run.id(), begin.startedAt(), now));
        permit.revokedAt().ifPresent(at -> events.publishEvent(new RunEvents.UsedAfterRevocation(run.id(), at)));
    }

    private Permit genuine(String token) throws PermitRefused {
        Map<?, ?> content = signed.read(PermitContent.TYPE, token)
                .orElseThrow(() -> new PermitRefused("not signed by this platform, or altered since"));
        Permit permit = store.lock(String.valueOf(content.get("jti")))
                .filter(known -> known.token().equals(token))
                .orElseThrow(() -> new PermitRefused("not known here"));
        official.requireIntact("acquisition_permit", Map.of("id", permit.id()));
        return permit;
    }

    private static PermitPiece covered(PermitView permit, MachineTopic from, Run.Begin begin) throws PermitRefused {
        if (!permit.equipment().equals(from.equipment()) || !permit.labCode().equals(from.labCode())) {
            throw new PermitRefused("made for another machine");
        }
        return permit.pieces().stream()
                .filter(piece -> permit.runId(piece).equals(from.runId()))
                .filter(piece ->
                        piece.mark().equals(begin.specimen()) && piece.method().equals(begin.method()))
                .findFirst()
                .orElseThrow(() -> new PermitRefused("runId, specimen and method are not of one of its runs"));
    }

    private static void requireInTime(Permit permit, Instant startedAt, Instant now) throws PermitRefused {
        PermitView view = permit.view();
        if (startedAt.isBefore(view.from().minus(BEHIND)) || startedAt.isAfter(view.until())) {
            throw new PermitRefused("startedAt is not within its span");
        }
        if (startedAt.isBefore(view.madeAt().minus(BEHIND)) || startedAt.isAfter(now.plus(AHEAD))) {
            throw new PermitRefused("startedAt is before it was made, or to come");
        }
        if (now.isAfter(view.takenUntil())) {
            throw new PermitRefused(
                    "came more than " + PermitContent.LATE.toDays() + " days after the end of its span");
        }
        if (permit.revokedAt().filter(at -> !startedAt.isBefore(at)).isPresent()) {
            throw new PermitRefused("revoked before the begin");
        }
    }
}
