package org.jianzheng.standards.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A worked example of each method, so that nobody starts at an empty form. */
@Component
class WorkedExamples {

    private final Map<?, ?> byMethod;

    WorkedExamples() {
        try (InputStream file = WorkedExamples.class.getResourceAsStream("/standards/examples.json")) {
            byMethod = (Map<?, ?>) JsonInputs.read(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<?, ?> of(String method) {
        return (Map<?, ?>) byMethod.get(method);
    }
}
