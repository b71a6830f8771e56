package org.jianzheng.position;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.GeoPoint;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.TypedNumber;
import org.jianzheng.position.PositionChecks.Around;
import org.jianzheng.position.PositionChecks.Finding;
import org.jianzheng.position.site.SiteBoundaries;
import org.jianzheng.position.site.SiteBoundary;
import org.jianzheng.position.site.SiteOutline;
import org.jianzheng.records.ChineseText;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Projects;
import org.jianzheng.sampling.event.CustodyRecorded;
import org.jianzheng.warning.NewWarning;
import org.jianzheng.warning.Warnings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Door of the module: grounds of projects and the positions told. Both are the station's alone to see: who was where is personal. */
@Service
@Transactional
public class Positions {

    private static final int LOOKED_BACK = 20;
    private static final int LONGEST_REASON = 500;

    private final PositionStore fixes;
    private final SiteBoundaries boundaries;
    private final Projects projects;
    private final Warnings warnings;
    private final ChineseText texts;
    private final Identity identity;
    private final Clock clock;

    Positions(
            PositionStore fixes,
            SiteBoundaries boundaries,
            Projects projects,
            Warnings warnings,
            ChineseText texts,
            Identity identity,
            Clock clock) {
        this.fixes = fixes;
        this.boundaries = boundaries;
        this.projects = projects;
        this.warnings = warnings;
        this.texts = texts;
        this.identity = identity;
        this.clock = clock;
    }

    /** As part of the record itself: what was warned of was recorded, and the other way round. */
    @EventListener
    void on(CustodyRecorded told) {
        if (told.place().point() == null) {
            return;
        }
        // A phone without network tells it later: who was where when is by its own clock.
        Instant there = told.place().at() == null ? told.at() : told.place().at();
        PositionFix fix = new PositionFix(
                told.step(),
                told.sample(),
                told.projectCode(),
                there,
                told.username(),
                told.name(),
                told.place().point(),
                told.place().accuracyMetres(),
                told.place().phone());
        PositionChecks.check(fix, around(fix)).forEach(found -> warn(told, found));
        fixes.add(told, there);
    }

    private Around around(PositionFix fix) {
        return new Around(
                boundaries.at(fix.projectCode(), fix.at()).orElse(null),
                fixes.ofPerson(fix.username(), fix.at(), LOOKED_BACK),
                fixes.taking(fix.sample()).orElse(null));
    }

    private void warn(CustodyRecorded told, Finding found) {
        String rule = "position.rule." + found.rule();
        Object[] said = found.arguments().stream()
                .map(one -> one instanceof Instant at ? CityTime.minute(at) : one)
                .toArray();
        Map<String, String> evidence = new LinkedHashMap<>();
        evidence.put("step", told.step().name());
        evidence.put("latitude", told.place().point().latitude().toPlainString());
        evidence.put("longitude", told.place().point().longitude().toPlainString());
        Optional.ofNullable(told.place().accuracyMetres())
                .ifPresent(metres -> evidence.put("accuracyMetres", metres.toPlainString()));
        warnings.raise(new NewWarning(
                "sample:" + told.sample() + ":" + told.step() + ":" + found.rule(),
                rule,
                new NewWarning.Subject("sample", told.sample(), "/cases/" + told.caseId()),
                told.labCode(),
                told.caseId(),
                found.severity(),
                texts.text(rule, said),
                evidence));
    }

    /** A project with its ground. @throws NotFound for anybody but the station's people */
    @Transactional(readOnly = true)
    public Site site(String projectCode) {
        Project project = project(projectCode);
        return new Site(
                project, boundaries.at(projectCode, clock.instant()).orElse(null), boundaries.history(projectCode));
    }

    /**
     * @param outline null where neither a ground was drawn nor a place registered
     * @param drawn all versions, the latest first
     */
    public record Site(Project project, SiteOutline outline, List<SiteBoundary> drawn) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public Paged<PositionFix> fixes(String projectCode, int page, int size) {
        return fixes.ofProject(project(projectCode).code(), page, size);
    }

    private Project project(String code) {
        return Optional.of(code)
                .filter(asked -> identity.acting().ofStation())
                .flatMap(projects::find)
                .orElseThrow(() -> new NotFound("position.project.unknown"));
    }

    /**
     * The station draws the ground anew.
     *
     * @param form {@code shape} CIRCLE with {@code latitude}, {@code longitude}, {@code radius} in metres, or POLYGON with
     *     {@code corners}, a line each: latitude, longitude; {@code reason}
     */
    public void draw(String projectCode, Map<String, ?> form) {
        Person by = identity.acting();
        Project project = project(projectCode);
        FormValues values = new FormValues(form);
        SiteOutline outline =
                values.choice("shape", "CIRCLE", "POLYGON").equals("CIRCLE") ? circle(values) : polygon(values);
        boundaries.draw(project.code(), outline, values.required("reason", LONGEST_REASON), by);
    }

    private static SiteOutline circle(FormValues values) {
        GeoPoint middle = new GeoPoint(needed(values, "latitude"), needed(values, "longitude"));
        int radius = values.integer("radius").orElseThrow(() -> RuleBroken.at("radius", "kernel.form.empty"));
        return SiteOutline.circle(middle, radius);
    }

    private static BigDecimal needed(FormValues values, String field) {
        return values.decimal(field).orElseThrow(() -> RuleBroken.at(field, "kernel.form.empty"));
    }

    private static SiteOutline polygon(FormValues values) {
        List<GeoPoint> corners = new ArrayList<>();
        for (String line : values.required("corners", 2000).lines().toList()) {
            if (!line.isBlank()) {
                corners.add(corner(line.strip()));
            }
        }
        return SiteOutline.polygon(corners);
    }

    private static GeoPoint corner(String line) {
        String[] parts = line.split("[,，\\s]+");
        if (parts.length != 2) {
            throw RuleBroken.at("corners", "position.corners.line", line);
        }
        return new GeoPoint(degrees(parts[0]), degrees(parts[1]));
    }

    private static BigDecimal degrees(String text) {
        return new TypedNumber(text).at("corners", "corners");
    }
}
