-- As V0682, for the registries and what is applied for and found in them.
ALTER TABLE qualification_person
    DROP KEY qualification_person_employer,
    ADD KEY qualification_person_employer (employer, username, name);
ALTER TABLE qualification_certificate ADD KEY qualification_certificate_holder (certificate_no, username);
ALTER TABLE qualification_organisation ADD KEY qualification_organisation_name (name, path);
ALTER TABLE qualification_equipment
    DROP KEY qualification_equipment_lab,
    ADD KEY qualification_equipment_lab (lab_code, code, name, model, factory_no),
    ADD KEY qualification_equipment_code (code, name, model, factory_no);
ALTER TABLE qualification_camera ADD KEY qualification_camera_code (lab_code, code);
ALTER TABLE qualification_contract ADD KEY qualification_contract_lab (lab_code, contract_no);
ALTER TABLE qualification_project ADD KEY qualification_project_code (code, name, address, supervision_reg_no, permit_no);
ALTER TABLE qualification_application ADD KEY qualification_application_submitted (submitted_at, id, status, subject_name);
ALTER TABLE qualification_breach
    ADD KEY qualification_breach_opened (opened_at, id, state, due_at, lab_code, rule_name),
    ADD KEY qualification_breach_lab_opened (lab_code, opened_at, id, state, due_at, rule_name);
ALTER TABLE testing_correction
    ADD KEY testing_correction_proposed (proposed_at, id),
    ADD KEY testing_correction_lab_proposed (lab_code, proposed_at, id);
