package org.jianzheng.registration.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jianzheng.records.ChineseText;
import org.jianzheng.registration.entry.EntryField;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.entry.EntryVocabulary;
import org.jianzheng.registration.rows.RegistryHoldings;
import org.springframework.stereotype.Service;

/** A registry as a workbook, full or empty; both are what an import reads. */
@Service
public class WorkbookExports {

    private final RegistryHoldings holdings;
    private final EntryVocabulary vocabulary;
    private final ChineseText wording;

    WorkbookExports(RegistryHoldings holdings, EntryVocabulary vocabulary, ChineseText wording) {
        this.holdings = holdings;
        this.vocabulary = vocabulary;
        this.wording = wording;
    }

    /** What the acting person may see of it. */
    public void export(EntryKind kind, OutputStream out) throws IOException {
        try (WorkbookWriter book = new WorkbookWriter().sheet(name(kind), holdings.columns(kind))) {
            holdings.each(kind, book::row);
            book.write(out);
        }
    }

    /** An empty one to fill in, with a sheet that says how. */
    public void template(EntryKind kind, OutputStream out) throws IOException {
        List<String> names = kind.fields().stream().map(vocabulary::name).toList();
        try (WorkbookWriter book = new WorkbookWriter().sheet(name(kind), names)) {
            for (EntryField field : kind.fields()) {
                if (field.isChoice()) {
                    book.choices(kind.fields().indexOf(field), vocabulary.words(field));
                }
            }
            book.sheet(text("guide"), List.of(text("guide.column"), text("guide.required"), text("guide.how")));
            kind.fields()
                    .forEach(field -> book.row(List.of(
                            vocabulary.name(field), text(field.required() ? "guide.yes" : "guide.no"), how(field))));
            book.write(out);
        }
    }

    private String how(EntryField field) {
        return switch (field.type()) {
            case CHOICE, CHOICES, ITEM, ITEMS, SCOPE, PARAMETERS ->
                wording.text("registration.excel.guide." + field.type(), String.join("、", vocabulary.words(field)));
            case TEXT -> wording.text("registration.excel.guide.TEXT", field.longest());
            default -> text("guide." + field.type());
        };
    }

    /** Name of the file, without its ending. */
    public String name(EntryKind kind) {
        // A name of a sheet may not contain a stroke.
        return wording.text("registration.kind." + kind).replace("/", "或");
    }

    private String text(String code) {
        return wording.text("registration.excel." + code);
    }
}
