package org.jianzheng.workflow;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.CsvRows;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/**
 * The days on which deadlines run: Monday to Friday, but for public holidays and the weekends worked in their place. Both
 * are data, {@code workflow/public-holidays.csv}, or the file that {@code jianzheng.public-holidays} names.
 */
@Service
public class WorkingDays {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Map<LocalDate, Boolean> announced = new HashMap<>();

    WorkingDays(@Value("${jianzheng.public-holidays:classpath:workflow/public-holidays.csv}") Resource file) {
        CsvRows.lines(file).forEach(this::announce);
    }

    private void announce(String line) {
        String[] cells = line.split(",");
        if (cells.length != 4 || !Set.of("off", "work").contains(cells[2])) {
            throw new IllegalStateException("Public holidays: a line is from,until,off|work,name, not " + line);
        }
        boolean works = cells[2].equals("work");
        LocalDate.parse(cells[0])
                .datesUntil(LocalDate.parse(cells[1]).plusDays(1))
                .forEach(day -> announced.put(day, works));
    }

    public boolean isWorkingDay(LocalDate day) {
        return announced.getOrDefault(day, !WEEKEND.contains(day.getDayOfWeek()));
    }

    /** The n-th working day after that day, which itself does not count. */
    public LocalDate plus(LocalDate day, int workingDays) {
        LocalDate found = day;
        for (int left = workingDays; left > 0; ) {
            found = found.plusDays(1);
            left -= isWorkingDay(found) ? 1 : 0;
        }
        return found;
    }

    /** How many working days lie after {@code from}, up to and with {@code until}; none when it is not later. */
    public int between(LocalDate from, LocalDate until) {
        return until.isAfter(from)
                ? (int) from.plusDays(1)
                        .datesUntil(until.plusDays(1))
                        .filter(this::isWorkingDay)
                        .count()
                : 0;
    }

    /** The end, midnight in the city, of the n-th working day after the day of that instant. */
    public Instant endOfDayAfter(Instant from, int workingDays) {
        LocalDate day = LocalDate.ofInstant(from, CityTime.ZONE);
        return plus(day, workingDays).plusDays(1).atStartOfDay(CityTime.ZONE).toInstant();
    }
}
