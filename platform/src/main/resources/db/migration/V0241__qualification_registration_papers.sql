-- Files that applications bring (4.2.2.3, 7.1.1). entry_key: which of many lines it belongs to; empty where there is one line.
CREATE TABLE qualification_application_paper (
    id CHAR(36) NOT NULL PRIMARY KEY,
    application_id CHAR(36) NOT NULL,
    entry_key VARCHAR(64) NOT NULL,
    purpose VARCHAR(16) NOT NULL,
    name VARCHAR(200) NOT NULL,
    media_type VARCHAR(40) NOT NULL,
    sha256 CHAR(64) NOT NULL,
    size BIGINT NOT NULL,
    by_user VARCHAR(64) NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    added_at DATETIME(6) NOT NULL,
    KEY qualification_application_paper_of (application_id, added_at)
) CHARACTER SET utf8mb4 COMMENT = 'insert-only: what applicants have handed in';

-- Papers of approved applications, by what they are about: person:tester, lab:BJ01. about: which certificate, say.
CREATE TABLE qualification_filed_paper (
    paper_id CHAR(36) NOT NULL,
    subject VARCHAR(120) NOT NULL,
    house VARCHAR(64) NOT NULL,
    about VARCHAR(120) NOT NULL,
    filed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (paper_id, subject),
    KEY qualification_filed_paper_subject (subject, filed_at)
) CHARACTER SET utf8mb4 COMMENT = 'insert-only: papers that stand in the registries';
