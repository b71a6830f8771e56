-- Cases held because their item is suspended; a case may be held for more than one cause. The reason stands in the case's
-- own line, too, where lists read it.
CREATE TABLE commission_hold (
    case_id CHAR(36) NOT NULL,
    cause CHAR(36) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    held_at DATETIME(6) NOT NULL,
    PRIMARY KEY (case_id, cause),
    KEY commission_hold_cause (cause)
) CHARACTER SET utf8mb4;

ALTER TABLE commission_case
    ADD COLUMN held_reason VARCHAR(500) NULL,
    ADD KEY commission_case_stage (stage, lab_code, item);
