-- What standards leave open (D1 to D17): which values the station permits, and which of them a laboratory follows. All of it
-- takes effect from a day that lies ahead, and is only ever added to.
CREATE TABLE policy_permission (
    item           VARCHAR(32)  NOT NULL,
    -- of the item's evaluation
    input          VARCHAR(40)  NOT NULL,
    -- from 1 within the input; two at once meet here
    number         INT          NOT NULL,
    value          VARCHAR(40)  NOT NULL,
    permitted      TINYINT(1)   NOT NULL,
    effective_from DATE         NOT NULL,
    reason         VARCHAR(500) NOT NULL,
    decided_by     VARCHAR(64)  NOT NULL,
    decided_name   VARCHAR(64)  NOT NULL,
    decided_at     DATETIME(6)  NOT NULL,
    PRIMARY KEY (item, input, number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4
  COMMENT = 'insert-only official: what the station has permitted stays written';

CREATE TABLE policy_choice (
    lab_code       VARCHAR(20)  NOT NULL,
    id             CHAR(36)     NOT NULL,
    item           VARCHAR(32)  NOT NULL,
    input          VARCHAR(40)  NOT NULL,
    value          VARCHAR(40)  NOT NULL,
    effective_from DATE         NOT NULL,
    reason         VARCHAR(500) NOT NULL,
    proposed_by    VARCHAR(64)  NOT NULL,
    proposed_name  VARCHAR(64)  NOT NULL,
    proposed_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (lab_code, id),
    KEY policy_choice_input (lab_code, item, input, effective_from)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4
  COMMENT = 'insert-only official: what a laboratory has proposed stays written';

-- What became of it: at most one decision, and at most one withdrawal.
CREATE TABLE policy_choice_act (
    lab_code    VARCHAR(20)  NOT NULL,
    choice_id   CHAR(36)     NOT NULL,
    -- DECISION or WITHDRAWAL
    act         VARCHAR(10)  NOT NULL,
    granted     TINYINT(1)   NOT NULL,
    reason      VARCHAR(500) NOT NULL,
    acting      VARCHAR(64)  NOT NULL,
    acting_name VARCHAR(64)  NOT NULL,
    acted_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (lab_code, choice_id, act)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4
  COMMENT = 'insert-only official: a decision about a choice stays written';
