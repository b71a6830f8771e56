-- Clause 9.1.2: consecutive by year without gaps. The row of a series is the lock under which its next number is taken.
CREATE TABLE number_series (
    kind     VARCHAR(20) NOT NULL,
    lab_code VARCHAR(20) NOT NULL,
    year     INT         NOT NULL,
    last     INT         NOT NULL,
    PRIMARY KEY (kind, lab_code, year)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE issued_number (
    number    VARCHAR(25)  NOT NULL PRIMARY KEY,
    kind      VARCHAR(20)  NOT NULL,
    lab_code  VARCHAR(20)  NOT NULL,
    year      INT          NOT NULL,
    serial    INT          NOT NULL,
    issued_at DATETIME(6)  NOT NULL,
    issued_by VARCHAR(100) NOT NULL,
    CONSTRAINT issued_number_serial UNIQUE (kind, lab_code, year, serial)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'insert-only';

-- A voided number stays taken.
CREATE TABLE voided_number (
    number    VARCHAR(25)  NOT NULL PRIMARY KEY,
    reason    VARCHAR(500) NOT NULL,
    voided_at DATETIME(6)  NOT NULL,
    voided_by VARCHAR(100) NOT NULL,
    CONSTRAINT voided_number_issued FOREIGN KEY (number) REFERENCES issued_number (number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'insert-only';
