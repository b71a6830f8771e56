package org.jianzheng.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jianzheng.kernel.CsvRows;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Which points make which grade, by edition: a day is graded by the edition in force that day. Data, {@code
 * credit/grades.csv}, or the file that {@code jianzheng.credit-grades} names.
 */
@Component
class CreditGrades {

    private final TreeMap<LocalDate, Edition> editions = new TreeMap<>();

    CreditGrades(@Value("${jianzheng.credit-grades:classpath:credit/grades.csv}") Resource file) {
        CsvRows.lines(file).forEach(this::read);
        if (editions.isEmpty() || editions.values().stream().anyMatch(edition -> !edition.whole())) {
            throw new IllegalStateException(
                    "Credit grades: every edition needs a base and bands from best to worst, to 0");
        }
    }

    /** @param included whether the bound itself belongs to the band */
    record Band(String grade, BigDecimal bound, boolean included) {

        private boolean holds(BigDecimal points) {
            int over = points.compareTo(bound);
            return over > 0 || (over == 0 && included);
        }
    }

    /** @param bands from the best grade to the worst */
    record Edition(BigDecimal base, List<Band> bands) {

        String of(BigDecimal points) {
            return bands.stream()
                    .filter(band -> band.holds(points))
                    .findFirst()
                    .orElseThrow()
                    .grade();
        }

        boolean worse(String grade, String than) {
            return place(grade) > place(than);
        }

        /** A grade that is no longer given counts as the worst. */
        private int place(String grade) {
            List<String> names = bands.stream().map(Band::grade).toList();
            return names.contains(grade) ? names.indexOf(grade) : names.size() - 1;
        }

        private boolean whole() {
            return base != null
                    && !bands.isEmpty()
                    && bands.get(bands.size() - 1).holds(BigDecimal.ZERO);
        }
    }

    /** Days before the first edition are graded by the first. */
    Edition on(LocalDate day) {
        var entry = editions.floorEntry(day);
        return (entry == null ? editions.firstEntry() : entry).getValue();
    }

    private void read(String line) {
        String[] cells = line.split(",");
        LocalDate from = LocalDate.parse(cells[0]);
        BigDecimal points = new BigDecimal(cells[3]);
        var before = editions.getOrDefault(from, new Edition(null, List.of()));
        var bands = new ArrayList<>(before.bands());
        switch (cells[2]) {
            case "base" -> editions.put(from, new Edition(points, bands));
            case "above", "from" -> {
                bands.add(new Band(cells[1], points, cells[2].equals("from")));
                editions.put(from, new Edition(before.base(), List.copyOf(bands)));
            }
            default -> throw new IllegalStateException("Credit grades: base, above or from, not " + line);
        }
    }
}
