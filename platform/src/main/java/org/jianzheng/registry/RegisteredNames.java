package org.jianzheng.registry;

import java.util.Optional;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.MailAddresses;
import org.jianzheng.identity.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names and addresses out of the registries, for the modules below that must not know them. */
@Component
class RegisteredNames implements DisplayNames, MailAddresses {

    private final RegistryReader registries;

    RegisteredNames(RegistryReader registries) {
        this.registries = registries;
    }

    @Override
    @Transactional(readOnly = true)
    public String person(String username) {
        return username.equals(Person.SYSTEM.username())
                ? Person.SYSTEM.name()
                : registries.nameOf(username).orElse(username);
    }

    @Override
    @Transactional(readOnly = true)
    public String employer(String path) {
        return registries.organisation(path).map(Organisation::name).orElse(path);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> of(String path) {
        return registries.organisation(path).map(Organisation::email).filter(address -> !address.isBlank());
    }
}
