-- A code of a machine may hold a comma: the further machines of a test stand one a line, at most ten.
ALTER TABLE testing_order MODIFY COLUMN more_machines VARCHAR(330) NULL;
