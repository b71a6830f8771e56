package org.jianzheng.sampling.phone.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
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

    private final String serviceWorker;

    AppFiles() {
        ResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        try {
            Resource[] own = files.getResources("classpath:/static/m/*");
            Resource[] vendor = files.getResources("classpath*:/static/vendor/idb/*");
            MessageDigest digest = DigestUtils.getSha256Digest();
            Stream.of(own, vendor)
                    .flatMap(Arrays::stream)
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .map(AppFiles::content)
                    .forEach(digest::update);
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
