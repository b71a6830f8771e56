package org.jianzheng.qualification.registration.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.qualification.Wording;
import org.jianzheng.qualification.registration.Draft;
import org.jianzheng.qualification.registration.Kind;
import org.jianzheng.qualification.registration.Lots;
import org.jianzheng.qualification.registration.Vocabulary;
import org.springframework.stereotype.Service;

/** Workbooks that come in: one application of all their rows, or a list of what is wrong with them. */
@Service
public class Imports {

    /** What one statement takes to the database, sealed and in letters, with room to spare. */
    private static final int LARGEST_CORRECTED = 8 << 20;

    private final Lots lots;
    private final Vocabulary vocabulary;
    private final Wording wording;
    private final Mistaken mistaken;
    private final Turns turns = new Turns();

    Imports(Lots lots, Vocabulary vocabulary, Wording wording, Mistaken mistaken) {
        this.lots = lots;
        this.vocabulary = vocabulary;
        this.wording = wording;
        this.mistaken = mistaken;
    }

    /** @param application id of what was submitted; empty when there were mistakes, which {@link Mistaken} then holds */
    public record Outcome(Optional<String> application, String mistakes) {}

    /** @throws RuleBroken when the acting person may not apply for this, or the file is none that can be read */
    public Outcome take(Kind kind, String house, Path file) throws IOException {
        Draft draft = lots.open(kind, house);
        Table table = new Table(draft, vocabulary, wording);
        turns.read(file, table);
        if (table.lines().isEmpty()) {
            throw RuleBroken.at("file", "registration.import.empty");
        }
        if (table.problems().isEmpty()) {
            return new Outcome(Optional.of(lots.submit(draft)), "");
        }
        byte[] corrected = corrected(kind, table);
        if (corrected.length > LARGEST_CORRECTED) {
            throw RuleBroken.at("file", "registration.import.size", LARGEST_CORRECTED >> 20);
        }
        String id = mistaken.keep(kind, table.lines().size(), table.problems(), corrected);
        return new Outcome(Optional.empty(), id);
    }

    /** The same workbook with what is wrong in a last column. */
    private byte[] corrected(Kind kind, Table table) throws IOException {
        Map<Integer, String> wrong = table.problems().stream()
                .collect(Collectors.toMap(Problem::row, Imports::text, (one, other) -> one + "；" + other));
        List<String> headings = new ArrayList<>(table.headings());
        headings.add(wording.text("registration.import.mistakes"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String name = wording.text("registration.kind." + kind).replace("/", "或");
        try (Book book = new Book().sheet(name, headings)) {
            for (Table.Line line : table.lines()) {
                List<String> values = new ArrayList<>(line.values());
                values.add(wrong.getOrDefault(line.row(), ""));
                book.row(values);
            }
            book.write(out);
        }
        return out.toByteArray();
    }

    private static String text(Problem problem) {
        return problem.column().isEmpty() ? problem.text() : problem.column() + "：" + problem.text();
    }
}
