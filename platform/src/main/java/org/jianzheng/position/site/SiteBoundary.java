package org.jianzheng.position.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.GeoPoint;
import org.jianzheng.records.official.Official;

/** The ground of a project as the station drew it from a moment on; drawn anew it gets another row. */
@Entity
@Immutable
@Table(name = "position_boundary")
public class SiteBoundary implements Official {

    @Id
    @Column(columnDefinition = "CHAR(36)")
    private String id;

    private String projectCode;
    private int version;

    @Enumerated(EnumType.STRING)
    private SiteOutline.Shape shape;

    private String points;
    private int radiusMetres;
    private String reason;
    private String drawnBy;
    private String drawnByName;
    private Instant drawnAt;

    protected SiteBoundary() {}

    SiteBoundary(String projectCode, int version, SiteOutline outline, String reason, Person by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.projectCode = projectCode;
        this.version = version;
        this.shape = outline.shape();
        this.points = outline.points().stream()
                .map(point -> point.latitude().toPlainString() + ","
                        + point.longitude().toPlainString())
                .collect(Collectors.joining(";"));
        this.radiusMetres = outline.radiusMetres();
        this.reason = reason;
        this.drawnBy = by.username();
        this.drawnByName = by.name();
        this.drawnAt = at;
    }

    public SiteOutline outline() {
        List<GeoPoint> all =
                Arrays.stream(points.split(";")).map(SiteBoundary::point).toList();
        return new SiteOutline(shape, all, radiusMetres);
    }

    private static GeoPoint point(String text) {
        String[] parts = text.split(",");
        return new GeoPoint(new BigDecimal(parts[0]), new BigDecimal(parts[1]));
    }

    /** What the ledger keeps of it. */
    String points() {
        return points;
    }

    public int version() {
        return version;
    }

    public String reason() {
        return reason;
    }

    public String drawnByName() {
        return drawnByName;
    }

    public Instant drawnAt() {
        return drawnAt;
    }

    @Override
    public String ledgerSubject() {
        return "site:" + projectCode;
    }
}
