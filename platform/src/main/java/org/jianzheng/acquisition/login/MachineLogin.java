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

    @Version
    private Integer lockVersion;

    protected MachineLogin() {}

    MachineLogin(String equipment, String labCode) {
        this.equipment = equipment;
        this.labCode = labCode;
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
