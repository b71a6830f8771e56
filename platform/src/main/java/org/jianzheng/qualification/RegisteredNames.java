package org.jianzheng.qualification;

import org.jianzheng.identity.Names;
import org.jianzheng.identity.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names out of the registries, for the modules below that must not know them. */
@Component
class RegisteredNames implements Names {

    private final Registries registries;

    RegisteredNames(Registries registries) {
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
}
