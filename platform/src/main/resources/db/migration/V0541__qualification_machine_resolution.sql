-- The least difference that a machine shows, in the unit of its range: yield is read off a curve by it. Nobody can say it of an
-- older entry but the laboratory, with the next change of the entry.
ALTER TABLE qualification_equipment ADD COLUMN resolution DECIMAL(12, 6) NULL;
