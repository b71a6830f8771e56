package org.jianzheng.acquisition.permit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.acquisition.opening.PermitHolds;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunStore;
import org.springframework.stereotype.Component;

/** Permits whose data may still come, and which of their tests have not. */
@Component
class StandingPermits implements PermitHolds {

    private final PermitStore store;
    private final RunStore runs;
    private final Clock clock;

    StandingPermits(PermitStore store, RunStore runs, Clock clock) {
        this.store = store;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public Optional<String> heldBy(String labCode, String mark, String method) {
        Instant since = clock.instant().minus(PermitContent.LATE);
        return store.findByLabCodeAndRevokedAtIsNullAndValidUntilAfter(labCode, since).stream()
                .map(Permit::view)
                .filter(permit -> permit.pieces().stream().anyMatch(piece -> isFor(piece, mark, method)))
                .filter(permit -> unused(permit).stream().anyMatch(piece -> isFor(piece, mark, method)))
                .map(PermitView::id)
                .findFirst();
    }

    private static boolean isFor(PermitPiece piece, String mark, String method) {
        return piece.mark().equals(mark) && piece.method().equals(method);
    }

    /** Those of its tests of which nothing has come. */
    List<PermitPiece> unused(PermitView permit) {
        Set<String> come = runs.ofPermit(permit.id()).stream().map(Run::id).collect(Collectors.toSet());
        return permit.pieces().stream()
                .filter(piece -> !come.contains(permit.runId(piece)))
                .toList();
    }

    /** Those that were to be used by then, and after that moment. */
    Stream<PermitView> overBetween(Instant after, Instant until) {
        return store.findByRevokedAtIsNullAndValidUntilBetween(after, until).stream()
                .map(Permit::view);
    }
}
