-- All machines of a test: beside the two that stood in columns of their own, any number of codes with commas.
ALTER TABLE testing_order ADD COLUMN more_machines VARCHAR(330) NULL;
