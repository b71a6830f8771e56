package org.jianzheng.acquisition.curve;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The compact form that replay reads: a version byte, then deflated: the number of points, the second differences of time
 * and the first differences of force, each as a zigzag varint. The chunks as they came are kept beside it.
 */
public final class CurveCodec {

    private static final int VERSION = 1;

    private CurveCodec() {}

    public static byte[] encode(Curve curve) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(VERSION);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            write(out, curve.points());
            int time = 0;
            int step = 0;
            for (int i = 0; i < curve.points(); i++) {
                int next = curve.millis(i) - time;
                write(out, (long) next - step);
                time = curve.millis(i);
                step = next;
            }
            int force = 0;
            for (int i = 0; i < curve.points(); i++) {
                write(out, (long) curve.newtons(i) - force);
                force = curve.newtons(i);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /** @throws DataFormatException where these bytes are not what {@link #encode} wrote */
    public static Curve decode(byte[] bytes) throws DataFormatException {
        if (bytes.length == 0 || bytes[0] != VERSION) {
            throw new DataFormatException("not a curve of version " + VERSION);
        }
        try (InputStream in =
                new InflaterInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1), new Inflater(true))) {
            int points = whole(read(in));
            if (points < 0 || points > Curve.MOST_POINTS) {
                throw new DataFormatException("not a curve: " + points + " points");
            }
            int[] millis = new int[points];
            int step = 0;
            for (int i = 0; i < points; i++) {
                step = whole(step + read(in));
                millis[i] = whole((i == 0 ? 0L : millis[i - 1]) + step);
            }
            int[] newtons = new int[points];
            for (int i = 0; i < points; i++) {
                newtons[i] = whole((i == 0 ? 0L : newtons[i - 1]) + read(in));
            }
            return new Curve(millis, newtons);
        } catch (IOException | ArithmeticException | IllegalArgumentException e) {
            DataFormatException broken = new DataFormatException("not a whole curve");
            broken.initCause(e);
            throw broken;
        }
    }

    private static int whole(long value) {
        return Math.toIntExact(value);
    }

    private static void write(DeflaterOutputStream out, long value) throws IOException {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long read(InputStream in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("ends early");
            }
            value |= (long) (next & 0x7F) << shift;
            if ((next & 0x80) == 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IOException("no number");
    }
}
