package org.jianzheng.records.evidence;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Files that people may hand in as evidence, told by their first bytes: what a name or a browser says proves nothing. */
public enum PaperType {
    JPEG("image/jpeg", "ffd8ff"),
    PNG("image/png", "89504e470d0a1a0a"),
    PDF("application/pdf", "255044462d");

    private final String mediaType;
    private final byte[] head;

    PaperType(String mediaType, String head) {
        this.mediaType = mediaType;
        this.head = HexFormat.of().parseHex(head);
    }

    /** Empty for everything else. */
    public static Optional<PaperType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        return content.length >= head.length && Arrays.equals(content, 0, head.length, head, 0, head.length);
    }

    public String mediaType() {
        return mediaType;
    }
}
