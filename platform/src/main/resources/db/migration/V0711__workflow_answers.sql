-- What the Steps of a case answered, in the order of their numbers.
CREATE TABLE workflow_answer (
    number BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id VARCHAR(64) NOT NULL,
    -- the process that was begun, whichever it called
    root_id VARCHAR(64) NOT NULL,
    deployment VARCHAR(64) NOT NULL,
    process VARCHAR(64) NOT NULL,
    step VARCHAR(64) NOT NULL,
    -- what gateways read it by; none where the Step answers nothing
    variable VARCHAR(64),
    -- yes, no or a declared word; * for any other text, which may be a name
    answer VARCHAR(32),
    at DATETIME(6) NOT NULL,
    KEY workflow_answer_case (case_id, number)
) CHARACTER SET utf8mb4 COMMENT 'insert-only: the path a case took, on which changed diagrams are rehearsed';
