package org.jianzheng.credit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;

/**
 * What the table said when the event was recorded. Frozen in the entry: a table changed later does not change the past.
 *
 * @param cap all entries of the category together take no more than this
 * @param months how long it counts, from the day it takes effect
 * @param veto the best grade a house can have while this counts; empty for most
 */
@Embeddable
record CreditSanction(
        String code,
        @Enumerated(EnumType.STRING) CreditCategory category,
        String title,
        BigDecimal points,
        BigDecimal cap,
        int months,
        String veto) {}
