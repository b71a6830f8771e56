package org.jianzheng.records.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.key.KeySettings;
import org.jianzheng.records.key.RecordSettings;
import org.jianzheng.records.ledger.PdfBombs;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.DemoKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Clause("9.1.1")
public class SealsTest {

    @TempDir
    static Path folder;

    public static Seals seals;
    static byte[] sealed;

    @BeforeAll
    static void seal() throws IOException {
        seals = seals(DemoKeys.in(folder.resolve("city"), DemoCity.LABS));
        sealed = seals.certify("BJ01", pdf(), "签发检测报告");
    }

    @Test
    void findsAFreshlySealedReportIntactAndNamesTheLab() {
        SealCheck check = seals.check(sealed);

        assertThat(check.finding()).isEqualTo(SealCheck.Finding.INTACT);
        assertThat(check.labCode()).isEqualTo("BJ01");
        assertThat(check.signer()).contains(DemoCity.LABS.get("BJ01"));
        assertThat(check.at()).isBetween(Instant.now().minusSeconds(120), Instant.now());
    }

    @Test
    void permitsNoChangesAtAll() {
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .containsPattern("/DocMDP")
                .containsPattern("/P 1\\b");
    }

    @Test
    void noticesAnyByteThatIsChanged() {
        Random random = new Random(7);
        int container = new String(sealed, StandardCharsets.ISO_8859_1).indexOf("/Contents <") + "/Contents <".length();
        for (int i = 0; i < 400; i++) {
            byte[] forged = sealed.clone();
            int at = random.nextInt(forged.length);
            if (at >= container && at < container + 8000) {
                continue; // copies of certificates in there are no part of the document
            }
            forged[at] ^= (byte) (1 + random.nextInt(255));

            assertThat(seals.check(forged).intact()).as("byte %d changed", at).isFalse();
        }
    }

    @Test
    void noticesWhateverIsAddedAfterTheSeal() throws IOException {
        assertThat(seals.check(join(sealed, "\n% more\n".getBytes(StandardCharsets.UTF_8)))
                        .finding())
                .isEqualTo(SealCheck.Finding.CHANGED);
        assertThat(seals.check(annotated(sealed)).finding()).isEqualTo(SealCheck.Finding.CHANGED);
    }

    @Test
    void noticesASecondSealOnTopOfTheFirst() {
        var strangers = seals(DemoKeys.in(folder.resolve("other"), Map.of("BJ01", "别处的检测公司")));
        byte[] twice;
        try {
            twice = strangers.certify("BJ01", sealed, "x");
        } catch (RuntimeException refusedBySigner) {
            return;
        }
        assertThat(seals.check(twice).intact()).isFalse();
    }

    @Test
    void doesNotBelieveASealOfAnotherKeyThatBearsTheSameName() throws IOException {
        var strangers = seals(DemoKeys.in(folder.resolve("strangers"), DemoCity.LABS));

        SealCheck check = seals.check(strangers.certify("BJ01", pdf(), "签发检测报告"));

        assertThat(check.finding()).isEqualTo(SealCheck.Finding.UNKNOWN_SIGNER);
        assertThat(check.labCode()).isNull();
    }

    @Test
    void saysThatThereIsNoSealWhereThereIsNone() throws IOException {
        assertThat(seals.check(pdf()).finding()).isEqualTo(SealCheck.Finding.NOT_SEALED);
        assertThat(seals.check("not a pdf".getBytes(StandardCharsets.UTF_8)).finding())
                .isEqualTo(SealCheck.Finding.NOT_SEALED);
        assertThat(seals.check(new byte[0]).finding()).isEqualTo(SealCheck.Finding.NOT_SEALED);
    }

    /** 1 MB that unpacks to 1 GB: a parser would take it all into memory (eight of them stopped the platform). */
    @Test
    void unpacksNothingOfAStrangersFile() {
        long before = allocated();
        byte[] bomb = PdfBombs.xrefStream(1 << 30);
        long made = allocated() - before;
        for (int i = 0; i < 8; i++) {
            assertThat(seals.check(bomb).finding()).isEqualTo(SealCheck.Finding.NOT_SEALED);
        }
        assertThat(allocated() - before - made)
                .as("bytes taken to look at eight")
                .isLessThan(1 << 20);
    }

    @Test
    void looksAtNoMoreThanASealNeeds() {
        String nested = "30".repeat(30_000);
        String huge = "%PDF-1.7\n/Contents <" + nested + ">\n/ByteRange [0 19 60021 30]\n%%EOF\n";
        assertThat(seals.check(huge.getBytes(StandardCharsets.ISO_8859_1)).finding())
                .isEqualTo(SealCheck.Finding.CHANGED);
        assertThat(seals.check("/ByteRange [0 99999999999 0 0]".repeat(1000).getBytes(StandardCharsets.ISO_8859_1))
                        .finding())
                .isEqualTo(SealCheck.Finding.CHANGED);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void refusesToSealForALabWithoutAKey() {
        assertThatThrownBy(() -> seals.certify("BJ99", new byte[0], "x"))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("records.seal.noKey"));
    }

    @Test
    void refusesToStartWithAnExpiredKey() {
        var expired = DemoKeys.in(
                folder.resolve("expired"), DemoCity.LABS, Instant.parse("2020-01-01T00:00:00Z"), Duration.ofDays(365));

        assertThatThrownBy(() -> seals(expired)).hasMessageContaining("expired on 2020-12-31");
    }

    @Test
    void saysWhichKeyFileCannotBeRead() {
        var wrong = new HashMap<>(DemoKeys.in(folder.resolve("city"), DemoCity.LABS));
        wrong.put("jianzheng.seals.BJ01.password", "wrong");

        assertThatThrownBy(() -> seals(wrong)).hasMessageContaining("BJ01").hasMessageContaining("password");
    }

    @Test
    void drawsARedRoundSeal() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(seals.sealImagePng("BJ01")));

        assertThat(image.getWidth()).isEqualTo(840).isEqualTo(image.getHeight());
        assertThat(image.getRGB(420, 2) >>> 24).as("opaque ring").isGreaterThan(0);
        assertThat(image.getRGB(2, 2) >>> 24).as("transparent corner").isZero();
        assertThat(image.getRGB(420, 420)).as("red star").isEqualTo(0xFFC8101E);
    }

    public static Seals seals(Map<String, String> configured) {
        Map<String, KeySettings> keys = new HashMap<>();
        configured.forEach((key, value) -> {
            if (key.startsWith("jianzheng.seals.") && key.endsWith(".keystore")) {
                String lab = key.split("\\.")[2];
                keys.put(lab, new KeySettings(Path.of(value), configured.get("jianzheng.seals." + lab + ".password")));
            }
        });
        RecordSettings settings = new RecordSettings(URI.create("https://x"), keys, null);
        return new Seals(new SealKeys(settings, Clock.systemUTC()), new PdfCertifier(Clock.systemUTC()));
    }

    public static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText("38.5 MPa");
                content.endText();
            }
            return save(document);
        }
    }

    private static byte[] annotated(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getDocumentInformation().setTitle("better");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private static byte[] save(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}
