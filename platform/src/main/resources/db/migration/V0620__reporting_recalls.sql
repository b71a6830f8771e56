-- What became of an issued report, as lists show it; proofs read the ledger. The number it stands for, or that stands for it.
ALTER TABLE reporting_report
    ADD COLUMN replaces VARCHAR(32) NULL,
    ADD COLUMN replaced_by VARCHAR(32) NULL,
    ADD COLUMN ended_as VARCHAR(16) NULL,
    ADD COLUMN ended_by_name VARCHAR(64) NULL,
    ADD COLUMN ended_at DATETIME(6) NULL,
    ADD COLUMN end_reason VARCHAR(1000) NULL;
