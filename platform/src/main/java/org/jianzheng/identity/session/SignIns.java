package org.jianzheng.identity.session;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whether a sign-in still stands: nobody acts on after the account was disabled, its groups or its password changed, or
 * beyond the longest time.
 */
@Component
public class SignIns {

    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);

    private final Accounts accounts;
    private final SessionSettings settings;
    private final Clock clock;

    @Autowired
    SignIns(RealmSettings realm, SessionSettings settings, Clock clock) {
        this(realm.configured() ? new Accounts(new RealmAccounts(realm), settings, clock) : null, settings, clock);
    }

    SignIns(Accounts accounts, SessionSettings settings, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /** For both filter chains, before they decide who may do what: whose sign-in is over is nobody. */
    public Filter filter() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                Authentication person = SecurityContextHolder.getContext().getAuthentication();
                if (standing(person) != SignInState.STANDS) {
                    end(person, request);
                }
                chain.doFilter(request, response);
            }
        };
    }

    /** Whether the person may act, as the realm says now. */
    public SignInState standing(Authentication person) {
        return SignIn.of(person)
                .map(signIn -> person.getPrincipal() instanceof OidcUser ? ofSession(signIn) : ofAccount(signIn))
                .orElse(SignInState.STANDS);
    }

    private SignInState ofSession(SignIn signIn) {
        return signIn.isOlderThan(settings.lifetime(), clock.instant()) ? SignInState.TO_BE_PROVED : ofAccount(signIn);
    }

    private SignInState ofAccount(SignIn signIn) {
        return accounts == null
                ? SignInState.STANDS
                : accounts.of(signIn).map(signIn::standing).orElse(SignInState.STANDS);
    }

    /** Ends it, and the session where it has one. */
    public static void end(Authentication person, HttpServletRequest request) {
        LOG.info("The sign-in of {} is over", person.getName());
        HttpSession session = person.getPrincipal() instanceof OidcUser ? request.getSession(false) : null;
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
