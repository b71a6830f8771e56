-- Offline permits: tests that a machine may begin while the platform is away, made in advance by their operator in person.
CREATE TABLE acquisition_permit (
    id CHAR(24) NOT NULL PRIMARY KEY,
    lab_code VARCHAR(32) NOT NULL,
    equipment VARCHAR(32) NOT NULL,
    operator VARCHAR(64) NOT NULL,
    operator_name VARCHAR(64) NOT NULL,
    operator_work_number VARCHAR(32) NULL,
    valid_from DATETIME(6) NOT NULL,
    valid_until DATETIME(6) NOT NULL,
    -- which tests, as a list in JSON
    pieces TEXT NOT NULL,
    -- the signed permit as it was handed out
    token TEXT NOT NULL,
    made_at DATETIME(6) NOT NULL,
    revoked_at DATETIME(6) NULL,
    revoked_by VARCHAR(64) NULL,
    revoked_name VARCHAR(64) NULL,
    revoked_reason VARCHAR(500) NULL,
    lock_version INT NOT NULL,
    KEY acquisition_permit_made (made_at, id),
    KEY acquisition_permit_lab (lab_code, made_at, id),
    KEY acquisition_permit_until (valid_until),
    KEY acquisition_permit_standing (lab_code, valid_until)
) CHARACTER SET utf8mb4 COMMENT 'official: offline permits for machines';

ALTER TABLE acquisition_run
    -- the permit that opened it; empty where a person did
    ADD COLUMN permit_id CHAR(24) NULL,
    -- of a run under a permit, by the machine's clock
    ADD COLUMN machine_ended_at DATETIME(6) NULL,
    ADD KEY acquisition_run_permit (permit_id),
    ADD KEY acquisition_run_sealed (state, sealed_at);
