-- The folder of the catalogue that the case was ordered under; results that are older than this column name none.
ALTER TABLE testing_result ADD COLUMN method_sha256 CHAR(64) NULL;
