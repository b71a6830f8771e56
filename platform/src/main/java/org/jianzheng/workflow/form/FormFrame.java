package org.jianzheng.workflow.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A form with places to be filled: a form-js file in which a component <code>{"type": "placeholder", "id": "inputs"}</code>
 * stands for a list of others. It is not deployed itself. A condition of the placeholder holds for each of its components.
 */
public final class FormFrame {

    static final String PLACEHOLDER = "placeholder";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MARK = '"' + PLACEHOLDER + '"';

    private final ObjectNode file;

    private FormFrame(ObjectNode file) {
        this.file = file;
    }

    /** @param name module and frame: {@code testing/record} is the file {@code forms/testing/record.form} */
    public static FormFrame named(String name) {
        try (InputStream in = FormFrame.class.getResourceAsStream("/forms/" + name + ".form")) {
            if (in == null) {
                throw new IllegalArgumentException("no frame forms/" + name + ".form");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param file text of a form-js file */
    public static FormFrame read(String file) {
        try {
            return new FormFrame((ObjectNode) JSON.readTree(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Whether the text of a form file is a frame: it has a place to be filled. */
    public static boolean isFrame(String file) {
        return file.contains(MARK) && !read(file).places().isEmpty();
    }

    /** Its name, with which the id of each of its forms begins. */
    public String id() {
        return file.path("id").asText();
    }

    /** The form with these components in the frame's only place. */
    public ComposedForm compose(String id, List<FormComponent> components) {
        Set<String> places = places();
        if (places.size() != 1) {
            throw new IllegalArgumentException(id() + " has the places " + places + ", not one");
        }
        return compose(id, Map.of(places.iterator().next(), components));
    }

    /** @param filled the components for each of the frame's places; a place may stay empty, but is named */
    public ComposedForm compose(String id, Map<String, List<FormComponent>> filled) {
        if (!id.matches(id() + "(-\\w+)+")) {
            throw new IllegalArgumentException("the id of a form of " + id() + " begins with " + id() + "-, not " + id);
        }
        if (!places().equals(filled.keySet())) {
            throw new IllegalArgumentException(id() + " has the places " + places() + ", not " + filled.keySet());
        }
        ObjectNode form = file.deepCopy();
        form.put("id", id);
        fill(form, id, filled);
        refuseTwice(form, new HashSet<>());
        try {
            return new ComposedForm(id, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(form));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(ObjectNode parent, String form, Map<String, List<FormComponent>> filled) {
        if (!(parent.get("components") instanceof ArrayNode old)) {
            return;
        }
        ArrayNode all = parent.putArray("components");
        for (JsonNode one : old) {
            ObjectNode component = (ObjectNode) one;
            String id = component.path("id").asText();
            if (isPlaceholder(component)) {
                String hide = component.path("conditional").path("hide").asText("");
                new PlacedComponents(form, id).place(filled.get(id), hide).forEach(all::add);
            } else {
                component.put("id", form + "_" + id);
                fill(component, form, filled);
                all.add(component);
            }
        }
    }

    /** The browser does not draw a form that has an id, or among neighbours a key, twice. */
    private static void refuseTwice(JsonNode parent, Set<String> seen) {
        Set<String> keys = new HashSet<>();
        for (JsonNode component : parent.path("components")) {
            String id = component.path("id").asText();
            String key = component.path("key").asText(component.path("path").asText(""));
            if (!seen.add(id) || !key.isEmpty() && !keys.add(key)) {
                throw new IllegalArgumentException("twice in one form: " + id + " " + key);
            }
            refuseTwice(component, seen);
        }
    }

    private Set<String> places() {
        Set<String> places = new TreeSet<>();
        places(file, places);
        return places;
    }

    private static void places(JsonNode parent, Set<String> places) {
        for (JsonNode component : parent.path("components")) {
            if (isPlaceholder(component)) {
                places.add(component.path("id").asText());
            }
            places(component, places);
        }
    }

    private static boolean isPlaceholder(JsonNode component) {
        return component.path("type").asText().equals(PLACEHOLDER);
    }
}
