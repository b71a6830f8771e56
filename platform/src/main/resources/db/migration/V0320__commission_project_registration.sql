-- Projects are applied for and approved like every other entry of a registry, so the registries own them. What was there
-- stays: it runs (no end), and its permit's day, its days and its site are told by the next application that changes it.
RENAME TABLE commission_project TO qualification_project;

ALTER TABLE qualification_project
    ADD COLUMN permit_on DATE NULL,
    ADD COLUMN starts_on DATE NULL,
    ADD COLUMN planned_until DATE NULL,
    ADD COLUMN suspended_on DATE NULL,
    ADD COLUMN ended_on DATE NULL,
    ADD COLUMN longitude DECIMAL(10, 7) NULL,
    ADD COLUMN latitude DECIMAL(10, 7) NULL,
    ADD KEY qualification_project_permit (permit_no),
    ADD KEY qualification_project_supervision_no (supervision_reg_no),
    ADD KEY qualification_project_developer (developer_code),
    ADD KEY qualification_project_contractor (contractor_code),
    ADD KEY qualification_project_supervision (supervision_code);
