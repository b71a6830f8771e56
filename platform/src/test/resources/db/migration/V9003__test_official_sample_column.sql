-- A column that its entity does not know.
ALTER TABLE official_sample ADD COLUMN more VARCHAR(20) NULL;
