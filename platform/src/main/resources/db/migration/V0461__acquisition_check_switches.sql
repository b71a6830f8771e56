-- Which smart checks the station switched off or on again, from when on. The latest moment that has come counts.
CREATE TABLE acquisition_check_switch (
    rule_name VARCHAR(40) NOT NULL,
    number INT NOT NULL,
    is_on BOOLEAN NOT NULL,
    holds_from DATETIME(6) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    set_by VARCHAR(64) NOT NULL,
    set_by_name VARCHAR(64) NOT NULL,
    set_at DATETIME(6) NOT NULL,
    PRIMARY KEY (rule_name, number)
) CHARACTER SET utf8mb4 COMMENT 'insert-only official: a rule is off only where the station said so';

-- For how far a laboratory's latest groups lie apart.
ALTER TABLE acquisition_run ADD KEY acquisition_run_groups (lab_code, method, opened_at);
