package org.jianzheng.testing.correction;

import java.util.Set;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrections as the station and a laboratory's people look through them. Testers do not: samples are tested blind. */
@Service
@Transactional(readOnly = true)
public class CorrectionRegister {

    private static final Set<Role> OF_LAB = Set.of(Role.LABADMIN, Role.TECHNICALHEAD, Role.REVIEWER, Role.SIGNATORY);

    private final CorrectionStore store;
    private final CorrectionTallies tallies;
    private final Identity identity;

    CorrectionRegister(CorrectionStore store, CorrectionTallies tallies, Identity identity) {
        this.store = store;
        this.tallies = tallies;
        this.identity = identity;
    }

    /** Newest first. */
    public Paged<CorrectionView> list(CorrectionFilter filter, int page, int size) {
        requireOverview();
        return store.list(identity.scope(), filter, page, size)
                .map(correction -> correction.view(store.said(correction.id())));
    }

    /** Who proposed and agreed to how many verdict-changing ones, most first. */
    public Paged<CorrectionTally> tallies(CorrectionFilter period, int page, int size) {
        requireOverview();
        Scope scope = identity.scope();
        return tallies.of(scope.kind() == Scope.Kind.LAB ? scope.code() : "", period, page, size);
    }

    /** @throws NotFound also for what the acting person may not see; the parties of a case see those of its signed reports */
    public CorrectionView find(String id) {
        Correction correction = store.get(id);
        CorrectionView view = correction.view(store.said(id));
        boolean seen = identity.scope().sees(correction.parties())
                && (overview() || view.subject().kind() == CorrectionSubject.Kind.REPORT);
        if (!seen) {
            throw new NotFound("testing.correction.unknown");
        }
        return view;
    }

    private void requireOverview() {
        if (!overview()) {
            throw new RuleBroken("testing.correction.overview");
        }
    }

    private boolean overview() {
        Person person = identity.acting();
        Scope.Kind kind = identity.scope().kind();
        return kind == Scope.Kind.ALL
                || (kind == Scope.Kind.LAB && OF_LAB.stream().anyMatch(person::has));
    }
}
