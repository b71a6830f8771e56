package org.jianzheng.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Holds an answer against its schema, both ways: what is answered is described, and as described. */
final class JsonAsDescribed {

    private final JsonNode api;
    private final List<String> wrong = new ArrayList<>();

    private JsonAsDescribed(JsonNode api) {
        this.api = api;
    }

    /** Places of the answer that the schema does not describe. */
    static List<String> differences(JsonNode api, JsonNode schema, JsonNode answer) {
        var check = new JsonAsDescribed(api);
        check.value("$", schema, answer);
        return check.wrong;
    }

    private void value(String place, JsonNode given, JsonNode value) {
        JsonNode schema = resolved(given);
        if (schema.has("enum") && !words(schema.get("enum")).contains(value.asText())) {
            wrong.add(place + " = " + value);
        }
        String type = type(value);
        if (schema.has("type") && !allows(schema.get("type"), type)) {
            wrong.add(place + " is " + type + ", not " + schema.get("type"));
        } else if (value.isObject()) {
            object(place, schema, value);
        } else if (value.isArray()) {
            value.forEach(item -> value(place + "[]", schema.path("items"), item));
        }
    }

    private void object(String place, JsonNode schema, JsonNode value) {
        JsonNode members = schema.path("properties");
        value.fields().forEachRemaining(member -> {
            if (members.has(member.getKey())) {
                value(place + "." + member.getKey(), members.get(member.getKey()), member.getValue());
            } else if (!schema.has("additionalProperties")) {
                wrong.add(place + "." + member.getKey() + " is not described");
            }
        });
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? api.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    private static boolean allows(JsonNode types, String type) {
        return types.isArray() ? words(types).contains(type) : types.asText().equals(type);
    }

    private static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "string";
        };
    }
}
