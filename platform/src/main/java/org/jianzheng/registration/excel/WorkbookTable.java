package org.jianzheng.registration.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;
import org.jianzheng.kernel.KeyText;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ChineseText;
import org.jianzheng.registration.ApplicationDraft;
import org.jianzheng.registration.entry.EntryField;
import org.jianzheng.registration.entry.EntryVocabulary;

/** The table of one workbook: its headings are known by name, its rows become lines of the draft, or problems. */
final class WorkbookTable implements SheetHandler.RowReader {

    /** What the lines hold in all: one long text in every cell is no registry. */
    private static final long MOST_CHARACTERS = 40_000_000;
    /** Nobody reads on further. */
    private static final int MOST_PROBLEMS = 2_000;

    private final ApplicationDraft draft;
    private final EntryVocabulary vocabulary;
    private final ChineseText wording;
    private final String mistakes;

    private final Map<Integer, String> headings = new LinkedHashMap<>();
    private final Map<Integer, EntryField> fields = new LinkedHashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<WorkbookProblem> problems = new ArrayList<>();
    private int house = -1;
    private long characters;

    WorkbookTable(ApplicationDraft draft, EntryVocabulary vocabulary, ChineseText wording) {
        this.draft = draft;
        this.vocabulary = vocabulary;
        this.wording = wording;
        this.mistakes = wording.text("registration.import.mistakes");
    }

    /** @param values as they were typed, column by column of {@link #headings} */
    record Line(int row, List<String> values) {}

    @Override
    public void row(int number, Map<Integer, SheetCell> cells) {
        if (headings.isEmpty()) {
            readHeadings(cells);
            return;
        }
        if (lines.size() == WorkbookWriter.MOST_ROWS) {
            throw RuleBroken.at("file", "registration.import.rows", WorkbookWriter.MOST_ROWS);
        }
        List<String> values =
                headings.keySet().stream().map(column -> text(cells, column)).toList();
        if (values.stream().allMatch(String::isBlank) && cells.values().stream().noneMatch(WorkbookTable::computed)) {
            return;
        }
        lines.add(new Line(number, values));
        characters += values.stream().mapToLong(String::length).sum();
        if (characters > MOST_CHARACTERS) {
            throw RuleBroken.at("file", "registration.import.bomb");
        }
        if (problems.size() < MOST_PROBLEMS) {
            judge(number, cells);
            if (problems.size() >= MOST_PROBLEMS) {
                add(number, null, new RuleBroken("registration.import.more", MOST_PROBLEMS));
            }
        }
    }

    private static boolean computed(SheetCell cell) {
        return cell.kind() == SheetCell.Kind.FORMULA;
    }

    private static String text(Map<Integer, SheetCell> cells, int column) {
        SheetCell cell = cells.get(column);
        return cell == null ? "" : cell.text();
    }

    private void readHeadings(Map<Integer, SheetCell> cells) {
        Map<String, EntryField> missing = new LinkedHashMap<>();
        draft.kind().fields().forEach(field -> missing.put(vocabulary.name(field), field));
        Set<String> unknown = new HashSet<>();
        cells.forEach((column, cell) -> {
            String name = KeyText.visible(cell.text()).replaceAll("[*＊]$", "").strip();
            if (name.equals(mistakes)) {
                return;
            }
            headings.put(column, name);
            if (missing.containsKey(name)) {
                EntryField field = missing.remove(name);
                fields.put(column, field);
                columns.put(field.key(), column);
            } else if (name.equals(vocabulary.house(draft.kind())) && house < 0) {
                house = column;
            } else {
                unknown.add(name);
            }
        });
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw RuleBroken.at("file", "registration.import.headings", names(missing.keySet()), names(unknown));
        }
    }

    private static String names(Set<String> names) {
        return names.isEmpty() ? "—" : names.stream().sorted().collect(Collectors.joining("、"));
    }

    private void judge(int row, Map<Integer, SheetCell> cells) {
        int before = problems.size();
        cells.forEach((column, cell) -> refuse(row, column, cell));
        if (problems.size() > before) {
            return;
        }
        Map<String, String> written = new HashMap<>();
        fields.forEach((column, field) -> written.put(field.key(), text(cells, column)));
        draft.add(row, written)
                .forEach(wrong -> add(row, wrong.field().map(columns::get).orElse(null), wrong));
    }

    private void refuse(int row, int column, SheetCell cell) {
        CellRules.broken(cell, fields.get(column), address(row, column)).ifPresent(wrong -> add(row, column, wrong));
        if (column == house && !isHouse(cell.text())) {
            add(row, column, new RuleBroken("registration.import.house", cell.text(), draft.house()));
        }
    }

    private boolean isHouse(String written) {
        String path = KeyText.compared(draft.house());
        String named = KeyText.compared(written);
        return path.equals(named) || path.endsWith("/" + named);
    }

    private void add(int row, Integer column, RuleBroken wrong) {
        String text = wording.text(wrong.code(), wrong.arguments());
        problems.add(
                column == null
                        ? new WorkbookProblem(row, String.valueOf(row), "", text)
                        : new WorkbookProblem(row, address(row, column), headings.getOrDefault(column, ""), text));
    }

    private static String address(int row, int column) {
        return CellReference.convertNumToColString(column) + row;
    }

    List<String> headings() {
        return List.copyOf(headings.values());
    }

    List<Line> lines() {
        return lines;
    }

    List<WorkbookProblem> problems() {
        return problems;
    }
}
