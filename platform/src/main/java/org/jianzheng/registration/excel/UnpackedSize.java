package org.jianzheng.registration.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.jianzheng.kernel.RuleBroken;
import org.xml.sax.SAXException;

/** How much the parts of a workbook may become once they are unpacked: those that are held in memory, little. */
final class UnpackedSize {

    /** Fifty thousand rows of eleven columns take about 40 MB; they are read as a stream. */
    private static final long LARGEST_SHEET = 150L << 20;

    private static final long LARGEST_STRINGS = 64L << 20;
    private static final long LARGEST_OTHER = 4L << 20;
    private static final double LEAST_RATIO = 0.01;
    private static final int MOST_PARTS = 500;
    private static final int BLOCK = 1 << 16;
    private static final Pattern LARGE = Pattern.compile("xl/(worksheets/[^/]+|sharedstrings)\\.xml");

    static {
        ZipSecureFile.setMaxEntrySize(LARGEST_SHEET);
        ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
    }

    private UnpackedSize() {}

    /** Before the library opens the file, and reads some of its parts whole. */
    static void checkEntries(Path file) throws IOException, SAXException, ParserConfigurationException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (!mayBeLarge(name)) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        count(content, LARGEST_OTHER);
                    }
                }
                if (name.contains("[content_types]")) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        DeclaredTypes.check(content);
                    }
                }
            }
        }
    }

    static boolean mayBeLarge(String entry) {
        return LARGE.matcher(entry).matches();
    }

    /** Once it is known what each part is: a name proves nothing. */
    static void checkParts(OPCPackage opened) throws IOException, OpenXML4JException {
        for (PackagePart part : opened.getParts()) {
            String type = part.getContentType();
            if (type.endsWith("+xml") || type.endsWith("/xml")) {
                check(part, limit(type));
            }
        }
        for (PackagePart workbook : opened.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT)) {
            check(workbook, LARGEST_OTHER);
        }
    }

    private static long limit(String type) {
        if (type.equals(XSSFRelation.WORKSHEET.getContentType())) {
            return LARGEST_SHEET;
        }
        return type.equals(XSSFRelation.SHARED_STRINGS.getContentType()) ? LARGEST_STRINGS : LARGEST_OTHER;
    }

    private static void check(PackagePart part, long limit) throws IOException {
        // Sheets are counted by the library as they stream by, properties and relations were before it opened them.
        boolean counted = part.isRelationshipPart() || part instanceof PackageProperties;
        if (limit < LARGEST_SHEET && !counted) {
            try (InputStream content = part.getInputStream()) {
                count(content, limit);
            }
        }
    }

    private static void count(InputStream content, long limit) throws IOException {
        byte[] block = new byte[BLOCK];
        long count = 0;
        for (int read = content.read(block); read >= 0; read = content.read(block)) {
            count += read;
            if (count > limit) {
                throw RuleBroken.at("file", "registration.import.bomb");
            }
        }
    }

    // The library tells these apart by words alone.
    static boolean bomb(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("Zip bomb")) {
                return true;
            }
        }
        return String.valueOf(thrown.getMessage()).contains("exceeds the max");
    }
}
