-- What a machine can do and what it measures, as data. The range in words stays: what cannot be read from it safely
-- is said with the next change of the entry.
ALTER TABLE qualification_equipment
    ADD COLUMN kind VARCHAR(12) NULL,
    ADD COLUMN range_from DECIMAL(12, 3) NULL,
    ADD COLUMN range_to DECIMAL(12, 3) NULL,
    ADD COLUMN range_unit VARCHAR(4) NULL;

UPDATE qualification_equipment SET kind = CASE
    WHEN name LIKE '%天平%' OR name LIKE '%秤%' THEN 'BALANCE'
    WHEN name NOT LIKE '%机%' THEN NULL
    WHEN name LIKE '%抗折%' THEN 'CEMENT'
    WHEN name LIKE '%万能%' OR name LIKE '%拉力%' THEN 'UNIVERSAL'
    WHEN name LIKE '%压力%试验机%' OR name LIKE '%抗压%试验机%' THEN 'PRESS'
    WHEN name LIKE '%弯曲%' THEN 'BENDER'
    ELSE NULL END;

UPDATE qualification_equipment
   SET range_from = CAST(SUBSTRING_INDEX(measuring_range, '～', 1) AS DECIMAL(12, 3)),
       range_to = CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(measuring_range, '～', -1), ' ', 1) AS DECIMAL(12, 3)),
       range_unit = SUBSTRING_INDEX(measuring_range, ' ', -1)
 WHERE measuring_range REGEXP '^[0-9]+([.][0-9]+)?～[0-9]+([.][0-9]+)? (N|kN|MN|g|kg|mm)$';
