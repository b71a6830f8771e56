package org.jianzheng.registration.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
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

    private SheetReader() {}

    /** @throws RuleBroken when it is another kind of file, holds macros, or unpacks to far more than it is */
    static void read(Path file, SheetHandler.RowReader rows) throws IOException {
        requireZip(file);
        Guarded guarded = new Guarded(rows);
        try {
            UnpackedSize.checkEntries(file);
            try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
                refuseMacros(opened);
                refuseStrict(opened);
                UnpackedSize.checkParts(opened);
                sheet(opened, guarded);
            }
        } catch (RuleBroken refused) {
            throw refused;
        } catch (OpenXML4JException | SAXException | ParserConfigurationException | IOException | RuntimeException e) {
            guarded.rethrow();
            // Whatever else the library stumbles over, the file is to blame.
            throw RuleBroken.at("file", "registration.import." + (UnpackedSize.bomb(e) ? "bomb" : "broken"));
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

    private static void refuseStrict(OPCPackage opened) {
        if (opened.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT)
                        .size()
                > 0) {
            throw RuleBroken.at("file", "registration.import.strict");
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
        // How words are pronounced is not what was typed.
        var strings = new ReadOnlySharedStringsTable(opened, false);
        xml.setContentHandler(
                new SheetHandler(strings, new SheetNumbers(reader.getStylesTable(), since1904(reader)), rows));
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

    /** Tells what goes wrong with a row from what goes wrong with the file. */
    private static final class Guarded implements SheetHandler.RowReader {

        private final SheetHandler.RowReader rows;
        private RuntimeException thrown;

        Guarded(SheetHandler.RowReader rows) {
            this.rows = rows;
        }

        @Override
        public void row(int number, Map<Integer, SheetCell> cells) {
            try {
                rows.row(number, cells);
            } catch (RuntimeException e) {
                thrown = e;
                throw e;
            }
        }

        void rethrow() {
            if (thrown != null) {
                throw thrown;
            }
        }
    }
}
