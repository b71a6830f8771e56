package org.jianzheng.support.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between machines and the platform, or between the platform and its database: it can be cut at any byte. */
public final class CuttableProxy implements AutoCloseable {

    private static final int SMALL = 700;

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;

    public CuttableProxy(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        begin(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Everything that is under way ends where it is. */
    public void cut() {
        sockets.forEach(CuttableProxy::reset);
        sockets.clear();
    }

    /** Nothing comes through until it is opened again. */
    public void shut() {
        open = false;
        cut();
    }

    public void reopen() {
        open = true;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                if (open) {
                    join(near, new Socket(InetAddress.getLoopbackAddress(), target));
                } else {
                    reset(near);
                }
            } catch (IOException e) {
                // The other side is down, or this one ends.
            }
        }
    }

    private void join(Socket near, Socket far) {
        sockets.add(near);
        sockets.add(far);
        begin(() -> pump(near, far));
        begin(() -> pump(far, near));
    }

    // In pieces, so that a cut goes through the middle of what is sent.
    private void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[SMALL];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                out.write(piece, 0, read);
            }
        } catch (IOException e) {
            // Cut.
        } finally {
            reset(from);
            reset(to);
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (SocketException e) {
            // Closed already.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
