package org.jianzheng.acquisition.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jianzheng.support.line.SpoolingMachine.Login;

/**
 * A machine that only publishes, at QoS 1 over MQTT 3.1.1, byte by byte: two hundred of them on the computer of the platform
 * cost little of what is to be measured. It counts what the broker has acknowledged.
 */
final class SenderOnly implements AutoCloseable {

    private static final int CONNECT = 0x10;
    private static final int PUBLISH_AT_LEAST_ONCE = 0x32;
    private static final int PUBACK = 0x40;
    private static final int WITH_USER_AND_PASSWORD = 0xC0;
    private static final int MOST_IDENTIFIERS = 0xFFFF;

    private final String topics;
    private final Socket socket;
    private int sent;
    private volatile int acknowledged;

    private SenderOnly(Login login, Socket socket) {
        this.topics = "jz/v1/" + login.labCode() + "/" + login.equipment() + "/run/";
        this.socket = socket;
    }

    static SenderOnly connect(Login login) throws IOException {
        Socket socket = new Socket("127.0.0.1", login.port());
        socket.setTcpNoDelay(true);
        ByteArrayOutputStream hello = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(hello);
        out.writeUTF("MQTT");
        out.writeByte(4);
        out.writeByte(WITH_USER_AND_PASSWORD);
        out.writeShort(600);
        out.writeUTF(login.equipment());
        out.writeUTF(login.equipment());
        out.writeUTF(login.secret());
        SenderOnly sender = new SenderOnly(login, socket);
        sender.write(CONNECT, hello.toByteArray());
        InputStream in = new BufferedInputStream(socket.getInputStream());
        byte[] answer = in.readNBytes(4);
        if (answer.length < 4 || answer[3] != 0) {
            throw new IOException(login.equipment() + " was not let in");
        }
        Thread reader = new Thread(() -> sender.count(in), "acks-" + login.equipment());
        reader.setDaemon(true);
        reader.start();
        return sender;
    }

    private void count(InputStream in) {
        try {
            while (true) {
                byte[] packet = in.readNBytes(4);
                if (packet.length < 4) {
                    return;
                }
                if ((packet[0] & 0xF0) != PUBACK) {
                    throw new IOException("Nothing but acknowledgements was expected");
                }
                acknowledged++;
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void samples(String runId, String chunk) {
        try {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(message);
            out.writeUTF(topics + runId + "/samples");
            out.writeShort(sent % MOST_IDENTIFIERS + 1);
            out.write(chunk.getBytes(StandardCharsets.UTF_8));
            write(PUBLISH_AT_LEAST_ONCE, message.toByteArray());
            sent++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(int kind, byte[] body) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream(body.length + 5);
        packet.write(kind);
        int length = body.length;
        do {
            packet.write(length > 127 ? length & 127 | 128 : length);
            length >>= 7;
        } while (length > 0);
        packet.writeBytes(body);
        socket.getOutputStream().write(packet.toByteArray());
    }

    boolean isAcknowledged() {
        return acknowledged == sent;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
