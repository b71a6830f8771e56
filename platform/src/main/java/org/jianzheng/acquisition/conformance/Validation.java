package org.jianzheng.acquisition.conformance;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.records.official.Official;

/** What a trial of a machine's software came to. Never changed; tried again, there is another. */
@Entity
@Table(name = "acquisition_validation")
class Validation implements Official {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    private String equipment;
    private String labCode;
    private String software;
    private boolean passed;
    private String steps;
    private String triedBy;
    private String triedName;
    private Instant triedAt;

    protected Validation() {}

    Validation(TrialView trial, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.equipment = trial.machine().code();
        this.labCode = trial.machine().labCode();
        this.software = trial.software();
        this.passed = trial.isPassed();
        this.steps = StoredJson.write(trial.all());
        this.triedBy = trial.by().username();
        this.triedName = trial.by().name();
        this.triedAt = at;
    }

    boolean isPassed() {
        return passed;
    }

    ValidationView view() {
        Map<ContractStep, StepOutcome> read = StoredJson.read(steps, new TypeReference<>() {});
        return new ValidationView(id, equipment, labCode, software, passed, new EnumMap<>(read), triedName, triedAt);
    }

    @Override
    public String ledgerSubject() {
        return "machine-validation:" + id;
    }
}
