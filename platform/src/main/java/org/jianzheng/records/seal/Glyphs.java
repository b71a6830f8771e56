package org.jianzheng.records.seal;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Outlines of Chinese characters from the platform's own font: the same on a server that has no fonts at all. */
final class Glyphs implements AutoCloseable {

    private static final String FONT = "/fonts/NotoSerifSC-Bold.ttf";
    private static final double BASELINE = 0.12;

    private final TrueTypeFont font;
    private final CmapLookup characters;

    private Glyphs(TrueTypeFont font) throws IOException {
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
    }

    static Glyphs seal() {
        try (var in = Glyphs.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IllegalStateException(FONT + " is missing: build the platform with its assets");
            }
            return new Glyphs(new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The character in a square of one by one, its bottom left corner at the origin, y downwards. */
    Shape unit(int character) {
        try {
            GlyphData glyph = font.getGlyph().getGlyph(characters.getGlyphId(character));
            if (glyph == null) {
                return new Path2D.Double();
            }
            double em = font.getUnitsPerEm();
            AffineTransform toUnit = AffineTransform.getTranslateInstance(0, -BASELINE);
            toUnit.scale(1 / em, -1 / em);
            return toUnit.createTransformedShape(glyph.getPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            font.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
