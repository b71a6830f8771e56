package org.jianzheng.workflow.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.workflow.form.ComposedForm;
import org.jianzheng.workflow.form.ComposedForms;
import org.jianzheng.workflow.form.FormFrame;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The diagrams, decisions and forms the jar brings, by name: {@code processes/sampling.bpmn}. */
public final class BundleFiles {

    private static final List<String> PATTERNS =
            List.of("processes/**/*.bpmn", "processes/**/*.dmn", "forms/**/*.form");

    private static final String FORM = ".form";

    private BundleFiles() {}

    /**
     * All that one deployment holds: the files, and the forms that are composed, beside the frames they are made from.
     * Frames themselves are not deployed.
     *
     * @param root where processes/ and forms/ are, such as {@code classpath:/}
     * @throws IllegalArgumentException when a composed form has no frame, or not a name of its own
     */
    public static Map<String, byte[]> read(String root, Collection<ComposedForms> composed) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String pattern : PATTERNS) {
            for (Resource file : find(root + pattern)) {
                files.put(name(file, pattern.substring(0, pattern.indexOf('/') + 1)), content(file));
            }
        }
        Set<String> frames = files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(FORM))
                .filter(file -> FormFrame.isFrame(new String(file.getValue(), StandardCharsets.UTF_8)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        files.keySet().removeAll(frames);
        composed.forEach(each -> each.forms().forEach(form -> add(files, folder(frames, each.frame()), each, form)));
        return files;
    }

    private static String folder(Set<String> frames, String frame) {
        return frames.stream()
                .filter(name -> name.endsWith("/" + frame + FORM))
                .map(name -> name.substring(0, name.lastIndexOf('/') + 1))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no frame " + frame));
    }

    private static void add(Map<String, byte[]> files, String folder, ComposedForms given, ComposedForm form) {
        if (!form.id().startsWith(given.frame() + "-")) {
            throw new IllegalArgumentException(form.id() + " is no form of the frame " + given.frame());
        }
        if (files.put(folder + form.id() + FORM, form.json().getBytes(StandardCharsets.UTF_8)) != null) {
            throw new IllegalArgumentException("two forms are called " + form.id());
        }
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
        MessageDigest digest = DigestUtils.getSha256Digest();
        new TreeMap<>(files).forEach((name, content) -> {
            digest.update((name + ":" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
