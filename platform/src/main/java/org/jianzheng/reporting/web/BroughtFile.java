package org.jianzheng.reporting.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.verifying.Verification;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * Judges a file that anybody brought. Its hash tells most: it is taken from the disk as it comes. Only of a file that was never
 * issued the bytes are looked at, a few files at a time, so that strangers cannot fill the memory.
 */
@Component
class BroughtFile {

    private static final int AT_ONCE = 4;
    private static final int PATIENCE_SECONDS = 3;

    private final Reporting reporting;
    private final Semaphore places = new Semaphore(AT_ONCE);

    BroughtFile(Reporting reporting) {
        this.reporting = reporting;
    }

    Verification judge(MultipartFile file) throws IOException {
        var known = reporting.verifyHash(hash(file));
        return known.isPresent() ? known.get() : look(file);
    }

    private static String hash(MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return DigestUtils.sha256Hex(content);
        }
    }

    private Verification look(MultipartFile file) throws IOException {
        enter();
        try {
            return reporting.verify(file.getBytes());
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
}
