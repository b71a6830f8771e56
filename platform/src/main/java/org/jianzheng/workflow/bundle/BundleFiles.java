package org.jianzheng.workflow.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The diagrams, decisions and forms the jar brings, by name: {@code processes/sampling.bpmn}. */
public final class BundleFiles {

    private static final List<String> PATTERNS =
            List.of("processes/**/*.bpmn", "processes/**/*.dmn", "forms/**/*.form");

    private BundleFiles() {}

    /** @param root where processes/ and forms/ are, such as {@code classpath:/} */
    public static Map<String, byte[]> read(String root) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String pattern : PATTERNS) {
            for (Resource file : find(root + pattern)) {
                files.put(name(file, pattern.substring(0, pattern.indexOf('/') + 1)), content(file));
            }
        }
        return files;
    }

    private static Resource[] find(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException noSuchFolder) {
            return new Resource[0];
        }
    }

    private static String name(Resource file, String folder) {
        try {
            String address = file.getURL().toString();
            return address.substring(address.lastIndexOf("/" + folder) + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 over names and contents. */
    static String hash(Map<String, byte[]> files) {
        MessageDigest digest = digest();
        new TreeMap<>(files).forEach((name, content) -> {
            digest.update((name + ":" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
