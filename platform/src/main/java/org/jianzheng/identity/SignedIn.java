package org.jianzheng.identity;

import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Signed in: on to the page that was asked for, else home. */
class SignedIn extends SavedRequestAwareAuthenticationSuccessHandler {

    SignedIn() {
        setRequestCache(Returns.cache());
    }
}
