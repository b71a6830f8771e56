package org.jianzheng.workflow.signon;

import static org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME;
import static org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A new session gets Tasklist's CSRF token with its first page, whichever that is. The engine's filter gives one to its own
 * pages only: a form that waits in another tab while its person signs in again could not be sent.
 */
class TasklistToken extends OncePerRequestFilter {

    private static final String TASKLIST = "/camunda";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod())
                || request.getServletPath().startsWith(TASKLIST)
                || request.getUserPrincipal() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(CSRF_TOKEN_SESSION_ATTR_NAME) == null) {
            String token = UUID.randomUUID().toString();
            session.setAttribute(CSRF_TOKEN_SESSION_ATTR_NAME, token);
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(token, request));
        }
        chain.doFilter(request, response);
    }

    private static String cookie(String token, HttpServletRequest request) {
        return ResponseCookie.from(CSRF_TOKEN_DEFAULT_COOKIE_NAME, token)
                .path(request.getContextPath() + TASKLIST)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }
}
