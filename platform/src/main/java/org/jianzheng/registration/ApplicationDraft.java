package org.jianzheng.registration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.entry.EntryField;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.entry.EntryReader;
import org.jianzheng.registration.entry.EntryVocabulary;
import org.jianzheng.registration.rows.LoadedRegistries;
import org.jianzheng.registration.rows.RegisteredKeys;
import org.jianzheng.registration.rules.EntryRules;

/** Lines of one application on their way in: each is read and judged as the form's single entry is. */
public final class ApplicationDraft {

    /** Under which name an application carries its lines. */
    static final String LINES = "lines";

    private final EntryKind kind;
    private final String house;
    private final EntryReader entryReader;
    private final EntryRules rules;
    private final EntryVocabulary vocabulary;
    private final LoadedRegistries standing;
    private final boolean ofStation;
    private final List<Map<String, String>> entries = new ArrayList<>();
    private final Map<String, Integer> rows = new HashMap<>();

    ApplicationDraft(
            EntryKind kind,
            String house,
            EntryReader entryReader,
            EntryRules rules,
            EntryVocabulary vocabulary,
            LoadedRegistries standing,
            boolean ofStation) {
        this.kind = kind;
        this.house = house;
        this.entryReader = entryReader;
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.standing = standing;
        this.ofStation = ofStation;
    }

    /**
     * One more line.
     *
     * @param row where it stands, for those who repeat it
     * @param written field by field, in words or codes
     * @return what is wrong with it; the line is taken only when nothing is
     */
    public List<RuleBroken> add(int row, Map<String, String> written) {
        Map<String, String> typed = new HashMap<>();
        kind.fields().forEach(field -> typed.put(field.key(), vocabulary.codes(field, text(field, written))));
        List<RuleBroken> wrong = new ArrayList<>();
        Map<String, String> entry =
                entryReader.entry(kind, house, new FormValues(typed), registered(typed), wrong::add);
        if (wrong.isEmpty()) {
            try {
                take(row, RegisteredKeys.asRegistered(standing, kind, entry));
            } catch (RuleBroken e) {
                wrong.add(e);
            }
        }
        return wrong;
    }

    private static String text(EntryField field, Map<String, String> written) {
        return written.getOrDefault(field.key(), "").strip();
    }

    // Personal numbers that a workbook only shows masked stay as they are, for people of this house.
    private Map<String, String> registered(Map<String, String> typed) {
        return kind == EntryKind.PERSON
                ? standing.same(kind, typed)
                        .filter(person -> person.get("employer").equals(house))
                        .orElse(Map.of())
                : Map.of();
    }

    private void take(int row, Map<String, String> entry) {
        Integer first = rows.putIfAbsent(LoadedRegistries.key(kind, entry), row);
        if (first != null) {
            String key = kind.keys().get(kind.keys().size() - 1);
            throw RuleBroken.at(key, "registration.import.twice", first);
        }
        rules.check(standing, kind, house, entry);
        if (!ofStation) {
            rules.alike(standing, kind, entry).ifPresent(ApplicationDraft::refuse);
        }
        standing.put(kind, entry);
        entries.add(entry);
    }

    private static void refuse(RuleBroken broken) {
        throw broken;
    }

    public EntryKind kind() {
        return kind;
    }

    public String house() {
        return house;
    }

    List<Map<String, String>> entries() {
        return entries;
    }

    /** The lines that content brings, if it brings any: no form has a field of that name. */
    @SuppressWarnings("unchecked")
    static Optional<List<Map<String, String>>> in(Map<String, ?> content) {
        return Optional.ofNullable((List<Map<String, String>>) content.get(LINES));
    }
}
