-- As V0682.
ALTER TABLE testing_correction
    DROP KEY testing_correction_proposed,
    DROP KEY testing_correction_lab_proposed,
    DROP KEY testing_correction_at,
    DROP KEY testing_correction_lab,
    ADD KEY testing_correction_proposed (proposed_at, id, changes_verdict, title, proposer_name, approver_name),
    ADD KEY testing_correction_lab_proposed (lab_code, proposed_at, id, changes_verdict, title, proposer_name, approver_name),
    ADD KEY testing_correction_at (changes_verdict, proposed_at, lab_code, proposer, proposer_name, verdict_before, verdict_after, approver, approver_name, state);
ALTER TABLE qualification_application
    DROP KEY qualification_application_submitted,
    ADD KEY qualification_application_submitted (submitted_at, id, status, subject_name, house, applicant_path);
-- What a house stands at today is told by what is open of it.
ALTER TABLE credit_entry
    DROP KEY credit_entry_house,
    ADD KEY credit_entry_house (house, state);
