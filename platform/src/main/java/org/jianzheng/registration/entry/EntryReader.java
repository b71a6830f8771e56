package org.jianzheng.registration.entry;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.DayText;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.KeyText;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registry.ScopeCodes;
import org.jianzheng.registry.personal.IdNumber;
import org.jianzheng.registry.personal.PersonalData;
import org.springframework.stereotype.Component;

/** Makes an entry out of what was typed: every value in one way of writing, personal numbers sealed. */
@Component
public class EntryReader {

    private static final Pattern PHONE = Pattern.compile("1\\d{10}|0\\d{2,3}-?\\d{7,8}");

    private final PersonalData personal;
    private final Clock clock;

    EntryReader(PersonalData personal, Clock clock) {
        this.personal = personal;
        this.clock = clock;
    }

    /**
     * @param before the entry that is corrected: personal numbers left empty stay; else empty
     * @throws RuleBroken naming the first field that is wrong
     */
    public Map<String, String> entry(EntryKind kind, String house, FormValues typed, Map<String, String> before) {
        return entry(kind, house, typed, before, wrong -> {
            throw wrong;
        });
    }

    /** The same with whatever is wrong, field by field; the entry is one only when nothing is. */
    public Map<String, String> entry(
            EntryKind kind, String house, FormValues typed, Map<String, String> before, Consumer<RuleBroken> wrong) {
        Map<String, String> entry = new LinkedHashMap<>();
        for (EntryField field : kind.fields()) {
            try {
                read(field, typed, before, entry);
            } catch (RuleBroken e) {
                wrong.accept(e);
            }
        }
        if (!kind.houseKey().isEmpty()) {
            entry.put(kind.houseKey(), kind == EntryKind.PERSON ? house : house.substring(house.indexOf('/') + 1));
        }
        return entry;
    }

    private void read(EntryField field, FormValues typed, Map<String, String> before, Map<String, String> entry) {
        String key = field.key();
        switch (field.type()) {
            case TEXT -> entry.put(key, text(field, typed));
            case CODE, PARTY -> entry.put(key, code(field, typed));
            case DATE -> entry.put(key, day(field, typed));
            case DECIMAL ->
                entry.put(key, typed.decimal(key).map(EntryReader::plain).orElseGet(() -> absent(field)));
            case WHOLE -> entry.put(key, typed.integer(key).map(String::valueOf).orElseGet(() -> absent(field)));
            case CHOICE, ITEM ->
                entry.put(key, typed.text(key).isEmpty() ? absent(field) : choice(field, typed.text(key)));
            case CHOICES -> entry.put(key, choices(field, typed.values().get(key)));
            case ITEMS, SCOPE -> entry.put(key, codes(field, typed.values().get(key), field.options()));
            case PARAMETERS ->
                entry.put(key, codes(field, typed.values().get(key), parameters(field, entry.get("item"))));
            case ID_NUMBER -> personal(field, "id", typed, before, entry);
            case PHONE -> personal(field, "phone", typed, before, entry);
        }
    }

    private static String text(EntryField field, FormValues typed) {
        if (field.required()) {
            typed.required(field.key());
        }
        String text = typed.text(field.key(), field.longest());
        String kept = field.isKey() ? KeyText.written(text) : KeyText.visible(text);
        if (field.required() && kept.isEmpty()) {
            throw RuleBroken.at(field.key(), "kernel.form.empty");
        }
        // Keycloak knows logins in small letters alone.
        return field.key().equals("username") ? kept.toLowerCase(Locale.ROOT) : kept;
    }

    private static String day(EntryField field, FormValues typed) {
        String text = typed.text(field.key());
        return text.isEmpty()
                ? absent(field)
                : DayText.read(text)
                        .orElseThrow(() -> RuleBroken.at(field.key(), "registration.day", text))
                        .toString();
    }

    // Typed in full width, in small letters or with a space at its end it is the same number.
    private static String code(EntryField field, FormValues typed) {
        String folded = KeyText.written(text(field, typed)).toUpperCase(Locale.ROOT);
        if (!folded.matches("[\\p{L}\\p{N}\\p{P}]+")) {
            throw RuleBroken.at(field.key(), "registration.code", typed.text(field.key()));
        }
        return folded;
    }

    private static String absent(EntryField field) {
        if (field.required()) {
            throw RuleBroken.at(field.key(), "kernel.form.empty");
        }
        return "";
    }

    /** One way of writing, as the registries give it back. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String choice(EntryField field, String typed) {
        if (!field.options().contains(typed)) {
            throw RuleBroken.at(field.key(), "registration.choice", typed);
        }
        return typed;
    }

    private static String choices(EntryField field, Object typed) {
        Set<String> chosen = several(typed);
        chosen.stream()
                .filter(one -> !field.options().contains(one))
                .findFirst()
                .ifPresent(one -> {
                    throw RuleBroken.at(field.key(), "registration.choice", one);
                });
        return chosen.isEmpty()
                ? absent(field)
                : field.options().stream().filter(chosen::contains).collect(Collectors.joining(","));
    }

    private static Set<String> several(Object typed) {
        Set<String> chosen = new TreeSet<>();
        List<?> given = typed instanceof List<?> list
                ? list
                : Arrays.asList((typed == null ? "" : typed.toString()).split("[,，、]"));
        given.forEach(one -> chosen.add(String.valueOf(one).strip()));
        chosen.remove("");
        return chosen;
    }

    private static List<String> parameters(EntryField field, String item) {
        return field.options().stream()
                .filter(code -> code.startsWith(item + "/"))
                .toList();
    }

    private static String codes(EntryField field, Object typed, List<String> known) {
        Set<String> chosen = several(typed);
        chosen.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw RuleBroken.at(field.key(), "registration.items", code);
        });
        return chosen.isEmpty() ? absent(field) : new ScopeCodes(chosen).list();
    }

    // Left empty or masked at a correction: what was sealed before stays, since no form may show it.
    private void personal(
            EntryField field, String head, FormValues typed, Map<String, String> before, Map<String, String> entry) {
        String text = typed.text(field.key());
        boolean left = text.isEmpty() || text.equals(before.get(head + "Masked"));
        if (left && before.containsKey(head + "Sealed")) {
            before.forEach((key, value) -> {
                if (key.startsWith(head)) {
                    entry.put(key, value);
                }
            });
            return;
        }
        typed.required(field.key());
        PersonalData.Sealed sealed = field.type() == EntryField.Type.PHONE ? phone(text) : id(text, entry);
        entry.put(head + "Sealed", sealed.cipher());
        entry.put(head + "Masked", sealed.masked());
        if (field.type() == EntryField.Type.ID_NUMBER) {
            entry.put("idHash", sealed.hash());
        }
    }

    private PersonalData.Sealed phone(String text) {
        if (!PHONE.matcher(text).matches()) {
            throw RuleBroken.at("phone", "registration.phone");
        }
        return personal.sealPhone(text);
    }

    private PersonalData.Sealed id(String text, Map<String, String> entry) {
        IdNumber number = IdNumber.of(text, CityTime.today(clock));
        if (entry.containsKey("sex") && !number.sex().equals(entry.get("sex"))) {
            throw RuleBroken.at("sex", "registration.id.sex");
        }
        return personal.seal(number);
    }
}
