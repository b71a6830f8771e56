package org.jianzheng.registration.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jianzheng.registry.ScopeCodes;
import org.springframework.stereotype.Component;

/** The words people use for fields and codes, in both directions: workbooks are written and read in them. */
@Component
public class EntryVocabulary {

    private static final String SEPARATORS = "[,，、;；\\n]";

    private final EntryWords entryWords;

    EntryVocabulary(EntryWords entryWords) {
        this.entryWords = entryWords;
    }

    /** What the field is called. */
    public String name(EntryField field) {
        return entryWords.field(field.word());
    }

    /** What the column is called that says whose an entry is; empty where there is none. */
    public String house(EntryKind kind) {
        return kind.houseKey().isEmpty() ? "" : entryWords.field(kind.houseKey());
    }

    /** What may be chosen. */
    public List<String> words(EntryField field) {
        return field.isOfCatalogue()
                ? field.options().stream().map(ScopeCodes::label).toList()
                : field.options().stream()
                        .map(option -> entryWords.choice(field, option))
                        .toList();
    }

    /** The codes of what was written in words; what is no word of ours stays, for the rules to refuse. */
    public String codes(EntryField field, String written) {
        return switch (field.type()) {
            case CHOICE, ITEM ->
                field.options().stream()
                        .filter(option -> entryWords.choice(field, option).equals(written))
                        .findFirst()
                        .orElse(written);
            case CHOICES -> String.join(",", written.split(SEPARATORS));
            case ITEMS, SCOPE, PARAMETERS ->
                separate(written, words(field)).stream().map(ScopeCodes::said).collect(Collectors.joining(","));
            // As it leaves: the code, then the name.
            case PARTY -> written.split("\\s", 2)[0];
            default -> written;
        };
    }

    // A name may hold what separates names: 水泥凝结时间、安定性、细度.
    private static List<String> separate(String written, List<String> names) {
        List<String> words = new ArrayList<>();
        String rest = written.strip();
        while (!rest.isEmpty()) {
            String word = first(rest, names);
            words.add(word.strip());
            rest = rest.substring(word.length()).replaceFirst("^(\\s|" + SEPARATORS + ")+", "");
        }
        words.removeIf(String::isEmpty);
        return words;
    }

    private static String first(String rest, List<String> names) {
        return names.stream()
                .filter(name -> rest.startsWith(name) && ends(rest.substring(name.length())))
                .max(Comparator.comparingInt(String::length))
                .orElseGet(() -> rest.split(SEPARATORS, 2)[0]);
    }

    private static boolean ends(String after) {
        return after.isBlank() || after.strip().substring(0, 1).matches(SEPARATORS) || after.startsWith("\n");
    }
}
