-- The operator's work number, where the account said one and nobody else of the laboratory had it; unknown of earlier runs.
ALTER TABLE acquisition_run ADD COLUMN operator_work_number VARCHAR(32) NULL;
