package org.jianzheng.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.rows.LoadedRegistries;
import org.jianzheng.registration.rows.NewLabEntry;
import org.jianzheng.registration.rows.RegistryRows;
import org.jianzheng.registration.rules.EntryRules;
import org.jianzheng.registry.Registry;
import org.springframework.stereotype.Component;

/** Approved entries become rows: all of an application, or none. */
@Component
class RegistryWriter {

    private final EntryRules rules;
    private final RegistryRows registryRows;
    private final NewLabEntry newLab;
    private final RegistryHistory history;
    private final Registry registry;
    private final Identity identity;

    RegistryWriter(
            EntryRules rules,
            RegistryRows registryRows,
            NewLabEntry newLab,
            RegistryHistory history,
            Registry registry,
            Identity identity) {
        this.rules = rules;
        this.registryRows = registryRows;
        this.newLab = newLab;
        this.history = history;
        this.registry = registry;
        this.identity = identity;
    }

    /**
     * Days may have passed since it was applied for, so the rules are asked again.
     *
     * @param explained whether the station has said why somebody much like another is somebody else
     * @return those it said so of
     */
    List<String> register(Application application, List<Map<String, String>> asked, boolean explained, Instant now) {
        EntryKind kind = application.kind();
        LoadedRegistries standing = new LoadedRegistries(registryRows);
        List<RegistryHistory.Step> steps = new ArrayList<>();
        List<String> alike = new ArrayList<>();
        for (Map<String, String> entry : asked) {
            check(standing, application, entry, asked.size());
            rules.alike(standing, kind, entry).ifPresent(broken -> {
                requireKnowing(explained, broken);
                alike.add(kind.line(entry));
            });
            steps.add(new RegistryHistory.Step(standing.same(kind, entry).orElse(null), entry));
            standing.put(kind, entry);
        }
        put(application, asked);
        history.add(application, steps, identity.acting(), now);
        registry.changed();
        return alike;
    }

    private static void requireKnowing(boolean explained, RuleBroken alike) {
        if (!explained) {
            throw RuleBroken.at("because", "registration.person.alike.because", alike.arguments());
        }
    }

    private void put(Application application, List<Map<String, String>> asked) {
        EntryKind kind = application.kind();
        String subject = application.ledgerSubject();
        if (kind == EntryKind.LAB) {
            asked.forEach(entry -> newLab.add(subject, entry));
            return;
        }
        registryRows.put(subject, kind, asked);
        if (kind == EntryKind.CALIBRATION) {
            asked.stream()
                    .map(entry -> entry.get("equipmentCode"))
                    .distinct()
                    .forEach(code -> registryRows.calibrate(subject, code));
        } else if (kind == EntryKind.ORGANISATION) {
            asked.forEach(entry -> newLab.follow(subject, entry));
        }
    }

    private void check(LoadedRegistries standing, Application application, Map<String, String> entry, int lines) {
        EntryKind kind = application.kind();
        try {
            rules.check(lines == 1 ? registryRows : standing, kind, application.house(), entry);
        } catch (RuleBroken e) {
            throw lines == 1 ? e : new RuleBroken("registration.lot.line", kind.title(entry), lines);
        }
    }
}
