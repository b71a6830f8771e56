-- What a machine proves itself by at the broker. The secret is shown once; its hash stays.
CREATE TABLE acquisition_login (
    equipment VARCHAR(32) NOT NULL PRIMARY KEY,
    lab_code VARCHAR(32) NOT NULL,
    secret_hash VARCHAR(100) NOT NULL,
    renewed_by VARCHAR(64) NOT NULL,
    renewed_at DATETIME(6) NOT NULL,
    lock_version INT NOT NULL
) CHARACTER SET utf8mb4 COMMENT 'official: whoever changed it past the platform could send for the machine';

-- One force test of one piece of a specimen on one machine.
CREATE TABLE acquisition_run (
    id CHAR(36) NOT NULL PRIMARY KEY,
    case_id CHAR(36) NOT NULL,
    lab_code VARCHAR(32) NOT NULL,
    developer_code VARCHAR(32) NOT NULL,
    contractor_code VARCHAR(32) NOT NULL,
    supervision_code VARCHAR(32) NOT NULL,
    sample_no VARCHAR(32) NOT NULL,
    mark VARCHAR(40) NOT NULL,
    position INT NOT NULL,
    method VARCHAR(32) NOT NULL,
    stage VARCHAR(16) NOT NULL,
    piece INT NOT NULL,
    -- what the checks go by; unknown where the item has none
    area_mm2 DECIMAL(12, 3) NULL,
    nominal_mpa DECIMAL(10, 3) NULL,
    band_until_kn DECIMAL(10, 3) NULL,
    equipment VARCHAR(32) NOT NULL,
    operator VARCHAR(64) NOT NULL,
    operator_name VARCHAR(64) NOT NULL,
    state VARCHAR(16) NOT NULL,
    opened_at DATETIME(6) NOT NULL,
    -- as the machine says it
    machine_started_at DATETIME(6) NULL,
    software VARCHAR(100) NULL,
    begun_at DATETIME(6) NULL,
    points INT NULL,
    peak_newtons INT NULL,
    reported_peak_newtons INT NULL,
    -- over the points, as the contract says
    sha256 CHAR(64) NULL,
    -- over the SHA-256 of the chunks that were taken, in their order
    chunks_sha256 CHAR(64) NULL,
    sealed_at DATETIME(6) NULL,
    -- why it is incomplete or was broken off
    reason VARCHAR(500) NULL,
    ended_by VARCHAR(64) NULL,
    ended_at DATETIME(6) NULL,
    allowed_by VARCHAR(64) NULL,
    allowed_by_name VARCHAR(64) NULL,
    allowed_reason VARCHAR(500) NULL,
    allowed_at DATETIME(6) NULL,
    -- the machine while it works on this run: it does one at a time
    busy_key VARCHAR(40) NULL,
    -- the piece while this run counts: one specimen, one run
    taken_key VARCHAR(120) NULL,
    lock_version INT NOT NULL,
    UNIQUE KEY acquisition_run_busy (busy_key),
    UNIQUE KEY acquisition_run_taken (taken_key),
    KEY acquisition_run_case (case_id, method),
    KEY acquisition_run_mark (mark, method),
    KEY acquisition_run_state (state, opened_at),
    KEY acquisition_run_lab (lab_code, opened_at),
    KEY acquisition_run_machine (equipment, opened_at),
    KEY acquisition_run_operator (operator, opened_at)
) CHARACTER SET utf8mb4 COMMENT 'official: a result is read off the curve that this row names';

-- What came, as it came. The same chunk twice is one row; the same number with other bytes is another.
CREATE TABLE acquisition_chunk (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    run_id CHAR(36) NOT NULL,
    kind VARCHAR(8) NOT NULL,
    seq INT NOT NULL,
    sha256 BINARY(32) NOT NULL,
    bytes MEDIUMBLOB NOT NULL,
    received_at DATETIME(6) NOT NULL,
    UNIQUE KEY acquisition_chunk_once (run_id, kind, seq, sha256)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: raw data of machines';

-- The compact form of a sealed run's curve, for replay.
CREATE TABLE acquisition_curve (
    run_id CHAR(36) NOT NULL PRIMARY KEY,
    points INT NOT NULL,
    bytes MEDIUMBLOB NOT NULL
) CHARACTER SET utf8mb4 COMMENT 'insert-only: sealed curves; the run names their SHA-256';

-- What came and belongs to no open run, or cannot be read: never dropped.
CREATE TABLE acquisition_quarantine (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    address VARCHAR(200) NOT NULL,
    equipment VARCHAR(32) NOT NULL,
    why VARCHAR(32) NOT NULL,
    detail VARCHAR(300) NOT NULL,
    sha256 BINARY(32) NOT NULL,
    size INT NOT NULL,
    -- the first 64 KiB
    bytes MEDIUMBLOB NOT NULL,
    received_at DATETIME(6) NOT NULL,
    UNIQUE KEY acquisition_quarantine_once (address, why, sha256),
    KEY acquisition_quarantine_at (received_at),
    KEY acquisition_quarantine_machine (equipment, received_at)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: what was sent and not taken';

-- What of a sealed curve later ones are compared with. A run without a row here has not been checked yet.
CREATE TABLE acquisition_trait (
    number BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    run_id CHAR(36) NOT NULL,
    lab_code VARCHAR(32) NOT NULL,
    method VARCHAR(32) NOT NULL,
    equipment VARCHAR(32) NOT NULL,
    -- second differences of force; unknown where the curve is too short
    roughness_newtons DECIMAL(12, 3) NULL,
    features_version INT NOT NULL,
    features VARBINARY(1024) NOT NULL,
    UNIQUE KEY acquisition_trait_run (run_id),
    KEY acquisition_trait_lab (lab_code, method, number),
    KEY acquisition_trait_machine (equipment, method, number)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: traits of sealed curves';
