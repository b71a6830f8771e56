package org.jianzheng.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Components with their ids and their places in lines of sixteen columns. */
final class PlacedComponents {

    private static final JsonMapper JSON = new JsonMapper();

    private final String form;
    private final String place;
    private int line;
    private int left;

    /** @param place names the lines, apart from those of other places of the form */
    PlacedComponents(String form, String place) {
        this.form = form;
        this.place = place;
    }

    /** @param hidden condition of the place itself, with its equals sign; empty for none */
    List<ObjectNode> place(List<FormComponent> components, String hidden) {
        List<ObjectNode> placed = new ArrayList<>();
        components.forEach(component -> placed.add(place(component, hidden)));
        return placed;
    }

    private ObjectNode place(FormComponent component, String hidden) {
        ObjectNode node = JSON.createObjectNode();
        node.set("type", JSON.valueToTree(component.members().get("type")));
        node.put("id", form + "_" + place + "_" + component.name());
        component.members().forEach((name, value) -> node.set(name, tree(value)));
        String hide = either(hidden, component.hidden());
        if (!hide.isEmpty()) {
            node.putObject("conditional").put("hide", hide);
        }
        if (!component.children().isEmpty()) {
            PlacedComponents inside = new PlacedComponents(form, place + "_" + component.name());
            node.putArray("components").addAll(inside.place(component.children(), ""));
        }
        advance(component);
        ObjectNode layout = node.putObject("layout");
        layout.put("row", "Row_" + place + "_" + line);
        boolean whole = component.columns() == FormComponent.LINE;
        layout.set("columns", JSON.valueToTree(whole ? null : component.columns()));
        return node;
    }

    private void advance(FormComponent component) {
        if (component.columns() > left) {
            line++;
            left = FormComponent.LINE;
        }
        left -= component.columns();
    }

    private static String either(String hidden, String feel) {
        if (feel.isEmpty()) {
            return hidden;
        }
        return hidden.isEmpty() ? "=" + feel : hidden + " or " + feel;
    }

    /** Lists of maps are of one order, whatever made them: the same data is the same text. */
    private static JsonNode tree(Object value) {
        return JSON.valueToTree(
                value instanceof List<?> list
                        ? list.stream().map(PlacedComponents::sorted).toList()
                        : value);
    }

    private static Object sorted(Object member) {
        return member instanceof Map<?, ?> map ? new TreeMap<>(map) : member;
    }
}
