-- Registries of laboratories, organisations, people and equipment (4.1.11, 7.1.1). Filled by the station's own data.
CREATE TABLE qualification_lab (
    code VARCHAR(32) NOT NULL PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    address VARCHAR(200) NOT NULL,
    phone VARCHAR(30) NOT NULL,
    cma_no VARCHAR(40) NOT NULL,
    cma_from DATE NOT NULL,
    cma_until DATE NOT NULL,
    certificate_no VARCHAR(40) NOT NULL,
    certificate_from DATE NOT NULL,
    certificate_until DATE NOT NULL
) CHARACTER SET utf8mb4;

CREATE TABLE qualification_scope (
    id BIGINT NOT NULL PRIMARY KEY,
    lab_code VARCHAR(32) NOT NULL,
    item VARCHAR(32) NOT NULL,
    speciality VARCHAR(40) NOT NULL,
    method_standards VARCHAR(300) NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE NOT NULL,
    UNIQUE KEY qualification_scope_item (lab_code, item, speciality)
) CHARACTER SET utf8mb4;

-- path: the group path of the employer, such as contractors/SJ1.
CREATE TABLE qualification_organisation (
    path VARCHAR(64) NOT NULL PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    credit_code VARCHAR(18) NOT NULL,
    contact VARCHAR(40) NOT NULL,
    phone VARCHAR(30) NOT NULL,
    address VARCHAR(200) NOT NULL
) CHARACTER SET utf8mb4;

-- One row, one employer: staff may not work for two laboratories.
CREATE TABLE qualification_person (
    username VARCHAR(64) NOT NULL PRIMARY KEY,
    name VARCHAR(40) NOT NULL,
    sex VARCHAR(8) NOT NULL,
    id_number VARCHAR(18) NOT NULL,
    phone VARCHAR(30) NOT NULL,
    employer VARCHAR(64) NOT NULL,
    title VARCHAR(40) NOT NULL,
    photo_sha256 CHAR(64) NULL,
    KEY qualification_person_employer (employer)
) CHARACTER SET utf8mb4;

CREATE TABLE qualification_certificate (
    certificate_no VARCHAR(40) NOT NULL PRIMARY KEY,
    username VARCHAR(64) NOT NULL,
    role VARCHAR(20) NOT NULL,
    items VARCHAR(200) NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE NOT NULL,
    KEY qualification_certificate_username (username)
) CHARACTER SET utf8mb4;

CREATE TABLE qualification_equipment (
    code VARCHAR(32) NOT NULL PRIMARY KEY,
    lab_code VARCHAR(32) NOT NULL,
    name VARCHAR(60) NOT NULL,
    model VARCHAR(40) NOT NULL,
    factory_no VARCHAR(40) NOT NULL,
    measuring_range VARCHAR(40) NOT NULL,
    accuracy VARCHAR(40) NOT NULL,
    room VARCHAR(40) NOT NULL,
    items VARCHAR(200) NOT NULL,
    calibration_no VARCHAR(60) NOT NULL,
    calibrated_on DATE NOT NULL,
    calibrated_until DATE NOT NULL,
    KEY qualification_equipment_lab (lab_code)
) CHARACTER SET utf8mb4;
