package org.jianzheng.standards.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jianzheng.kernel.CsvRows;
import org.springframework.core.io.ClassPathResource;

/** A data file of {@code resources/standards}: comma separated, a heading line, {@code #} begins a remark. */
public record StandardTable(String name, List<Row> rows) {

    /** One line; an empty cell counts as not there. */
    public record Row(Map<String, String> cells) {

        public String text(String column) {
            return find(column).orElseThrow(() -> new IllegalStateException("no " + column + " in " + cells));
        }

        public Optional<String> find(String column) {
            String cell = cells.get(column);
            return cell == null || cell.isEmpty() ? Optional.empty() : Optional.of(cell);
        }

        public BigDecimal decimal(String column) {
            return new BigDecimal(text(column));
        }

        public Optional<BigDecimal> findDecimal(String column) {
            return find(column).map(BigDecimal::new);
        }

        /** Words with a blank between them. */
        public List<String> words(String column) {
            return List.of(text(column).split(" "));
        }

        public boolean is(String column, String value) {
            return value.equals(cells.get(column));
        }

        /** Whether the value lies in {@code <column>_from} to {@code <column>_to}, both included, empty = open. */
        public boolean within(String column, BigDecimal value) {
            return findDecimal(column + "_from")
                            .map(from -> value.compareTo(from) >= 0)
                            .orElse(true)
                    && findDecimal(column + "_to")
                            .map(to -> value.compareTo(to) <= 0)
                            .orElse(true);
        }

        public boolean within(String column, int value) {
            return within(column, BigDecimal.valueOf(value));
        }
    }

    /** @throws IllegalStateException when a line has another number of cells than the heading */
    public static StandardTable load(String name) {
        return new StandardTable(
                name,
                CsvRows.of(new ClassPathResource("standards/" + name + ".csv")).stream()
                        .map(Row::new)
                        .toList());
    }

    public Optional<Row> find(Predicate<Row> wanted) {
        return rows.stream().filter(wanted).findFirst();
    }

    /** @throws IllegalStateException when no row fits: the data file has a gap */
    public Row first(Predicate<Row> wanted) {
        return find(wanted).orElseThrow(() -> new IllegalStateException("no such row in " + name));
    }

    public Row where(String column, String value) {
        return first(row -> row.is(column, value));
    }

    /** The different values of a column, in file order. */
    public List<String> values(String column) {
        return rows.stream().map(row -> row.text(column)).distinct().toList();
    }
}
