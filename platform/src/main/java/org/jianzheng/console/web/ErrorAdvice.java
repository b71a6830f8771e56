package org.jianzheng.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ClientAbortException;
import org.jianzheng.kernel.Unavailable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Whatever leaves a controller becomes an answer its reader can use. */
@ControllerAdvice
class ErrorAdvice {

    private final Mishaps mishaps;

    ErrorAdvice(Mishaps mishaps) {
        this.mishaps = mishaps;
    }

    @ExceptionHandler
    Object explain(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (Unavailable.causes(thrown)) {
            // The pages of this advice need what is away; the last resort does not.
            throw thrown;
        }
        if (thrown instanceof HttpRequestMethodNotSupportedException method && method.getSupportedMethods() != null) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", method.getSupportedMethods()));
        }
        return MishapAnswer.to(request, request.getRequestURI(), mishaps.of(Mishaps.cause(thrown)));
    }

    /** Signing in is the filter chain's answer to this one. */
    @ExceptionHandler
    void leave(AuthenticationException thrown) {
        throw thrown;
    }

    /** The reader has gone; asking for the response leaves it as it is. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
    void forget(HttpServletResponse response) {}
}
