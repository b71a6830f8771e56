package org.jianzheng.nonconformity;

import java.util.Arrays;
import java.util.Optional;

/** The files a loop takes, told by their first bytes: what a name or a browser says of a file proves nothing. */
enum FileType {
    JPEG("image/jpeg", 0xFF, 0xD8, 0xFF),
    PNG("image/png", 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),
    PDF("application/pdf", '%', 'P', 'D', 'F', '-');

    private final String mediaType;
    private final int[] head;

    FileType(String mediaType, int... head) {
        this.mediaType = mediaType;
        this.head = head;
    }

    static Optional<FileType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        if (content.length < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if ((content[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }

    String mediaType() {
        return mediaType;
    }
}
