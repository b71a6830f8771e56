package org.jianzheng.acquisition.checking;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.curve.CurveStore;
import org.jianzheng.acquisition.likeness.CopySearch;
import org.jianzheng.acquisition.likeness.Likeness;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.acquisition.run.RunView;
import org.springframework.stereotype.Component;

/** All sealed curves of a laboratory by one method, to find the one that a new one is a copy of. Read on as others store more. */
@Component
class EarlierCurves {

    /** Numbers are given before rows can be seen: so far back it is read again. */
    private static final long OVERLAP = 200;

    private final TraitStore traits;
    private final RunStore runs;
    private final CurveStore curves;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    EarlierCurves(TraitStore traits, RunStore runs, CurveStore curves) {
        this.traits = traits;
        this.runs = runs;
        this.curves = curves;
    }

    /** What of one laboratory and method has been read. */
    private static final class Known {
        private final CopySearch search = new CopySearch();
        private final Set<String> ids = new HashSet<>();
        private long last;
    }

    /** The earlier curve it is like; its own is not among them yet. */
    Optional<Likeness> like(RunView run, Curve curve) {
        String lab = run.parties().labCode();
        String method = run.piece().method();
        Known read = known.computeIfAbsent(lab + "|" + method, key -> new Known());
        synchronized (read) {
            traits.after(Math.max(0, read.last - OVERLAP), lab, method).stream()
                    .filter(one -> read.ids.add(one.runId()))
                    .forEach(one -> {
                        read.search.add(one.runId(), one.values(), () -> curve(one.runId()));
                        read.last = Math.max(read.last, one.number());
                    });
        }
        return read.search.find(curve);
    }

    private Curve curve(String runId) {
        return runs.sealedSha256(runId)
                .flatMap(sha256 -> curves.find(runId, sha256))
                // One that somebody changed is like none.
                .orElseGet(() -> new Curve(new int[0], new int[0]));
    }
}
