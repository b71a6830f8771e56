package org.jianzheng.console.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What went wrong outside a controller: refused by a filter, or while a page was being drawn. */
@Controller
class ErrorPages implements ErrorController {

    private final Mishaps mishaps;

    ErrorPages(Mishaps mishaps) {
        this.mishaps = mishaps;
    }

    @RequestMapping("/error")
    Object explain(HttpServletRequest request) {
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        String path = Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "/");
        return MishapAnswer.to(
                request, path, thrown == null ? mishaps.of(status(request)) : mishaps.of(Mishaps.cause(thrown)));
    }

    /** Somebody who opens /error by hand has asked for a page that is not there. */
    private static HttpStatus status(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(code -> HttpStatus.resolve((Integer) code))
                .orElse(HttpStatus.NOT_FOUND);
    }
}
