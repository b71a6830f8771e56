package org.jianzheng.registration.entry;

import java.util.List;
import java.util.Set;
import org.jianzheng.registry.ScopeCodes;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.TestItem;

/**
 * One field of an entry. Its column is the key in snake case, its name {@code registration.field.<word>}.
 *
 * @param word the key, unless the same field is called otherwise in other registries
 * @param longest characters of a text
 * @param options of a choice
 */
public record EntryField(String key, String word, Type type, boolean required, int longest, List<String> options) {

    private static final Set<String> KEYS = Set.of(
            "path",
            "code",
            "username",
            "creditCode",
            "certificateNo",
            "cmaNo",
            "equipmentCode",
            "calibrationNo",
            "factoryNo",
            "channelId",
            "contractNo",
            "projectCode",
            "permitNo",
            "supervisionRegNo");

    /** What may be typed. */
    public enum Type {
        TEXT,
        DATE,
        DECIMAL,
        WHOLE,
        CHOICE,
        /** What can be tested: one, or several. */
        ITEM,
        ITEMS,
        /** Several of it, or of its parameters. */
        SCOPE,
        /** Parameters of the one item; none is all. */
        PARAMETERS,
        /** Several of the options. */
        CHOICES,
        ID_NUMBER,
        PHONE,
        /** A number or code that has to be found again: one case, one width, no spaces. */
        CODE,
        /** Code of an organisation. */
        PARTY
    }

    static EntryField text(String key, int longest) {
        return new EntryField(key, key, Type.TEXT, true, longest, List.of());
    }

    static EntryField optional(String key, int longest) {
        return new EntryField(key, key, Type.TEXT, false, longest, List.of());
    }

    static EntryField of(String key, Type type) {
        return new EntryField(key, key, type, true, 40, List.of());
    }

    static EntryField code(String key, int longest) {
        return new EntryField(key, key, Type.CODE, true, longest, List.of());
    }

    static EntryField party(String key) {
        return new EntryField(key, key, Type.PARTY, true, 32, List.of());
    }

    static EntryField date(String key) {
        return of(key, Type.DATE);
    }

    static EntryField choice(String key, String... options) {
        return new EntryField(key, key, Type.CHOICE, true, 40, List.of(options));
    }

    /** Whether several things of the catalogue are. */
    public boolean isOfCatalogue() {
        return type == Type.ITEMS || type == Type.SCOPE || type == Type.PARAMETERS;
    }

    /** Whether one of the options is to be chosen. */
    public boolean isChoice() {
        return type == Type.CHOICE || type == Type.ITEM;
    }

    /** What can be chosen. */
    @Override
    public List<String> options() {
        return switch (type) {
            case ITEM, ITEMS ->
                Catalogue.current().items().stream().map(TestItem::code).toList();
            case SCOPE -> ScopeCodes.all();
            case PARAMETERS -> ScopeCodes.single();
            default -> options;
        };
    }

    static EntryField choices(String key, List<String> options) {
        return new EntryField(key, key, Type.CHOICES, true, 200, options);
    }

    /** By which a thing is found again, here or where it is registered. */
    public boolean isKey() {
        return KEYS.contains(key);
    }

    EntryField called(String otherWord) {
        return new EntryField(key, otherWord, type, required, longest, options);
    }

    EntryField notNeeded() {
        return new EntryField(key, word, type, false, longest, options);
    }
}
