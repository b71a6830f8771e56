-- Workbooks that came with mistakes, for a day: what is wrong and the same workbook with a column that says so. Both are sealed,
-- because people's numbers may stand in them.
CREATE TABLE qualification_import (
    id CHAR(36) NOT NULL PRIMARY KEY,
    kind VARCHAR(20) NOT NULL,
    uploaded_at DATETIME(6) NOT NULL,
    uploaded_by VARCHAR(64) NOT NULL,
    rows_read INT NOT NULL,
    problems LONGTEXT NOT NULL,
    workbook LONGTEXT NOT NULL,
    KEY qualification_import_uploaded (uploaded_at)
) CHARACTER SET utf8mb4;
