package org.jianzheng.standards.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Where folders come from. */
@Component
class FolderSource {

    private static final String ALL = "classpath*:methods/*/*";

    private final String further;

    /** @param further a directory with folders of the operator's own beside those of the jar; empty for none */
    FolderSource(@Value("${jianzheng.methods.further:}") String further) {
        this.further = further;
    }

    /** Those of the jar, then the operator's. */
    List<MethodFolder> folders() {
        try {
            List<MethodFolder> all = new ArrayList<>(of(new PathMatchingResourcePatternResolver().getResources(ALL)));
            if (!further.isEmpty()) {
                all.addAll(below(Path.of(further)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<MethodFolder> of(Resource[] files) throws IOException {
        Map<String, SortedMap<String, String>> texts = new TreeMap<>();
        for (Resource file : files) {
            String[] path = file.getURL().getPath().split("/");
            texts.computeIfAbsent(path[path.length - 2], item -> new TreeMap<>())
                    .put(path[path.length - 1], plain(file.getContentAsString(StandardCharsets.UTF_8)));
        }
        return folders(texts);
    }

    private static List<MethodFolder> below(Path directory) throws IOException {
        Map<String, SortedMap<String, String>> texts = new TreeMap<>();
        try (var files = Files.walk(directory, 2)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.computeIfAbsent(file.getParent().getFileName().toString(), item -> new TreeMap<>())
                        .put(file.getFileName().toString(), plain(Files.readString(file)));
            }
        }
        return folders(texts);
    }

    private static List<MethodFolder> folders(Map<String, SortedMap<String, String>> texts) {
        return texts.entrySet().stream()
                .map(each -> new MethodFolder(each.getKey(), each.getValue()))
                .toList();
    }

    // The same folder on every system.
    private static String plain(String text) {
        return text.replace("\r\n", "\n");
    }
}
