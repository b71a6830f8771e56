-- The ground of a project as the station drew it; the latest counts, each keeps from when on.
CREATE TABLE position_boundary (
    id CHAR(36) NOT NULL PRIMARY KEY,
    project_code VARCHAR(32) NOT NULL,
    version INT NOT NULL,
    shape VARCHAR(8) NOT NULL,
    -- latitude,longitude;…: the middle of a circle, or the corners
    points VARCHAR(2000) NOT NULL,
    radius_metres INT NOT NULL,
    reason VARCHAR(500) NOT NULL,
    drawn_by VARCHAR(64) NOT NULL,
    drawn_by_name VARCHAR(64) NOT NULL,
    drawn_at DATETIME(6) NOT NULL,
    UNIQUE KEY position_boundary_version (project_code, version)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: grounds of projects';

-- Where records of the custody chain came from.
CREATE TABLE position_fix (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    step VARCHAR(12) NOT NULL,
    sample VARCHAR(64) NOT NULL,
    case_id CHAR(36) NOT NULL,
    lab_code VARCHAR(32) NOT NULL,
    project_code VARCHAR(32) NOT NULL,
    at DATETIME(6) NOT NULL,
    username VARCHAR(64) NOT NULL,
    name VARCHAR(64) NOT NULL,
    latitude DECIMAL(12, 9) NOT NULL,
    longitude DECIMAL(12, 9) NOT NULL,
    accuracy_metres DECIMAL(10, 3) NULL,
    -- thumbprint of its key
    phone VARCHAR(64) NULL,
    KEY position_fix_person (username, at),
    KEY position_fix_sample (sample),
    KEY position_fix_project (project_code, at)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: positions that records came from';
