package org.jianzheng.registration;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.evidence.PaperType;

/** A picture of a face: small enough for a list of people, large enough to know somebody by, and whole. */
final class Portrait {

    private static final int LARGEST = 1024 * 1024;
    private static final int FEWEST_PIXELS = 120;
    private static final int MOST_PIXELS = 3000;

    private Portrait() {}

    static void check(PaperType type, byte[] content) {
        if (type == PaperType.PDF || content.length > LARGEST || !readable(content)) {
            throw RuleBroken.at("file", "registration.paper.portrait", FEWEST_PIXELS, MOST_PIXELS);
        }
    }

    // The size is read before the picture is: a small file may claim to be a huge picture.
    private static boolean readable(byte[] content) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() && readable(readers.next(), in);
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    private static boolean readable(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            // What is written beside the pixels may be packed a thousandfold, and nobody wants it.
            reader.setInput(in, true, true);
            return fits(reader.getWidth(0)) && fits(reader.getHeight(0)) && whole(reader.read(0));
        } finally {
            reader.dispose();
        }
    }

    private static boolean fits(int pixels) {
        return pixels >= FEWEST_PIXELS && pixels <= MOST_PIXELS;
    }

    private static boolean whole(BufferedImage picture) {
        return picture != null;
    }
}
