-- Rooms whose temperature and humidity count. Which sensor hangs where, the registry of equipment says.
CREATE TABLE environment_room (
    id CHAR(36) NOT NULL PRIMARY KEY,
    lab_code VARCHAR(32) NOT NULL,
    -- as entries of equipment name it
    name VARCHAR(60) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    gap_minutes INT NOT NULL,
    registered_by VARCHAR(64) NOT NULL,
    registered_by_name VARCHAR(64) NOT NULL,
    registered_at DATETIME(6) NOT NULL,
    closed_by VARCHAR(64) NULL,
    closed_reason VARCHAR(500) NULL,
    closed_at DATETIME(6) NULL,
    -- the name while it is open
    open_key VARCHAR(100) NULL,
    lock_version INT NOT NULL,
    UNIQUE KEY environment_room_open (open_key),
    KEY environment_room_lab (lab_code, name)
) CHARACTER SET utf8mb4 COMMENT 'official: by its kind a room has its limits';

-- What sensors sent, as they sent it, and whether it was within the limits of the room that day.
CREATE TABLE environment_reading (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    lab_code VARCHAR(32) NOT NULL,
    sensor VARCHAR(32) NOT NULL,
    -- unknown where the sensor hangs in no registered room
    room_id CHAR(36) NULL,
    -- by the sensor's clock, and by the server's
    measured_at DATETIME(6) NOT NULL,
    received_at DATETIME(6) NOT NULL,
    temperature_c DECIMAL(5, 2) NOT NULL,
    humidity_percent DECIMAL(5, 2) NOT NULL,
    inside BOOLEAN NOT NULL,
    UNIQUE KEY environment_reading_once (sensor, measured_at),
    KEY environment_reading_room (room_id, measured_at),
    KEY environment_reading_received (room_id, received_at),
    KEY environment_reading_inside (room_id, inside, measured_at)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: readings of sensors';

-- Whose samples lay in a room while it was warned of.
CREATE TABLE environment_affected (
    warning_id CHAR(36) NOT NULL,
    case_id CHAR(36) NOT NULL,
    sample_no VARCHAR(32) NOT NULL,
    room_id CHAR(36) NOT NULL,
    noted_at DATETIME(6) NOT NULL,
    PRIMARY KEY (warning_id, case_id),
    KEY environment_affected_case (case_id)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: what lay in a room while it was too warm, too dry or unwatched';
