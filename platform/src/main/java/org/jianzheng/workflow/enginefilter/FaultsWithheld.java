package org.jianzheng.workflow.enginefilter;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The engine tells whoever asks how it failed, statements and class names included. Of a fault only the fact passes. */
class FaultsWithheld extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream withheld = new ByteArrayOutputStream();
    private boolean failed;

    FaultsWithheld(HttpServletResponse response) {
        super(response);
    }

    /** What the engine wanted to say; null where all was well. */
    String fault() {
        return failed ? withheld.toString(StandardCharsets.UTF_8) : null;
    }

    @Override
    public void setStatus(int status) {
        failed = isFault(status);
        if (!failed) {
            super.setStatus(status);
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        failed = isFault(status);
        if (!failed) {
            super.sendError(status);
        }
    }

    @Override
    public void sendError(int status, String words) throws IOException {
        sendError(status);
    }

    private static boolean isFault(int status) {
        return status >= SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return failed ? new Kept() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return failed
                ? new PrintWriter(new OutputStreamWriter(withheld, StandardCharsets.UTF_8), true)
                : super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!failed) {
            super.flushBuffer();
        }
    }

    private class Kept extends ServletOutputStream {

        @Override
        public void write(int one) {
            withheld.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            withheld.write(bytes, from, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
