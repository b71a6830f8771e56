package org.jianzheng.identity.session;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the realm is asked about people: by the engine's service account, which may view users and groups.
 *
 * @param issuer the realm's address, {@code https://id.example.cn/realms/jianzheng}
 */
@ConfigurationProperties("jianzheng.keycloak")
record RealmSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("jianzheng-engine") String engineClientId,
        @DefaultValue("") String engineClientSecret) {

    boolean configured() {
        return !issuer.isBlank();
    }

    String adminUrl() {
        return issuer.replace("/realms/", "/admin/realms/");
    }

    String tokenUrl() {
        return issuer + "/protocol/openid-connect/token";
    }
}
