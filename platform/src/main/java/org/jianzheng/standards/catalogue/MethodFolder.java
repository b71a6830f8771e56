package org.jianzheng.standards.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.kernel.CsvRows;

/**
 * A folder of the catalogue as text.
 *
 * @param files their text by name, line ends as {@code \n}
 */
public record MethodFolder(String item, SortedMap<String, String> files) {

    static final String ITEM = "item.yml";

    public MethodFolder {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        if (!files.containsKey(ITEM)) {
            throw new IllegalStateException("methods/" + item + " has no " + ITEM);
        }
    }

    /**
     * Lines of a table of the folder, by the heading; a line that begins with {@code #} is a remark.
     *
     * @return empty where there is no such file
     * @throws IllegalStateException when a line has another number of cells than the heading
     */
    public List<Map<String, String>> table(String file) {
        return CsvRows.of("methods/%s/%s".formatted(item, file), files.getOrDefault(file, ""));
    }

    /** Of every name and every text with its length, so that no two folders have the same. Hexadecimal. */
    public String sha256() {
        MessageDigest digest = DigestUtils.getSha256Digest();
        files.forEach((name, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update("%s\n%d\n".formatted(name, bytes.length).getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
