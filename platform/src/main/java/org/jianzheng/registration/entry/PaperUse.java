package org.jianzheng.registration.entry;

import java.util.List;

/** What a file of an application shows; its word is {@code registration.paper.<name>}. */
public enum PaperUse {
    PORTRAIT,
    CERTIFICATE,
    CMA,
    PERMIT,
    OTHER;

    public static List<PaperUse> of(EntryKind kind) {
        return switch (kind) {
            case PERSON -> List.of(PORTRAIT, OTHER);
            case LAB -> List.of(CERTIFICATE, CMA, OTHER);
            case PROJECT -> List.of(PERMIT, OTHER);
            case LAB_CERTIFICATE, CERTIFICATE, EQUIPMENT, CALIBRATION -> List.of(CERTIFICATE, OTHER);
            default -> List.of(OTHER);
        };
    }
}
