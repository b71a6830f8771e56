package org.jianzheng.position.site;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.GeoPoint;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Projects;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Grounds of projects. Until the station has drawn one, it is a circle around the registered place. */
@Component
public class SiteBoundaries {

    private static final int AROUND_THE_REGISTERED_PLACE = 500;

    private final SiteBoundaryStore store;
    private final Projects projects;
    private final Ledger ledger;
    private final Clock clock;

    SiteBoundaries(SiteBoundaryStore store, Projects projects, Ledger ledger, Clock clock) {
        this.store = store;
        this.projects = projects;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** All that were drawn, the latest first. */
    public List<SiteBoundary> history(String projectCode) {
        return store.findByProjectCodeOrderByVersionDesc(projectCode);
    }

    /** What counted at that moment; empty where neither a ground was drawn nor a place registered. */
    public Optional<SiteOutline> at(String projectCode, Instant moment) {
        return history(projectCode).stream()
                .filter(drawn -> !drawn.drawnAt().isAfter(moment))
                .findFirst()
                .map(SiteBoundary::outline)
                .or(() -> projects.find(projectCode).flatMap(SiteBoundaries::around));
    }

    private static Optional<SiteOutline> around(Project project) {
        return project.latitude() == null
                ? Optional.empty()
                : Optional.of(SiteOutline.circle(
                        new GeoPoint(project.latitude(), project.longitude()), AROUND_THE_REGISTERED_PLACE));
    }

    /** From now on this is the project's ground. */
    public void draw(String projectCode, SiteOutline outline, String reason, Person by) {
        int version = 1
                + history(projectCode).stream()
                        .findFirst()
                        .map(SiteBoundary::version)
                        .orElse(0);
        SiteBoundary boundary = new SiteBoundary(projectCode, version, outline, reason, by, CityTime.now(clock));
        ledger.append(new Ledger.Fact(
                null,
                "site.drawn",
                boundary.ledgerSubject(),
                null,
                reason,
                Map.of(
                        "version", version,
                        "shape", outline.shape().name(),
                        "points", boundary.points(),
                        "radiusMetres", outline.radiusMetres())));
        try {
            store.saveAndFlush(boundary);
        } catch (DataIntegrityViolationException twice) {
            throw new RuleBroken("position.drawn.meanwhile");
        }
    }
}
