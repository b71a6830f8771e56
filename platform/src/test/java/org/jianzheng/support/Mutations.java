package org.jianzheng.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a random hand makes of something good; the same each time for the same seed. */
public final class Mutations {

    /** Texts that have broken readers before. */
    public static final List<String> ODD = List.of(
            "",
            " ",
            "null",
            "-1",
            "0",
            "NaN",
            "1e999999999",
            "9".repeat(400),
            "99999999999999999999",
            "2026-02-30",
            "+1000000-01-01",
            "..",
            "../../etc/passwd",
            "%00",
            "%",
            "'\"<img src=x onerror=1>",
            "${7*7}",
            "\u0000",
            "\ud800",
            "\u202e\u200b",
            "😀".repeat(300),
            "长".repeat(5000));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> VALUES = List.of(
            "null", "true", "-1", "1e400", "1e999999999", "[]", "{}", "[[[]]]", "{\"value\":{\"value\":null}}", "\"\"");

    private final Random random;

    public Mutations(long seed) {
        random = new Random(seed);
    }

    public <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Some bytes other, sometimes cut, sometimes with a part of itself once more. */
    public byte[] of(byte[] good) {
        byte[] bad = good.clone();
        for (int i = 0; i <= random.nextInt(6); i++) {
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        }
        var out = new ByteArrayOutputStream();
        out.write(bad, 0, random.nextInt(4) == 0 ? random.nextInt(bad.length) : bad.length);
        if (random.nextInt(4) == 0) {
            out.write(bad, 0, random.nextInt(bad.length));
        }
        return out.toByteArray();
    }

    /** One value other, gone or twice; the rest as it was. */
    public String ofJson(String good) {
        try {
            JsonNode root = JSON.readTree(good);
            List<ContainerNode<?>> all = new ArrayList<>();
            collect(root, all);
            change(oneOf(all));
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(good, e);
        }
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> all) {
        if (node instanceof ContainerNode<?> container) {
            all.add(container);
        }
        node.forEach(child -> collect(child, all));
    }

    private void change(ContainerNode<?> container) throws JsonProcessingException {
        JsonNode other =
                random.nextBoolean() ? JSON.getNodeFactory().textNode(oneOf(ODD)) : JSON.readTree(oneOf(VALUES));
        if (container instanceof ArrayNode array) {
            array.insert(random.nextInt(array.size() + 1), other);
            return;
        }
        ObjectNode object = (ObjectNode) container;
        List<String> names = new ArrayList<>(List.of("other"));
        object.fieldNames().forEachRemaining(names::add);
        String name = oneOf(names);
        if (random.nextInt(5) == 0) {
            object.remove(name);
        } else {
            object.set(name, other);
        }
    }
}
