package org.jianzheng.acquisition.permit;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.records.official.Official;

/** 离线许可: which tests a machine may begin in a span of time while the platform is away; made once, and revoked or not. */
@Entity
@Table(name = "acquisition_permit")
class Permit implements Official {

    @Id
    @Column(length = 24, columnDefinition = "CHAR(24)")
    private String id;

    private String labCode;
    private String equipment;
    private String operator;
    private String operatorName;
    private String operatorWorkNumber;
    private Instant validFrom;
    private Instant validUntil;
    private String pieces;
    private String token;
    private Instant madeAt;
    private Instant revokedAt;
    private String revokedBy;
    private String revokedName;
    private String revokedReason;

    @Version
    private Integer lockVersion;

    protected Permit() {}

    Permit(PermitContent content, String token, Instant at) {
        this.id = content.id();
        this.labCode = content.labCode();
        this.equipment = content.equipment();
        this.operator = content.operator().username();
        this.operatorName = content.operator().name();
        this.operatorWorkNumber = content.operator().workNumber().isEmpty()
                ? null
                : content.operator().workNumber();
        this.validFrom = content.from();
        this.validUntil = content.until();
        this.pieces = StoredJson.write(content.pieces());
        this.token = token;
        this.madeAt = at;
    }

    void revoke(String why, Person by, Instant at) {
        if (revokedAt != null) {
            throw new RuleBroken("acquisition.permit.revokedAlready", revokedName);
        }
        revokedAt = at;
        revokedBy = by.username();
        revokedName = by.name();
        revokedReason = why;
    }

    String id() {
        return id;
    }

    String labCode() {
        return labCode;
    }

    String token() {
        return token;
    }

    boolean isOf(Person person) {
        return operator.equals(person.username());
    }

    /** Whose it is, as one who tests for that laboratory. */
    Person operator() {
        return new Person(
                operator,
                operatorName,
                Set.of("labs/" + labCode + "/tester"),
                operatorWorkNumber == null ? "" : operatorWorkNumber);
    }

    /** Whether a machine's host means the operator by that. */
    boolean names(String said) {
        return List.of(operator, operatorName).contains(said) || said.equals(operatorWorkNumber);
    }

    Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    PermitView view() {
        return new PermitView(
                id,
                labCode,
                equipment,
                operator().name(),
                operatorWorkNumber,
                validFrom,
                validUntil,
                StoredJson.read(pieces, new TypeReference<List<PermitPiece>>() {}),
                token,
                madeAt,
                revokedAt == null ? null : new PermitView.Revoked(revokedName, revokedReason, revokedAt));
    }

    @Override
    public String ledgerSubject() {
        return "permit:" + id;
    }
}
