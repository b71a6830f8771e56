package org.jianzheng.testing.procedure;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.TypedNumber;
import org.jianzheng.standards.catalogue.ItemWords;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.standards.evaluation.Reading;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * What a form was filled with, read field by field. A value that is missing or malformed names its field. Decimals arrive
 * and stay as the digits that were typed.
 */
public final class RecordForm {

    /** Before and after the point. */
    private static final int MOST_DIGITS = 12;

    private final Map<String, Object> values;
    private final Map<String, TestItem.Name> labels;
    private final String path;
    private final Map<String, Reading> readings = new HashMap<>();
    private final Map<String, List<RecordForm>> lists = new HashMap<>();

    public RecordForm(Map<String, ?> values) {
        this(values, Map.of(), "");
    }

    /** @param labels of fields, before those of the bundle */
    private RecordForm(Map<String, ?> values, Map<String, TestItem.Name> labels, String path) {
        var copy = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> copy.put(key, plain(value)));
        this.values = Collections.unmodifiableMap(copy);
        this.labels = labels;
        this.path = path;
    }

    /** The same, refused in the words of the item's folder. */
    public RecordForm named(Map<String, TestItem.Name> labels) {
        return new RecordForm(values, labels, path);
    }

    public Map<String, Object> values() {
        return values;
    }

    /** The same with one value said otherwise; without it where that is null. */
    public RecordForm with(String key, Object value) {
        var changed = new LinkedHashMap<String, Object>(values);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return new RecordForm(changed, labels, path);
    }

    public boolean has(String key) {
        Object value = values.get(key);
        return value != null && !value.toString().isBlank();
    }

    /** Text without the blanks around it, or null. */
    public String text(String key, int longest) {
        if (!has(key)) {
            return null;
        }
        String text = values.get(key).toString().strip();
        if (text.length() > longest) {
            throw broken(key, "testing.form.tooLong", longest);
        }
        return text;
    }

    public String required(String key, int longest) {
        String text = text(key, longest);
        if (text == null) {
            throw broken(key, "testing.form.missing");
        }
        return text;
    }

    public String choice(String key, Set<String> allowed) {
        String text = required(key, 60);
        if (!allowed.contains(text)) {
            throw broken(key, "testing.form.choice", text);
        }
        return text;
    }

    public <E extends Enum<E>> E choice(String key, Class<E> allowed) {
        Set<String> names =
                Stream.of(allowed.getEnumConstants()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
        return Enum.valueOf(allowed, choice(key, names));
    }

    /** Greater than zero. */
    Reading positive(String key) {
        Reading reading = notNegative(key);
        if (reading.value().signum() == 0) {
            throw broken(key, "testing.form.positive", reading);
        }
        return reading;
    }

    public Reading notNegative(String key) {
        Reading reading = reading(key);
        if (reading.value().signum() < 0) {
            throw broken(key, "testing.form.positive", reading);
        }
        return reading;
    }

    /** Greater than zero, or null where nothing was entered. */
    public Reading positiveOrNull(String key) {
        return has(key) ? positive(key) : null;
    }

    /** Read once, however often it is asked for. */
    public Reading reading(String key) {
        return readings.computeIfAbsent(key, this::read);
    }

    private Reading read(String key) {
        BigDecimal value = new TypedNumber(required(key, 40)).at(path + key, label(key));
        if (value.precision() - value.scale() > MOST_DIGITS || value.scale() > MOST_DIGITS) {
            throw broken(key, "testing.form.number", value.toPlainString());
        }
        return new Reading(key, value);
    }

    public Instant instant(String key) {
        String text = required(key, 40);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException malformed) {
            throw broken(key, "testing.form.instant", text);
        }
    }

    /** What was chosen of several; nothing where the field was left empty. */
    public List<String> texts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The rows of a list, as many as there have to be. */
    public List<RecordForm> rows(String key, int count) {
        List<RecordForm> rows = rows(key);
        if (rows.size() != count) {
            throw broken(key, "testing.form.rows", count, rows.size());
        }
        return rows;
    }

    public List<RecordForm> rows(String key) {
        return lists.computeIfAbsent(key, this::listed);
    }

    private List<RecordForm> listed(String key) {
        var rows = new ArrayList<RecordForm>();
        if (values.get(key) instanceof List<?> list) {
            for (Object row : list) {
                if (!(row instanceof Map<?, ?> map)) {
                    throw broken(key, "testing.form.missing");
                }
                rows.add(new RecordForm(row(map), labels, path + key + "[" + rows.size() + "]."));
            }
        }
        return List.copyOf(rows);
    }

    /** The rows of all its lists. */
    public List<RecordForm> allRows() {
        return values.keySet().stream()
                .filter(key ->
                        values.get(key) instanceof List<?> list && list.stream().allMatch(Map.class::isInstance))
                .flatMap(key -> rows(key).stream())
                .toList();
    }

    public RuleBroken broken(String key, String code, Object... arguments) {
        var all = new ArrayList<Object>();
        all.add(label(key));
        Collections.addAll(all, arguments);
        return RuleBroken.at(path + key, code, all.toArray());
    }

    // Resolved by the message source in the reader's language: 第 2 行 破坏荷载.
    private Object label(String key) {
        Object field = labels.containsKey(key)
                ? ItemWords.shown(labels.get(key))
                : new DefaultMessageSourceResolvable(new String[] {"testing.field." + key}, key);
        if (path.isEmpty()) {
            return field;
        }
        String row = path.substring(path.indexOf('[') + 1, path.indexOf(']'));
        return new DefaultMessageSourceResolvable(
                new String[] {"testing.field.inRow"}, new Object[] {Integer.parseInt(row) + 1, field});
    }

    // Exact numbers keep their digits as text, at any depth.
    private static Object plain(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof List<?> list) {
            return new ArrayList<>(list.stream().<Object>map(RecordForm::plain).collect(Collectors.toList()));
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((key, part) -> copy.put(String.valueOf(key), plain(part)));
            return copy;
        }
        return value instanceof Number ? value.toString() : value;
    }

    @SuppressWarnings("unchecked") // plain() made its keys text
    private static Map<String, Object> row(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
