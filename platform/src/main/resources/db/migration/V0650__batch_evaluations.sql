-- Evaluations of batches from a project's own reports. Everything here is only ever added to: a later evaluation takes an
-- earlier one's place in batch_change, and both stay. What an evaluation says is its content, whose hash its ledger entry has.
CREATE TABLE batch_evaluation (
    evaluation_no  VARCHAR(25) NOT NULL PRIMARY KEY,
    project_code   VARCHAR(64) NOT NULL,
    evaluated_at   DATETIME(6) NOT NULL,
    -- JSON with its members in order
    content        LONGTEXT    NOT NULL,
    content_sha256 CHAR(64)    NOT NULL,
    ledger_entry   CHAR(36)    NOT NULL,
    KEY batch_evaluation_project (project_code, evaluated_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4
  COMMENT = 'insert-only official: what was evaluated stays evaluated';

-- The reports whose groups an evaluation counts.
CREATE TABLE batch_group (
    evaluation_no VARCHAR(25) NOT NULL,
    report_no     VARCHAR(32) NOT NULL,
    PRIMARY KEY (evaluation_no, report_no),
    KEY batch_group_report (report_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4
  COMMENT = 'insert-only official: which groups an evaluation counts';

-- What became of an evaluation: another took its place, or a report that it counts was recalled or replaced.
CREATE TABLE batch_change (
    evaluation_no VARCHAR(25) NOT NULL,
    kind          VARCHAR(16) NOT NULL,
    -- number of the evaluation or report that brought it
    cause         VARCHAR(32) NOT NULL,
    changed_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (evaluation_no, kind, cause)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4
  COMMENT = 'insert-only official: what became of an evaluation';

-- A project's reports of one item are found at once.
ALTER TABLE reporting_report ADD KEY reporting_report_project (project_code, item);
