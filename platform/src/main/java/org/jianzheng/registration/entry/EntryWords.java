package org.jianzheng.registration.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.records.ChineseText;
import org.jianzheng.registry.ScopeCodes;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.stereotype.Component;

/** Entries as people read them: names for codes, personal numbers masked. */
@Component
public class EntryWords {

    private final ChineseText wording;
    private final DisplayNames names;

    EntryWords(ChineseText wording, DisplayNames names) {
        this.wording = wording;
        this.names = names;
    }

    /** Every field of the entry with its name. */
    public List<RegistryChange.Value> values(EntryKind kind, Map<String, String> before, Map<String, String> after) {
        List<RegistryChange.Value> values = new ArrayList<>();
        for (EntryField field : kind.fields()) {
            String label = field(field.word());
            values.add(new RegistryChange.Value(label, value(field, before), value(field, after)));
        }
        return values;
    }

    /** The same without the names. */
    public List<String> row(EntryKind kind, Map<String, String> entry) {
        return kind.fields().stream().map(field -> value(field, entry)).toList();
    }

    /** What an application is about, in a word. */
    public String subject(EntryKind kind, List<Map<String, String>> asked) {
        String first = kind.title(asked.get(0));
        return asked.size() == 1 ? first : wording.text("registration.lot.title", first, asked.size());
    }

    private String value(EntryField field, Map<String, String> entry) {
        String value = entry.getOrDefault(field.key(), "");
        return switch (field.type()) {
            case ID_NUMBER -> entry.getOrDefault("idMasked", "");
            case PHONE -> entry.getOrDefault("phoneMasked", "");
            case ITEMS, SCOPE, PARAMETERS ->
                Arrays.stream(value.split(",")).map(ScopeCodes::label).collect(Collectors.joining("、"));
            case CHOICE, ITEM -> choice(field, value);
            case PARTY -> party(field, value);
            case CHOICES -> value.replace(",", "、");
            default -> value;
        };
    }

    private String party(EntryField field, String code) {
        String kind =
                switch (field.key()) {
                    case "developerCode" -> "developers/";
                    case "contractorCode" -> "contractors/";
                    default -> "supervision/";
                };
        return code.isEmpty() ? "" : code + " " + names.employer(kind + code);
    }

    String choice(EntryField field, String value) {
        return switch (field.key()) {
            case "item" -> item(value);
            case "role" -> value.isEmpty() ? "" : wording.text("qualification.role." + value);
            case "certificateType" -> value.isEmpty() ? "" : wording.text("registration.certificateType." + value);
            case "cameraType" -> value.isEmpty() ? "" : wording.text("registration.camera." + value);
            default -> value;
        };
    }

    private String item(String code) {
        return Catalogue.current().label(code);
    }

    /** 免冠照片, or 免冠照片（12 份） where several lines lack one. */
    public String papers(Map<PaperUse, Integer> missing) {
        return missing.entrySet().stream()
                .map(one -> wording.text("registration.paper." + one.getKey())
                        + (one.getValue() == 1 ? "" : wording.text("registration.paper.count", one.getValue())))
                .collect(Collectors.joining("、"));
    }

    /** What a column is called. */
    public String field(String word) {
        return wording.text("registration.field." + word);
    }

    public String kind(EntryKind kind) {
        return wording.text("registration.kind." + kind);
    }

    public String text(String code, Object... arguments) {
        return wording.text(code, arguments);
    }
}
