package org.jianzheng.support;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** What the fake camera of a browser sees: QR codes one after another, on a ground that no other frame has. */
final class CameraFilm {

    private static final int FRAMES_PER_CODE = 24;
    private static final int PATCH = 40;

    private final Path place;
    private final List<String> codes;
    private final Random light;

    CameraFilm(String name, List<String> codes) {
        this.place = Path.of("target", "films", name + ".mjpeg").toAbsolutePath();
        this.codes = codes;
        this.light = new Random(name.hashCode());
    }

    Path place() {
        return place;
    }

    /** Films the codes once more, in another light; whoever opens the camera from now on sees that. */
    void expose() {
        try {
            ByteArrayOutputStream film = new ByteArrayOutputStream();
            for (String code : codes) {
                BufferedImage picture = picture(code);
                for (int i = 0; i < FRAMES_PER_CODE; i++) {
                    ImageIO.write(inOtherLight(picture), "jpeg", film);
                }
            }
            Files.createDirectories(place.getParent());
            Path fresh = Files.write(place.resolveSibling(place.getFileName() + ".new"), film.toByteArray());
            Files.move(fresh, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BufferedImage picture(String code) throws WriterException {
        var matrix = new QRCodeWriter().encode(code, BarcodeFormat.QR_CODE, 400, 400);
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 640, 480);
        pen.drawImage(MatrixToImageWriter.toBufferedImage(matrix), 120, 40, null);
        pen.dispose();
        return image;
    }

    /** Patches of random light left and right of the code, large enough to survive compression. */
    private BufferedImage inOtherLight(BufferedImage picture) {
        Graphics2D pen = picture.createGraphics();
        for (int y = 0; y < 480; y += PATCH) {
            for (int x : new int[] {0, 40, 560, 600}) {
                pen.setColor(new Color(light.nextInt(0x1000000)));
                pen.fillRect(x, y, PATCH, PATCH);
            }
        }
        pen.dispose();
        return picture;
    }
}
