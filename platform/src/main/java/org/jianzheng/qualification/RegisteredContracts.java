package org.jianzheng.qualification;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The register of contracts, for the gate. */
@Component
class RegisteredContracts implements ContractRegister {

    private final Registries registries;

    RegisteredContracts(Registries registries) {
        this.registries = registries;
    }

    @Override
    public boolean covers(String projectCode, String labCode, String item, LocalDate day) {
        return registries.contractCovers(projectCode, labCode, item, day);
    }
}
