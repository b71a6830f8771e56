package org.jianzheng.breach;

import java.time.Instant;
import java.time.LocalDate;
import org.jianzheng.standards.catalogue.Catalogue;

/** A suspended item as the page of its breach shows it. */
public record SuspensionView(String item, LocalDate from, LocalDate until, Instant liftedAt) {

    public String itemLabel() {
        return Catalogue.current().label(item);
    }

    public boolean runs(LocalDate day) {
        return liftedAt == null && (until == null || !day.isAfter(until));
    }
}
