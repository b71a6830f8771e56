-- Yield as somebody picked it on a sealed curve. A row when it is proposed, one more when a second person agreed; one that is
-- refused or withdrawn gets none and never counts.
CREATE TABLE acquisition_yield_mark (
    id CHAR(36) NOT NULL PRIMARY KEY,
    run_id CHAR(36) NOT NULL,
    case_id CHAR(36) NOT NULL,
    correction_id CHAR(36) NOT NULL,
    standing VARCHAR(12) NOT NULL,
    -- place on the curve, and what the curve says there
    upper_index INT NULL,
    upper_millis INT NULL,
    upper_newtons INT NULL,
    lower_index INT NOT NULL,
    lower_millis INT NOT NULL,
    lower_newtons INT NOT NULL,
    marked_by VARCHAR(64) NOT NULL,
    marked_by_name VARCHAR(64) NOT NULL,
    marked_at DATETIME(6) NOT NULL,
    UNIQUE KEY acquisition_yield_mark_once (correction_id, standing),
    KEY acquisition_yield_mark_case (case_id, marked_at)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: a yield is read where this row says';
