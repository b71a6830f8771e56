package org.jianzheng.identity.signin;

import java.util.Collection;
import java.util.stream.Stream;
import org.jianzheng.identity.Claims;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

/** Adds {@code ROLE_TESTER} and the like to what somebody signed in with, so that pages can ask for it. */
class RolesOfGroups implements GrantedAuthoritiesMapper {

    @Override
    public Collection<? extends GrantedAuthority> mapAuthorities(Collection<? extends GrantedAuthority> given) {
        return given.stream().flatMap(RolesOfGroups::withRoles).toList();
    }

    private static Stream<GrantedAuthority> withRoles(GrantedAuthority authority) {
        return authority instanceof OidcUserAuthority user
                ? Stream.concat(Stream.of(user), Claims.authorities(user.getIdToken()).stream())
                : Stream.of(authority);
    }
}
