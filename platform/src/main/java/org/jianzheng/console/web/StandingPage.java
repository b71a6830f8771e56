package org.jianzheng.console.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** Pages that are files, in both languages: they can be sent when nothing is known of the reader and nothing else works. */
enum StandingPage {
    /** The address cannot be read. */
    UNREADABLE("static/unreadable.html"),
    /** Asked for more than one address may, or than all may. */
    TOO_MANY("static/toomany.html"),
    /** The database, or another thing everything depends on, is away. */
    UNAVAILABLE("static/unavailable.html"),
    /** A fault of ours that not even the error page survived. */
    FAULT("static/fault.html");

    private final byte[] html;

    StandingPage(String file) {
        try {
            html = new ClassPathResource(file).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one for a status that nobody has given a body. */
    static StandingPage of(int status) {
        if (status == 429) {
            return TOO_MANY;
        }
        if (status < 500) {
            return UNREADABLE;
        }
        return status == HttpServletResponse.SC_SERVICE_UNAVAILABLE ? UNAVAILABLE : FAULT;
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'");
        response.getOutputStream().write(html);
    }
}
