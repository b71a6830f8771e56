package org.jianzheng.sampling.phone.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The app's own files. Its service worker keeps them on the phone; their hash is written into it, so that a changed file makes
 * a new version of all of them without anybody having to remember to count one up.
 */
@Component
class AppFiles {

    private static final String VERSION = "@VERSION@";

    /** That the app is made of. */
    private static final List<String> FOLDERS = List.of("m", "vendor/idb", "vendor/qr");

    private final String serviceWorker;

    AppFiles() {
        ResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        try {
            MessageDigest digest = DigestUtils.getSha256Digest();
            for (String folder : FOLDERS) {
                Stream.of(files.getResources("classpath*:/static/" + folder + "/*"))
                        .sorted(Comparator.comparing(Resource::getFilename))
                        .map(AppFiles::content)
                        .forEach(digest::update);
            }
            String version = HexFormat.of().formatHex(digest.digest(), 0, 8);
            this.serviceWorker = new String(
                            content(files.getResource("classpath:/static/m/sw.js")), StandardCharsets.UTF_8)
                    .replace(VERSION, version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String serviceWorker() {
        return serviceWorker;
    }
}
