-- What a report was issued with, where the application may add and never change: proofs read this and the ledger, never
-- the report's own row, which moves on.
CREATE TABLE reporting_issue (
    report_no      VARCHAR(32)  NOT NULL PRIMARY KEY,
    report_id      CHAR(36)     NOT NULL,
    ledger_entry   CHAR(36)     NOT NULL,
    token          VARCHAR(400) NOT NULL,
    -- what is printed, whose SHA-256 the token and the ledger's entry hold
    content        LONGTEXT     NOT NULL,
    content_sha256 CHAR(64)     NOT NULL,
    pdf_sha256     CHAR(64)     NOT NULL,
    KEY reporting_issue_pdf (pdf_sha256)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'insert-only';

INSERT INTO reporting_issue (report_no, report_id, ledger_entry, token, content, content_sha256, pdf_sha256)
SELECT report_no, id, ledger_entry, token, content, content_sha256, pdf_sha256
FROM reporting_report
WHERE report_no IS NOT NULL
  AND ledger_entry IS NOT NULL
  AND token IS NOT NULL
  AND content_sha256 IS NOT NULL
  AND pdf_sha256 IS NOT NULL;
