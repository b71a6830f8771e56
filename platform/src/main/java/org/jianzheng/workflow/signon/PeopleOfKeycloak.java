package org.jianzheng.workflow.signon;

import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.extension.keycloak.KeycloakConfiguration;
import org.camunda.bpm.extension.keycloak.KeycloakIdentityProviderFactory;
import org.camunda.bpm.extension.keycloak.KeycloakIdentityProviderSession;
import org.camunda.bpm.extension.keycloak.KeycloakUserQuery;
import org.camunda.bpm.extension.keycloak.cache.CacheConfiguration;
import org.camunda.bpm.extension.keycloak.cache.CacheFactory;
import org.camunda.bpm.extension.keycloak.plugin.KeycloakIdentityProviderPlugin;

/** A Chinese name is one word, kept whole in the first name: without this, Tasklist writes "张伟 null". */
class PeopleOfKeycloak extends KeycloakIdentityProviderPlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        super.preInit(engine);
        engine.setIdentityProviderSessionFactory(new Factory(this));
    }

    private static class Factory extends KeycloakIdentityProviderFactory {

        Factory(KeycloakConfiguration keycloak) {
            super(keycloak, List.of());
            CacheConfiguration caches = CacheConfiguration.from(keycloak);
            setUserQueryCache(CacheFactory.create(caches));
            setGroupQueryCache(CacheFactory.create(caches));
            setCheckPasswordCache(CacheFactory.create(CacheConfiguration.fromLoginConfigOf(keycloak)));
        }

        @Override
        public Session openSession() {
            return new KeycloakIdentityProviderSession(
                    keycloakConfiguration,
                    restTemplate,
                    keycloakContextProvider,
                    userQueryCache,
                    groupQueryCache,
                    checkPasswordCache) {
                @Override
                protected List<User> findUserByQueryCriteria(KeycloakUserQuery query) {
                    List<User> people = super.findUserByQueryCriteria(query);
                    people.stream()
                            .filter(person -> person.getLastName() == null)
                            .forEach(person -> person.setLastName(""));
                    return people;
                }
            };
        }
    }
}
