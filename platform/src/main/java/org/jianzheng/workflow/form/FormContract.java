package org.jianzheng.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jianzheng.kernel.RuleBroken;

/**
 * What a form lets a browser send: its input keys and what it demands of them. The server holds to it whatever the
 * browser checked.
 */
public final class FormContract {

    /** The contract of a step without a form: nothing may be sent. */
    public static final FormContract NOTHING = new FormContract("", List.of(), Set.of(), Set.of(), Set.of());

    private final String id;
    private final List<FormField> fields;
    private final Set<String> reads;
    private final Set<String> mentions;
    private final Set<List<String>> texts;

    private FormContract(
            String id, List<FormField> fields, Set<String> reads, Set<String> mentions, Set<List<String>> texts) {
        this.id = id;
        this.fields = fields;
        this.reads = reads;
        this.mentions = mentions;
        this.texts = texts;
    }

    /**
     * Reads a form-js file.
     *
     * @throws IllegalArgumentException when it cannot be held to: not JSON, components the server does not know
     */
    public static FormContract read(String form) {
        JsonNode json = FormReader.json(form);
        List<FormField> fields = FormReader.fields(json);
        return new FormContract(
                json.path("id").asText(), fields, FormReads.of(json), FormReads.atMost(json), FormTexts.paths(json));
    }

    public String id() {
        return id;
    }

    /** The keys a browser may send, outermost names only. */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        leaves(fields, List.of()).keySet().forEach(path -> keys.add(path.get(0)));
        return keys;
    }

    /** What a field lets one choose, where the form itself says so; empty for any other. */
    public List<String> choices(String key) {
        return leaves(fields, List.of()).entrySet().stream()
                .filter(leaf -> leaf.getKey().equals(List.of(key)))
                .map(Map.Entry::getValue)
                .filter(field -> field.options() != null && field.options().fixed() != null)
                .flatMap(field -> field.options().fixed().stream())
                .map(Object::toString)
                .toList();
    }

    /** Names of variables the form shows or chooses from, and which it does not ask for itself. */
    public Set<String> reads() {
        Set<String> names = new TreeSet<>(reads);
        names.removeAll(keys());
        return names;
    }

    /** Names of the shown variables that {@link #check} looks at: what was sent under a name stands for what is shown under it. */
    public Set<String> checkedBy(Map<String, ?> sent) {
        Set<String> names = new TreeSet<>();
        fields.forEach(field -> names.addAll(field.checkedBy()));
        names.removeAll(sent.keySet());
        return names;
    }

    /**
     * What the form shows as the browser is to get it: nothing that it does not mention; and what comes into its texts is text
     * there, never Markdown or HTML.
     */
    public Map<String, Object> asShown(Map<String, Object> shown) {
        Map<String, Object> mentioned = new TreeMap<>(shown);
        Set<String> keys = keys();
        mentioned.keySet().removeIf(name -> !mentions.contains(name) && !keys.contains(name));
        return FormTexts.asText(mentioned, texts);
    }

    /**
     * Holds what was sent to the form.
     *
     * @param sent plain values as they came
     * @param shown the variables the form shows, for its conditions and options
     * @return exactly the keys the form asks for: text stripped or null, numbers as decimals (whole ones as Integer where
     *     the form allows no digits), rows as lists of maps; what a condition hides is null
     * @throws RuleBroken pinned to the first field that breaks a rule
     */
    public Map<String, Object> check(Map<String, ?> sent, Map<String, ?> shown) {
        return new FormCheck(shown, sent).check(fields, sent, List.of());
    }

    /** Every field that holds a value or rows, under its path from the form or row; groups dissolve into their children. */
    static Map<List<String>, FormField> leaves(List<FormField> fields, List<String> prefix) {
        Map<List<String>, FormField> leaves = new LinkedHashMap<>();
        for (FormField field : fields) {
            List<String> path = join(prefix, field.path());
            if (field.type().equals("group")) {
                leaves.putAll(leaves(field.children(), path));
            } else {
                leaves.put(path, field);
            }
        }
        return leaves;
    }

    static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
