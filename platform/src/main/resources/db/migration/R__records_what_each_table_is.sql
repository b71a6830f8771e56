-- What each table is, and why: TableKind reads the words in front of the colon, RowRights gives the application's user its
-- rights by them, and a test fails for a table that says nothing. A new table says it where it is created; this file is for
-- those that were there before. Runs after all other migrations, and again when it changes.

-- records
ALTER TABLE ledger_entry COMMENT = 'insert-only: the ledger, whose entries bear a mark and stand in a signed tree';
ALTER TABLE ledger_content COMMENT = 'insert-only: what the entries hold the hash of';
ALTER TABLE leaf COMMENT = 'insert-only: places of entries in the signed tree';
ALTER TABLE tree_node COMMENT = 'insert-only: roots of complete subtrees';
ALTER TABLE checkpoint COMMENT = 'insert-only: signed roots of the tree';
ALTER TABLE ledger_pending COMMENT = 'queue: entries that wait for their place; one without the mark gets none';
ALTER TABLE sequencer COMMENT = 'one-row: the lock under which one node gives places';
ALTER TABLE number_series COMMENT = 'working: the lock under which a number is taken; issued_number keeps it';
ALTER TABLE issued_number COMMENT = 'insert-only: what was issued stays taken, and gaps are seen';
ALTER TABLE voided_number COMMENT = 'insert-only: a voided number stays taken';
ALTER TABLE evidence_file COMMENT = 'insert-only: a file is known by its own hash';

-- what the frameworks keep
ALTER TABLE SPRING_SESSION COMMENT = 'working: who is signed in now';
ALTER TABLE SPRING_SESSION_ATTRIBUTES COMMENT = 'working: who is signed in now';

-- notice
ALTER TABLE notice COMMENT = 'insert-only: what was said was said';
ALTER TABLE notice_read COMMENT = 'insert-only: who has seen it';
ALTER TABLE notice_mail COMMENT = 'working: letters on their way';

-- qualification
ALTER TABLE qualification_lab COMMENT = 'official: registry, changed by approved applications';
ALTER TABLE qualification_lab_certificate COMMENT = 'official: registry, changed by approved applications';
ALTER TABLE qualification_scope COMMENT = 'official: registry, changed by approved applications';
ALTER TABLE qualification_organisation COMMENT = 'official: registry, changed by approved applications';
ALTER TABLE qualification_person COMMENT = 'official: registry, changed by approved applications';
ALTER TABLE qualification_certificate COMMENT = 'official: registry, changed by approved applications';
ALTER TABLE qualification_equipment COMMENT = 'official: registry, changed by approved applications';
ALTER TABLE qualification_calibration COMMENT = 'official: registry, changed by approved applications';
ALTER TABLE qualification_camera COMMENT = 'official: registry, changed by approved applications';
ALTER TABLE qualification_contract COMMENT = 'official: registry, changed by approved applications';
ALTER TABLE qualification_project COMMENT = 'official: registry, changed by approved applications';
ALTER TABLE qualification_application COMMENT = 'official: what is applied for and decided';
ALTER TABLE qualification_application_line COMMENT = 'insert-only official: what was applied for';
ALTER TABLE qualification_application_paper COMMENT = 'insert-only official: what applicants have handed in';
ALTER TABLE qualification_filed_paper COMMENT = 'insert-only official: papers that stand in the registries';
ALTER TABLE qualification_history COMMENT = 'insert-only official: every change of a registry';
ALTER TABLE qualification_import COMMENT = 'working: workbooks with mistakes, kept for a day';
ALTER TABLE qualification_revision COMMENT = 'working: says that the gate has to read the registries again';
ALTER TABLE qualification_gate_warning COMMENT = 'insert-only official: what the gate let pass with a warning';
ALTER TABLE qualification_suspension COMMENT = 'official: part of the breach that brought it';
ALTER TABLE qualification_waiver COMMENT = 'official: what the station waives';
ALTER TABLE qualification_breach COMMENT = 'official: breaches of qualification';
ALTER TABLE qualification_breach_act COMMENT = 'insert-only official: what was said and decided about a breach';
ALTER TABLE qualification_breach_paper COMMENT = 'insert-only official: evidence and proof that the laboratory has handed in';
ALTER TABLE qualification_expiry COMMENT = 'official: what a laboratory answered to a warning';
ALTER TABLE qualification_sweep COMMENT = 'insert-only: what each sweep came to, a statistic';

-- commission
ALTER TABLE commission_order COMMENT = 'official: what was ordered';
ALTER TABLE commission_hold COMMENT = 'official: cases held because their item is suspended';
ALTER TABLE commission_case COMMENT = 'working: the list of cases, a reading copy of orders and holds';

-- sampling
ALTER TABLE sampling_sample COMMENT = 'official: samples';
ALTER TABLE sampling_specimen COMMENT = 'insert-only official: a mark is issued once';
ALTER TABLE sampling_scan COMMENT = 'insert-only official: what was scanned stays scanned';
ALTER TABLE sampling_handling COMMENT = 'insert-only official: who handled a sample stays written';

-- testing
ALTER TABLE testing_order COMMENT = 'official: who tests on what by when';
ALTER TABLE testing_handback COMMENT = 'insert-only official: observations and reasons are never edited';
ALTER TABLE testing_raw_record COMMENT = 'insert-only official: raw records are superseded, never edited';
ALTER TABLE testing_result COMMENT = 'insert-only official: a further evaluation is a further row';
ALTER TABLE testing_correction COMMENT = 'official: corrections and their state';
ALTER TABLE testing_correction_opinion COMMENT = 'insert-only official: a word given stays given';

-- reporting
ALTER TABLE reporting_report COMMENT = 'official: reports from draft to what became of them';
ALTER TABLE reporting_issue COMMENT = 'insert-only official: what a report was issued with';

-- archive
ALTER TABLE archive_entry COMMENT = 'insert-only official: disposal will be a recorded act of its own';

-- nonconformity
ALTER TABLE nonconformity_loop COMMENT = 'official: loops of failing reports';
ALTER TABLE nonconformity_duty COMMENT = 'working: deadlines; the loop keeps what counts';
ALTER TABLE nonconformity_retest COMMENT = 'insert-only official: what the re-tests of a failing report said';
ALTER TABLE nonconformity_retest_objection COMMENT = 'insert-only official: why a signed re-test does not count';
ALTER TABLE nonconformity_paper COMMENT = 'insert-only official: photos and papers of the treatment';

-- credit
ALTER TABLE credit_entry COMMENT = 'official: what recorded events cost a house';
