package org.jianzheng.gate;

import java.time.Instant;
import java.time.LocalDate;
import org.jianzheng.standards.catalogue.Catalogue;

/** A waiver as its list shows it. @param item null for every item */
public record WaiverView(
        String id,
        String labCode,
        GateRule rule,
        String item,
        LocalDate from,
        LocalDate until,
        String reason,
        String grantedName,
        Instant withdrawnAt) {

    public String itemLabel() {
        return item == null ? null : Catalogue.current().label(item);
    }

    public boolean holds(LocalDate day) {
        return withdrawnAt == null && !day.isBefore(from) && !day.isAfter(until);
    }
}
