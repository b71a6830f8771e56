package org.jianzheng.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * One input of an item at one laboratory.
 *
 * @param permitted by the station today
 * @param choosable what can be proposed for a day ahead
 * @param mayPropose whether the acting person may propose
 * @param mayDecide whether the acting person may decide about proposals
 */
public record PolicyView(
        String lab,
        String labName,
        OpenPoint point,
        LocalDate today,
        List<String> permitted,
        List<String> choosable,
        boolean mayPropose,
        boolean mayDecide) {}
