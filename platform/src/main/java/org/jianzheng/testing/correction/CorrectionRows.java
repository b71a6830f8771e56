package org.jianzheng.testing.correction;

import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.repository.Repository;

interface CorrectionRows extends Repository<Correction, String>, JpaSpecificationExecutor<Correction> {}
