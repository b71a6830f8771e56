package org.jianzheng.sampling.phone.photo;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jianzheng.kernel.RuleBroken;

/**
 * A picture that was read to its last line: its name and its first bytes prove nothing. It is read at a fraction of its size,
 * so that what a few kilobytes claim to be costs no memory.
 */
public final class Picture {

    private static final long MOST_PIXELS = 60_000_000;
    private static final int LEAST_SIDE = 200;
    private static final int READ_SIDE = 1600;

    private final int width;
    private final int height;
    private final BufferedImage upright;
    private final Metadata metadata;

    private Picture(int width, int height, BufferedImage image, Metadata metadata) {
        this.width = width;
        this.height = height;
        this.metadata = metadata;
        this.upright = upright(image);
    }

    /** @throws RuleBroken where it is no picture, too large or too small */
    public static Picture read(byte[] content) {
        return read(content, LEAST_SIDE);
    }

    /** @param leastSide in pixels, that it has to have */
    public static Picture read(byte[] content, int leastSide) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new RuleBroken("sampling.photo.type");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return read(reader, content, leastSide);
            } finally {
                reader.dispose();
            }
        } catch (IIOException | ImageProcessingException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // Decoders say in many ways that a file is broken.
            throw new RuleBroken("sampling.photo.broken");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Picture read(ImageReader reader, byte[] content, int leastSide)
            throws IOException, ImageProcessingException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new RuleBroken("sampling.photo.pixels", MOST_PIXELS / 1_000_000);
        }
        if (Math.min(width, height) < leastSide) {
            throw new RuleBroken("sampling.photo.small", leastSide);
        }
        ImageReadParam fraction = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / READ_SIDE);
        fraction.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, fraction);
        return new Picture(width, height, image, ImageMetadataReader.readMetadata(new ByteArrayInputStream(content)));
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Metadata metadata() {
        return metadata;
    }

    /** As a JPEG of at most that side, upright, with nothing in it but the picture. */
    public byte[] plain(int side) {
        double scale = Math.min(1.0, (double) side / Math.max(upright.getWidth(), upright.getHeight()));
        BufferedImage drawn = canvas(
                Math.max(1, (int) (upright.getWidth() * scale)), Math.max(1, (int) (upright.getHeight() * scale)));
        draw(drawn, upright, AffineTransform.getScaleInstance(scale, scale));
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(drawn, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** See {@link PictureLook}. */
    long look() {
        return PictureLook.of(upright);
    }

    // Phones keep the picture as the sensor lay and say how it was held.
    private BufferedImage upright(BufferedImage image) {
        int turns =
                switch (orientation()) {
                    case 3 -> 2;
                    case 6 -> 1;
                    case 8 -> 3;
                    default -> 0;
                };
        int w = image.getWidth();
        int h = image.getHeight();
        BufferedImage turned = turns % 2 == 0 ? canvas(w, h) : canvas(h, w);
        AffineTransform turn = new AffineTransform();
        turn.translate(turned.getWidth() / 2.0, turned.getHeight() / 2.0);
        turn.quadrantRotate(turns);
        turn.translate(-w / 2.0, -h / 2.0);
        draw(turned, image, turn);
        return turned;
    }

    private int orientation() {
        var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        try {
            return directory != null && directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? directory.getInt(ExifIFD0Directory.TAG_ORIENTATION)
                    : 1;
        } catch (MetadataException unreadable) {
            return 1;
        }
    }

    private static BufferedImage canvas(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private static void draw(BufferedImage onto, BufferedImage image, AffineTransform how) {
        Graphics2D pen = onto.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, how, null);
        pen.dispose();
    }
}
