-- Only where the tests' classes are: an official record to try the guard on.
CREATE TABLE official_sample (
    id    CHAR(36)    NOT NULL PRIMARY KEY,
    words VARCHAR(20) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
