package org.jianzheng.support;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jianzheng.kernel.CityTime;

/** A JPEG with what a camera writes into it: model, time and position (EXIF). */
public final class CameraPhoto {

    private static final DateTimeFormatter EXIF =
            DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss").withZone(CityTime.ZONE);
    private static final int ASCII = 2;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int ENTRY = 12;

    private record Field(int tag, int type, int count, byte[] value) {}

    private CameraPhoto() {}

    /** 34°21'40" N, 107°14'14" E. */
    public static byte[] of(byte[] jpeg, String model, Instant at) {
        byte[] segment = segment(model, EXIF.format(at));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(jpeg, 0, 2);
        all.write(0xff);
        all.write(0xe1);
        all.write(segment.length + 2 >> 8);
        all.write(segment.length + 2 & 0xff);
        all.writeBytes(segment);
        all.write(jpeg, 2, jpeg.length - 2);
        return all.toByteArray();
    }

    private static byte[] segment(String model, String time) {
        // Directories of 3, 1 and 4 fields behind the header of 8 bytes; long values behind each.
        byte[] exif = directory(8 + 3 * ENTRY + 6 + model.length() + 1, List.of(text(0x9003, time)));
        int exifAt = 8 + 3 * ENTRY + 6 + model.length() + 1;
        int gpsAt = exifAt + exif.length;
        byte[] gps =
                directory(gpsAt, List.of(text(1, "N"), degrees(2, 34, 21, 40), text(3, "E"), degrees(4, 107, 14, 14)));
        byte[] first = directory(8, List.of(text(0x0110, model), number(0x8769, exifAt), number(0x8825, gpsAt)));
        ByteBuffer out = ByteBuffer.allocate(6 + 8 + first.length + exif.length + gps.length);
        out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        return out.put(first).put(exif).put(gps).array();
    }

    private static Field text(int tag, String text) {
        byte[] value = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        return new Field(tag, ASCII, value.length, value);
    }

    private static Field number(int tag, int value) {
        return new Field(tag, LONG, 1, ByteBuffer.allocate(4).putInt(value).array());
    }

    private static Field degrees(int tag, int... parts) {
        ByteBuffer value = ByteBuffer.allocate(24);
        for (int part : parts) {
            value.putInt(part).putInt(1);
        }
        return new Field(tag, RATIONAL, 3, value.array());
    }

    private static byte[] directory(int at, List<Field> fields) {
        ByteArrayOutputStream behind = new ByteArrayOutputStream();
        int behindAt = at + fields.size() * ENTRY + 6;
        ByteBuffer entries = ByteBuffer.allocate(fields.size() * ENTRY + 6);
        entries.putShort((short) fields.size());
        for (Field field : fields) {
            entries.putShort((short) field.tag).putShort((short) field.type).putInt(field.count);
            if (field.value.length <= 4) {
                entries.put(field.value).position(entries.position() + 4 - field.value.length);
            } else {
                entries.putInt(behindAt + behind.size());
                behind.writeBytes(field.value);
            }
        }
        entries.putInt(0);
        return ByteBuffer.allocate(entries.capacity() + behind.size())
                .put(entries.array())
                .put(behind.toByteArray())
                .array();
    }
}
