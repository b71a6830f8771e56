package org.jianzheng.acquisition.login;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jianzheng.identity.Person;
import org.jianzheng.records.official.Official;

/** What a machine proves itself by at the broker. */
@Entity
@Table(name = "acquisition_login")
class MachineLogin implements Official {

    @Id
    private String equipment;

    private String labCode;
    private String secretHash;
    private String renewedBy;
    private Instant renewedAt;
    private Instant connectedAt;

    @Version
    private Integer lockVersion;

    protected MachineLogin() {}

    MachineLogin(String equipment, String labCode, Instant at) {
        this.equipment = equipment;
        this.labCode = labCode;
        this.connectedAt = at;
    }

    void renew(String hash, Person by, Instant at) {
        this.secretHash = hash;
        this.renewedBy = by.username();
        this.renewedAt = at;
    }

    String labCode() {
        return labCode;
    }

    String renewedBy() {
        return renewedBy;
    }

    Instant renewedAt() {
        return renewedAt;
    }

    /** Whether it sent by itself then; of one that was connected before this was asked, always. */
    boolean isConnectedAt(Instant at) {
        return connectedAt == null || !connectedAt.isAfter(at);
    }

    String equipment() {
        return equipment;
    }

    String secretHash() {
        return secretHash;
    }

    @Override
    public String ledgerSubject() {
        return subject(equipment);
    }

    static String subject(String equipment) {
        return "machine-login:" + equipment;
    }
}
