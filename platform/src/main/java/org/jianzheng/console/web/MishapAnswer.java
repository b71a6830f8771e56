package org.jianzheng.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** One mishap in three shapes: a problem document for programs, an alert for htmx, a page for everybody else. */
final class MishapAnswer {

    private MishapAnswer() {}

    /** @param path what was asked for, which an error dispatch no longer shows */
    static Object to(HttpServletRequest request, String path, Mishap mishap) {
        if (isOfPrograms(path)) {
            return problem(mishap);
        }
        boolean fragment =
                request.getHeader("HX-Request") != null && request.getHeader("HX-History-Restore-Request") == null;
        return new ModelAndView(
                fragment ? "console/error :: alert" : "console/error", Map.of("mishap", mishap), mishap.status());
    }

    static boolean isOfPrograms(String path) {
        return path.startsWith("/api/")
                || path.startsWith("/m/api/")
                || path.startsWith("/camunda/api/")
                || path.startsWith("/public/ledger/");
    }

    /** RFC 9457. */
    private static ResponseEntity<ProblemDetail> problem(Mishap mishap) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(mishap.status(), mishap.detail());
        problem.setTitle(mishap.title());
        problem.setProperty("code", mishap.code());
        if (mishap.field() != null) {
            problem.setProperty("field", mishap.field());
        }
        if (mishap.incident() != null) {
            problem.setProperty("incident", mishap.incident());
        }
        return ResponseEntity.status(mishap.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
