-- Scopes, certificates and machines by parameter of an item, rebar/bend. NULL, and an item alone, are all its parameters: so is
-- what stands here.
ALTER TABLE qualification_scope ADD COLUMN parameters VARCHAR(500) NULL;
ALTER TABLE qualification_certificate MODIFY COLUMN items VARCHAR(1000) NOT NULL;
ALTER TABLE qualification_equipment MODIFY COLUMN items VARCHAR(1000) NOT NULL;
