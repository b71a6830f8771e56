package org.jianzheng.workflow.signon;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the engine reads people and groups from Keycloak.
 *
 * @param issuer the realm's address, {@code https://id.example.cn/realms/jianzheng}
 * @param engineClientId a client with a service account that may query users and groups, and view users
 */
@ConfigurationProperties("jianzheng.keycloak")
record EngineRealm(
        @DefaultValue("") String issuer,
        @DefaultValue("jianzheng-engine") String engineClientId,
        @DefaultValue("") String engineClientSecret) {

    String adminUrl() {
        return issuer.replace("/realms/", "/admin/realms/");
    }
}
