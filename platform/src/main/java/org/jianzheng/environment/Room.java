package org.jianzheng.environment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.official.Official;

/** A room of a laboratory that sensors hang in. Closed, it keeps what was measured there. */
@Entity
@Table(name = "environment_room")
class Room implements Official {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    private String labCode;
    private String name;

    @Enumerated(EnumType.STRING)
    private RoomKind kind;

    private int gapMinutes;
    private String registeredBy;
    private String registeredByName;
    private Instant registeredAt;
    private String closedBy;
    private String closedReason;
    private Instant closedAt;
    private String openKey;

    @Version
    private Integer lockVersion;

    protected Room() {}

    Room(String labCode, String name, RoomKind kind, int gapMinutes, Person by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.labCode = labCode;
        this.name = name;
        this.kind = kind;
        this.gapMinutes = gapMinutes;
        this.registeredBy = by.username();
        this.registeredByName = by.name();
        this.registeredAt = at;
        this.openKey = key(labCode, name);
    }

    static String key(String labCode, String name) {
        return labCode + ":" + name;
    }

    void close(String reason, Person by, Instant at) {
        if (closedAt != null) {
            throw new RuleBroken("environment.room.closed", name);
        }
        closedBy = by.username();
        closedReason = reason;
        closedAt = at;
        openKey = null;
    }

    String id() {
        return id;
    }

    String labCode() {
        return labCode;
    }

    RoomView view() {
        return new RoomView(
                id, labCode, name, kind, gapMinutes, registeredByName, registeredAt, closedAt, closedReason);
    }

    @Override
    public String ledgerSubject() {
        return "room:" + id;
    }
}
