package org.jianzheng.qualification.registration.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jianzheng.kernel.RuleBroken;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Reads the first sheet of a workbook row by row, whatever its size; refuses what is no plain .xlsx. */
final class SheetReader {

    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /** Unpacked parts: fifty thousand rows of eleven columns take about 40 MB. */
    private static final long LARGEST_PART = 150L << 20;

    private static final double LEAST_RATIO = 0.01;
    private static final int MOST_PARTS = 500;

    static {
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
    }

    private SheetReader() {}

    /** @throws RuleBroken when it is another kind of file, holds macros, or unpacks to far more than it is */
    static void read(Path file, SheetHandler.RowReader rows) throws IOException {
        requireZip(file);
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            refuseMacros(opened);
            sheet(opened, rows);
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | UnsupportedFileFormatException
                | SAXException
                | ParserConfigurationException
                | IOException e) {
            throw RuleBroken.at("file", "registration.import." + (bomb(e) ? "bomb" : "broken"));
        }
    }

    private static void requireZip(Path file) throws IOException {
        byte[] head = new byte[OLD.length];
        try (InputStream in = Files.newInputStream(file)) {
            in.readNBytes(head, 0, head.length);
        }
        if (Arrays.equals(head, OLD)) {
            throw RuleBroken.at("file", "registration.import.xls");
        }
        if (!Arrays.equals(head, ZIP)) {
            throw RuleBroken.at("file", "registration.import.broken");
        }
    }

    private static void refuseMacros(OPCPackage opened) throws OpenXML4JException {
        for (PackagePart part : opened.getParts()) {
            String what = (part.getPartName().getName() + " " + part.getContentType()).toLowerCase(Locale.ROOT);
            if (what.contains("vbaproject") || what.contains("macroenabled") || what.contains("macrosheet")) {
                throw RuleBroken.at("file", "registration.import.macros");
            }
        }
    }

    private static void sheet(OPCPackage opened, SheetHandler.RowReader rows)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        XSSFReader reader = new XSSFReader(opened);
        Iterator<InputStream> sheets = reader.getSheetsData();
        if (!sheets.hasNext()) {
            throw RuleBroken.at("file", "registration.import.broken");
        }
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(new SheetHandler(
                reader.getStylesTable(), new ReadOnlySharedStringsTable(opened), since1904(reader), rows));
        try (InputStream first = sheets.next()) {
            xml.parse(new InputSource(first));
        }
    }

    private static boolean since1904(XSSFReader reader) throws IOException, OpenXML4JException {
        try (InputStream workbook = reader.getWorkbookData()) {
            String text = new String(workbook.readAllBytes(), StandardCharsets.UTF_8);
            return text.matches("(?s).*date1904=[\"'](1|true)[\"'].*");
        }
    }

    // The library tells these apart by words alone.
    private static boolean bomb(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("Zip bomb")) {
                return true;
            }
        }
        return String.valueOf(thrown.getMessage()).contains("exceeds the max");
    }
}
