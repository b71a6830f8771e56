package org.jianzheng.registration.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ChineseText;
import org.jianzheng.registration.ApplicationDraft;
import org.jianzheng.registration.BulkApplications;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.entry.EntryVocabulary;
import org.springframework.stereotype.Service;

/** Workbooks that come in: one application of all their rows, or a list of what is wrong with them. */
@Service
public class WorkbookImports {

    /** What one statement takes to the database, sealed and in letters, with room to spare. */
    private static final int LARGEST_CORRECTED = 8 << 20;

    private final BulkApplications lots;
    private final EntryVocabulary vocabulary;
    private final ChineseText wording;
    private final MistakenWorkbooks mistaken;
    private final WorkbookTurns turns = new WorkbookTurns();

    WorkbookImports(
            BulkApplications lots, EntryVocabulary vocabulary, ChineseText wording, MistakenWorkbooks mistaken) {
        this.lots = lots;
        this.vocabulary = vocabulary;
        this.wording = wording;
        this.mistaken = mistaken;
    }

    /** @param application id of what was submitted; empty when there were mistakes, which {@link MistakenWorkbooks} then holds */
    public record Outcome(Optional<String> application, String mistakes) {}

    /** @throws RuleBroken when the acting person may not apply for this, or the file is none that can be read */
    public Outcome take(EntryKind kind, String house, Path file) throws IOException {
        ApplicationDraft draft = lots.open(kind, house);
        WorkbookTable table = new WorkbookTable(draft, vocabulary, wording);
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
    private byte[] corrected(EntryKind kind, WorkbookTable table) throws IOException {
        Map<Integer, String> wrong = table.problems().stream()
                .collect(Collectors.toMap(
                        WorkbookProblem::row, WorkbookImports::text, (one, other) -> one + "；" + other));
        List<String> headings = new ArrayList<>(table.headings());
        headings.add(wording.text("registration.import.mistakes"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String name = wording.text("registration.kind." + kind).replace("/", "或");
        try (WorkbookWriter book = new WorkbookWriter().sheet(name, headings)) {
            for (WorkbookTable.Line line : table.lines()) {
                List<String> values = new ArrayList<>(line.values());
                values.add(wrong.getOrDefault(line.row(), ""));
                book.row(values);
            }
            book.write(out);
        }
        return out.toByteArray();
    }

    private static String text(WorkbookProblem problem) {
        return problem.column().isEmpty() ? problem.text() : problem.column() + "：" + problem.text();
    }
}
