package org.jianzheng.records.evidence;

import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jianzheng.kernel.RuleBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Has what people hand in looked through by ClamAV's daemon before it is kept. Where one is configured and gives no answer, nothing
 * is kept; where none is, nothing is looked through. The protocol is three lines, and its client libraries bring a Kotlin runtime.
 */
@Component
public class UploadScan {

    private static final Logger log = LoggerFactory.getLogger(UploadScan.class);

    private static final int PART = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;
    private static final String CLEAN = "stream: OK";

    private final Settings settings;

    UploadScan(Settings settings) {
        this.settings = settings;
    }

    /**
     * Which daemon looks through uploads.
     *
     * @param clamav host:port; null or empty where none does
     * @param timeout for each answer of its; 20 s where none is given
     */
    @ConfigurationProperties("jianzheng.upload-scan")
    public record Settings(String clamav, Duration timeout) {

        public Settings {
            timeout = timeout == null ? Duration.ofSeconds(20) : timeout;
            if (clamav != null && !clamav.isEmpty() && !clamav.matches(".+:[0-9]{1,5}")) {
                throw new IllegalStateException("jianzheng.upload-scan.clamav is host:port, not " + clamav);
            }
        }

        boolean scans() {
            return clamav != null && !clamav.isEmpty();
        }

        private InetSocketAddress address() {
            int colon = clamav.lastIndexOf(':');
            return new InetSocketAddress(clamav.substring(0, colon), Integer.parseInt(clamav.substring(colon + 1)));
        }
    }

    /** @throws RuleBroken where something was found in it, or nobody could look */
    public void require(byte[] content) {
        if (!settings.scans()) {
            return;
        }
        String answer = answer(content);
        if (answer.endsWith("FOUND")) {
            log.warn("An upload of {} bytes was refused: {}", content.length, answer);
            throw RuleBroken.at("file", "records.scan.found");
        }
        if (!answer.equals(CLEAN)) {
            log.error("ClamAV could not look through an upload of {} bytes: {}", content.length, answer);
            throw RuleBroken.at("file", "records.scan.away");
        }
    }

    private String answer(byte[] content) {
        int limit = Math.toIntExact(settings.timeout().toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(settings.address(), limit);
            socket.setSoTimeout(limit);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            InputStream in = new ByteArrayInputStream(content);
            for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
                out.writeInt(part.length);
                out.write(part);
            }
            out.writeInt(0);
            out.flush();
            return new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
