-- As V0682, also where the text that is searched is long.
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
ALTER TABLE qualification_breach
    DROP KEY qualification_breach_opened,
    DROP KEY qualification_breach_lab_opened,
    ADD KEY qualification_breach_opened (opened_at, id, state, due_at, lab_code, rule_name, breach_no, reason),
    ADD KEY qualification_breach_lab_opened (lab_code, opened_at, id, state, due_at, rule_name, breach_no, reason);
