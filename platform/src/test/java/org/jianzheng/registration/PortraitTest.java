package org.jianzheng.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.jianzheng.records.evidence.PaperType;
import org.junit.jupiter.api.Test;

/** A picture of a face may be small and hold very much: only its pixels are looked at. */
class PortraitTest {

    private static final int MEGABYTE = 1024 * 1024;
    /** After the signature and the header. */
    private static final int HEAD = 8 + 25;

    @Test
    void textThatIsPackedAThousandfoldIsNotUnpacked() throws IOException {
        byte[] picture = withText(picture(), 100 * MEGABYTE);
        assertThat(picture.length).isLessThan(MEGABYTE);
        Portrait.check(PaperType.PNG, picture());

        long before = allocated();
        Portrait.check(PaperType.PNG, picture);
        assertThat(allocated() - before).isLessThan(20L * MEGABYTE);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static byte[] picture() throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    private static byte[] withText(byte[] png, int length) throws IOException {
        var text = new ByteArrayOutputStream();
        text.write("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        text.write(packed(length));
        var all = new ByteArrayOutputStream();
        all.write(png, 0, HEAD);
        chunk(all, "zTXt", text.toByteArray());
        all.write(png, HEAD, png.length - HEAD);
        return all.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String kind, byte[] content) throws IOException {
        var data = new DataOutputStream(out);
        var crc = new CRC32();
        crc.update(kind.getBytes(StandardCharsets.US_ASCII));
        crc.update(content);
        data.writeInt(content.length);
        data.writeBytes(kind);
        data.write(content);
        data.writeInt((int) crc.getValue());
    }

    private static byte[] packed(int length) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        byte[] plain = new byte[MEGABYTE];
        Arrays.fill(plain, (byte) 'a');
        var packed = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        for (int done = 0; done < length; done += MEGABYTE) {
            deflater.setInput(plain);
            while (!deflater.needsInput()) {
                packed.write(part, 0, deflater.deflate(part));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(part, 0, deflater.deflate(part));
        }
        return packed.toByteArray();
    }
}
