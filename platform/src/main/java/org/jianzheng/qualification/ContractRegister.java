package org.jianzheng.qualification;

import java.time.LocalDate;

/** Which laboratory may test which item of a project. Where nobody answers, the gate does not ask. */
public interface ContractRegister {

    boolean covers(String projectCode, String labCode, String item, LocalDate day);
}
