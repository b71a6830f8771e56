-- A laboratory's certificates one after another (5.3.3): a renewed one is a further row and takes over on its first day.
-- certificate_type: QUALIFICATION (资质证书) or CMA.
CREATE TABLE qualification_lab_certificate (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    lab_code VARCHAR(32) NOT NULL,
    certificate_type VARCHAR(16) NOT NULL,
    certificate_no VARCHAR(40) NOT NULL,
    specialities VARCHAR(200) NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE NOT NULL,
    UNIQUE KEY qualification_lab_certificate_once (lab_code, certificate_type, certificate_no, valid_from)
) CHARACTER SET utf8mb4;

INSERT INTO qualification_lab_certificate (lab_code, certificate_type, certificate_no, specialities, valid_from, valid_until)
    SELECT l.code, 'QUALIFICATION', l.certificate_no,
           COALESCE((SELECT GROUP_CONCAT(DISTINCT s.speciality) FROM qualification_scope s WHERE s.lab_code = l.code), ''),
           l.certificate_from, l.certificate_until
      FROM qualification_lab l;

INSERT INTO qualification_lab_certificate (lab_code, certificate_type, certificate_no, specialities, valid_from, valid_until)
    SELECT code, 'CMA', cma_no, '', cma_from, cma_until FROM qualification_lab;

ALTER TABLE qualification_lab
    DROP COLUMN cma_no,
    DROP COLUMN cma_from,
    DROP COLUMN cma_until,
    DROP COLUMN certificate_no,
    DROP COLUMN certificate_from,
    DROP COLUMN certificate_until;

-- A laboratory as one applies for it: the organisation and its newest certificates.
CREATE VIEW v_qualification_laboratory AS
    SELECT l.code, o.name, o.credit_code, o.contact, o.phone, o.address, o.email,
           q.specialities, q.certificate_no, q.valid_from AS certificate_from, q.valid_until AS certificate_until,
           m.certificate_no AS cma_no, m.valid_from AS cma_from, m.valid_until AS cma_until
      FROM qualification_lab l
      JOIN qualification_organisation o ON o.path = CONCAT('labs/', l.code)
      LEFT JOIN qualification_lab_certificate q ON q.id = (
           SELECT c.id FROM qualification_lab_certificate c WHERE c.lab_code = l.code AND c.certificate_type = 'QUALIFICATION'
            ORDER BY c.valid_from DESC, c.id DESC LIMIT 1)
      LEFT JOIN qualification_lab_certificate m ON m.id = (
           SELECT c.id FROM qualification_lab_certificate c WHERE c.lab_code = l.code AND c.certificate_type = 'CMA'
            ORDER BY c.valid_from DESC, c.id DESC LIMIT 1);
