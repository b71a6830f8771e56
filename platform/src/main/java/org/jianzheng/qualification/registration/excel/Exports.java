package org.jianzheng.qualification.registration.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jianzheng.qualification.Wording;
import org.jianzheng.qualification.registration.Field;
import org.jianzheng.qualification.registration.Holdings;
import org.jianzheng.qualification.registration.Kind;
import org.jianzheng.qualification.registration.Vocabulary;
import org.springframework.stereotype.Service;

/** A registry as a workbook, full or empty; both are what an import reads. */
@Service
public class Exports {

    private final Holdings holdings;
    private final Vocabulary vocabulary;
    private final Wording wording;

    Exports(Holdings holdings, Vocabulary vocabulary, Wording wording) {
        this.holdings = holdings;
        this.vocabulary = vocabulary;
        this.wording = wording;
    }

    /** What the acting person may see of it. */
    public void export(Kind kind, OutputStream out) throws IOException {
        try (Book book = new Book().sheet(name(kind), holdings.columns(kind))) {
            holdings.each(kind, book::row);
            book.write(out);
        }
    }

    /** An empty one to fill in, with a sheet that says how. */
    public void template(Kind kind, OutputStream out) throws IOException {
        List<String> names = kind.fields().stream().map(vocabulary::name).toList();
        try (Book book = new Book().sheet(name(kind), names)) {
            for (Field field : kind.fields()) {
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

    private String how(Field field) {
        return switch (field.type()) {
            case CHOICE, CHOICES, ITEM, ITEMS, SCOPE, PARAMETERS ->
                wording.text("registration.excel.guide." + field.type(), String.join("、", vocabulary.words(field)));
            case TEXT -> wording.text("registration.excel.guide.TEXT", field.longest());
            default -> text("guide." + field.type());
        };
    }

    /** Name of the file, without its ending. */
    public String name(Kind kind) {
        // A name of a sheet may not contain a stroke.
        return wording.text("registration.kind." + kind).replace("/", "或");
    }

    private String text(String code) {
        return wording.text("registration.excel." + code);
    }
}
