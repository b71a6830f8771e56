package org.jianzheng.console.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Where a JSON document stops making sense.
 *
 * @param code key of the message
 * @param member path of the offending member such as {@code loadsKn[1]}, or null when it is not JSON at all
 */
record JsonPlace(String code, String member, Object[] arguments) {

    static JsonPlace of(HttpMessageNotReadableException unreadable) {
        Throwable cause = unreadable.getMostSpecificCause();
        if (cause instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String member = path(mapping);
            return new JsonPlace("console.error.json.member", member, new Object[] {member});
        }
        if (cause instanceof JsonProcessingException syntax && syntax.getLocation() != null) {
            JsonLocation place = syntax.getLocation();
            return new JsonPlace(
                    "console.error.json.syntax", null, new Object[] {place.getLineNr(), place.getColumnNr()});
        }
        return new JsonPlace("console.error.json.missing", null, new Object[0]);
    }

    private static String path(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (Reference step : mapping.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
