CREATE TABLE archive_entry (
    case_id CHAR(36) NOT NULL PRIMARY KEY,
    lab_code VARCHAR(32) NOT NULL,
    developer_code VARCHAR(32) NOT NULL,
    contractor_code VARCHAR(32) NOT NULL,
    supervision_code VARCHAR(32) NOT NULL,
    commission_no VARCHAR(32) NOT NULL,
    report_no VARCHAR(32) NOT NULL,
    family VARCHAR(16) NOT NULL,
    title VARCHAR(300) NOT NULL,
    conclusion VARCHAR(16) NOT NULL,
    pdf_sha256 CHAR(64) NOT NULL,
    -- numbers of the documents of the case by kind, and the steps it took; JSON
    documents LONGTEXT NOT NULL,
    path LONGTEXT NOT NULL,
    filed_at DATETIME(6) NOT NULL,
    retained_until DATE NOT NULL,
    UNIQUE KEY archive_entry_report (report_no),
    KEY archive_entry_lab (lab_code, filed_at),
    KEY archive_entry_filed (filed_at)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: disposal will be a recorded act of its own';
