package org.jianzheng.qualification.breach;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Files that are taken as evidence, told by their first bytes: what a name says of a file proves nothing. */
enum PaperType {
    PDF("application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII)),
    PNG("image/png", HexFormat.of().parseHex("89504e470d0a1a0a")),
    JPEG("image/jpeg", HexFormat.of().parseHex("ffd8ff"));

    private final String mediaType;
    private final byte[] head;

    PaperType(String mediaType, byte[] head) {
        this.mediaType = mediaType;
        this.head = head;
    }

    static Optional<PaperType> of(byte[] content) {
        return Arrays.stream(values())
                .filter(type -> content.length >= type.head.length
                        && Arrays.equals(content, 0, type.head.length, type.head, 0, type.head.length))
                .findFirst();
    }

    String mediaType() {
        return mediaType;
    }
}
