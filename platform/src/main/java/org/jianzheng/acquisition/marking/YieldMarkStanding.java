package org.jianzheng.acquisition.marking;

/** What a row of a mark says. One that is refused or withdrawn gets no further row and never counts. */
enum YieldMarkStanding {
    PROPOSED,
    /** A second person agreed: from then on the bar's yield is read there. */
    APPROVED
}
