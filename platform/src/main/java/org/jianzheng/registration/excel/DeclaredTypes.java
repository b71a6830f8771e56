package org.jianzheng.registration.excel;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.jianzheng.kernel.RuleBroken;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** The library reads the properties of a workbook whole while it opens it: no sheet may be called its properties. */
final class DeclaredTypes extends DefaultHandler {

    private DeclaredTypes() {}

    static void check(InputStream content) throws IOException, SAXException, ParserConfigurationException {
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(new DeclaredTypes());
        xml.parse(new InputSource(content));
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        String type = value(attributes, "ContentType");
        String part = value(attributes, "PartName");
        if (type.contains("core-properties")
                && (value(attributes, "Extension").equals("xml")
                        || UnpackedSize.mayBeLarge(part.replaceFirst("^/", "")))) {
            throw RuleBroken.at("file", "registration.import.broken");
        }
    }

    private static String value(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
