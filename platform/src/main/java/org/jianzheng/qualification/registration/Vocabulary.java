package org.jianzheng.qualification.registration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jianzheng.standards.Catalogue;
import org.jianzheng.standards.TestItem;
import org.springframework.stereotype.Component;

/** The words people use for fields and codes, in both directions: workbooks are written and read in them. */
@Component
public class Vocabulary {

    private static final String SEPARATORS = "[,，、;；\\n]";

    private final Readable readable;

    Vocabulary(Readable readable) {
        this.readable = readable;
    }

    /** What the field is called. */
    public String name(Field field) {
        return readable.field(field.word());
    }

    /** What the column is called that says whose an entry is; empty where there is none. */
    public String house(Kind kind) {
        return kind.houseKey().isEmpty() ? "" : readable.field(kind.houseKey());
    }

    /** What may be chosen. */
    public List<String> words(Field field) {
        return field.type() == Field.Type.ITEMS
                ? Catalogue.current().items().stream().map(TestItem::label).toList()
                : field.options().stream()
                        .map(option -> readable.choice(field, option))
                        .toList();
    }

    /** The codes of what was written in words; what is no word of ours stays, for the rules to refuse. */
    String codes(Field field, String written) {
        return switch (field.type()) {
            case CHOICE, ITEM ->
                field.options().stream()
                        .filter(option -> readable.choice(field, option).equals(written))
                        .findFirst()
                        .orElse(written);
            case CHOICES -> String.join(",", written.split(SEPARATORS));
            case ITEMS ->
                Arrays.stream(written.split(SEPARATORS))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .map(Vocabulary::item)
                        .collect(Collectors.joining(","));
            // As it leaves: the code, then the name.
            case PARTY -> written.split("\\s", 2)[0];
            default -> written;
        };
    }

    private static String item(String word) {
        return Catalogue.current().items().stream()
                .filter(item -> item.label().equals(word))
                .map(TestItem::code)
                .findFirst()
                .orElse(word);
    }
}
