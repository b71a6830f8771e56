package org.jianzheng.records.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.jianzheng.kernel.RuleBroken;
import org.junit.jupiter.api.Test;

/** Against a daemon of this test that speaks ClamAV's protocol: what is kept is only what it called clean. */
class UploadScanTest {

    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    @Test
    void whatIsCleanPassesInOnePieceAndInMany() throws Exception {
        byte[] large = new byte[300_000];
        Arrays.fill(large, (byte) 7);
        for (byte[] content : new byte[][] {large, "a".getBytes(StandardCharsets.UTF_8), {}}) {
            try (Daemon daemon = new Daemon("stream: OK\0")) {
                daemon.scan().require(content);
                assertThat(daemon.received()).isEqualTo(content);
            }
        }
    }

    @Test
    void whatItFindsIsRefused() throws Exception {
        try (Daemon daemon = new Daemon("stream: Eicar-Signature FOUND\0")) {
            refused("records.scan.found", daemon.scan(), EICAR.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void whereItSaysAnythingElseOrNothingOrIsAwayNothingIsKept() throws Exception {
        for (String answer : new String[] {"INSTREAM size limit exceeded. ERROR\0", "", "stream: OK maybe\0"}) {
            try (Daemon daemon = new Daemon(answer)) {
                refused("records.scan.away", daemon.scan(), new byte[10]);
            }
        }
        try (Daemon silent = new Daemon(null)) {
            refused("records.scan.away", silent.scan(), new byte[10]);
        }
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        refused("records.scan.away", scan("127.0.0.1:" + nobody), new byte[10]);
    }

    @Test
    void whereNoneIsConfiguredNothingIsLookedThroughAndANonsenseAddressStopsTheStart() {
        assertThatCode(() -> scan(null).require(new byte[10])).doesNotThrowAnyException();
        assertThatThrownBy(() -> new UploadScan.Settings("clamd", null)).isInstanceOf(IllegalStateException.class);
    }

    private static UploadScan scan(String address) {
        return new UploadScan(new UploadScan.Settings(address, Duration.ofMillis(500)));
    }

    private static void refused(String code, UploadScan scan, byte[] content) {
        assertThatThrownBy(() -> scan.require(content))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }

    /** Reads one stream and gives that answer; none where it is null. */
    private static final class Daemon implements AutoCloseable {

        private final ServerSocket door;
        private final CompletableFuture<byte[]> received = new CompletableFuture<>();

        Daemon(String answer) throws IOException {
            door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(() -> serve(answer), "clamd");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve(String answer) {
            try (Socket socket = door.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                        .isEqualTo("zINSTREAM\0");
                byte[] all = {};
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    byte[] part = in.readNBytes(length);
                    all = Arrays.copyOf(all, all.length + part.length);
                    System.arraycopy(part, 0, all, all.length - part.length, part.length);
                }
                received.complete(all);
                if (answer == null) {
                    Thread.sleep(2_000);
                } else {
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (Exception e) {
                received.completeExceptionally(e);
            }
        }

        UploadScan scan() {
            return UploadScanTest.scan("127.0.0.1:" + door.getLocalPort());
        }

        byte[] received() {
            return received.join();
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
