package org.jianzheng.workflow.signon;

import jakarta.servlet.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.jianzheng.identity.Identity;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever is signed in to the console is signed in to Tasklist and Cockpit; people and groups are Keycloak's. */
@Configuration(proxyBeanMethods = false)
class CamundaSignOn {

    /** After the filter chains, which have let the person in by then, and before the engine's own filters. */
    @Bean
    FilterRegistrationBean<Filter> engineSignOn(Identity identity) {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(new SignOnFilter(new SignOn(identity)));
        filter.addUrlPatterns("/camunda/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 50);
        return filter;
    }

    @Bean
    FilterRegistrationBean<Filter> tasklistToken() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(new TasklistToken());
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 50);
        return filter;
    }

    /**
     * Read-only, which also keeps the engine's set-up page for a first administrator shut. It is not given the name of the
     * administrators' group (the engine knows {@code camunda-admin} by itself): it would look it up at once, and the
     * platform could not start while Keycloak is down.
     */
    @Bean
    @ConditionalOnProperty("jianzheng.keycloak.issuer")
    ProcessEnginePlugin peopleOfKeycloak(EngineRealm realm) {
        PeopleOfKeycloak keycloak = new PeopleOfKeycloak();
        keycloak.setKeycloakIssuerUrl(realm.issuer());
        keycloak.setKeycloakAdminUrl(realm.adminUrl());
        keycloak.setClientId(realm.engineClientId());
        keycloak.setClientSecret(realm.engineClientSecret());
        keycloak.setUseUsernameAsCamundaUserId(true);
        keycloak.setUseGroupPathAsCamundaGroupId(true);
        // Else only the top of the tree of groups would be found.
        keycloak.setEnforceSubgroupsInGroupQuery(true);
        keycloak.setMaxResultSize(10_000);
        // Asked at every turn otherwise. A person's own groups come from their sign-in, not from here.
        keycloak.setCacheEnabled(true);
        keycloak.setMaxCacheSize(2_000);
        keycloak.setCacheExpirationTimeoutMin(5);
        return keycloak;
    }
}
