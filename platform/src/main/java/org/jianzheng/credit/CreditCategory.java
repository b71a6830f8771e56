package org.jianzheng.credit;

/** What an entry is about. The name of its word is {@code credit.category.<name>}. */
enum CreditCategory {
    CONDUCT,
    ABILITY,
    PEOPLE,
    EQUIPMENT,
    DATA,
    RECORD
}
