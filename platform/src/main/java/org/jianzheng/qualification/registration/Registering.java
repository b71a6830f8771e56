package org.jianzheng.qualification.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.qualification.gate.Snapshots;
import org.springframework.stereotype.Component;

/** Approved entries become rows: all of an application, or none. */
@Component
class Registering {

    private final Rules rules;
    private final Shelf shelf;
    private final NewLab newLab;
    private final History history;
    private final Snapshots snapshots;
    private final Identity identity;

    Registering(Rules rules, Shelf shelf, NewLab newLab, History history, Snapshots snapshots, Identity identity) {
        this.rules = rules;
        this.shelf = shelf;
        this.newLab = newLab;
        this.history = history;
        this.snapshots = snapshots;
        this.identity = identity;
    }

    /**
     * Days may have passed since it was applied for, so the rules are asked again.
     *
     * @param knowing whether the station has said why somebody much like another is somebody else
     * @return those it said so of
     */
    List<String> register(Application application, List<Map<String, String>> asked, boolean knowing, Instant now) {
        Kind kind = application.kind();
        Loaded standing = new Loaded(shelf);
        List<History.Step> steps = new ArrayList<>();
        List<String> alike = new ArrayList<>();
        for (Map<String, String> entry : asked) {
            check(standing, application, entry, asked.size());
            rules.alike(standing, kind, entry).ifPresent(broken -> {
                requireKnowing(knowing, broken);
                alike.add(kind.line(entry));
            });
            steps.add(new History.Step(standing.same(kind, entry).orElse(null), entry));
            standing.put(kind, entry);
        }
        put(application, asked);
        history.add(application, steps, identity.acting(), now);
        snapshots.changed();
        return alike;
    }

    private static void requireKnowing(boolean knowing, RuleBroken alike) {
        if (!knowing) {
            throw RuleBroken.at("because", "registration.person.alike.because", alike.arguments());
        }
    }

    private void put(Application application, List<Map<String, String>> asked) {
        Kind kind = application.kind();
        String subject = application.ledgerSubject();
        if (kind == Kind.LAB) {
            asked.forEach(entry -> newLab.add(subject, entry));
            return;
        }
        shelf.put(subject, kind, asked);
        if (kind == Kind.CALIBRATION) {
            asked.stream()
                    .map(entry -> entry.get("equipmentCode"))
                    .distinct()
                    .forEach(code -> shelf.calibrate(subject, code));
        } else if (kind == Kind.ORGANISATION) {
            asked.forEach(entry -> newLab.follow(subject, entry));
        }
    }

    private void check(Loaded standing, Application application, Map<String, String> entry, int lines) {
        Kind kind = application.kind();
        try {
            rules.check(lines == 1 ? shelf : standing, kind, application.house(), entry);
        } catch (RuleBroken e) {
            throw lines == 1 ? e : new RuleBroken("registration.lot.line", kind.title(entry), lines);
        }
    }
}
