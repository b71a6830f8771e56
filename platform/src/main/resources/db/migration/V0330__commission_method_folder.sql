-- The folder of the catalogue that a case was ordered under; what is older than this column reads the present one.
ALTER TABLE commission_order ADD COLUMN method_sha256 CHAR(64) NULL;
