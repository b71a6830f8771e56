-- Signed re-tests that do not count for the failing report they name, and why.
CREATE TABLE nonconformity_retest_objection (
    report_no VARCHAR(32) NOT NULL,
    retest_no VARCHAR(32) NOT NULL,
    objection VARCHAR(1000) NOT NULL,
    found_at DATETIME(6) NOT NULL,
    PRIMARY KEY (report_no, retest_no)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: why a signed re-test does not count';
