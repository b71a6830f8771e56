package org.jianzheng.reporting.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.reporting.print.ReportModel.Stamps.NONE;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.Loader;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.jianzheng.records.seal.Seals;
import org.jianzheng.reporting.SignedReport;
import org.jianzheng.reporting.composing.ReportFixtures;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A report's file that is not the one issued, byte by byte, is told from it, however little it differs. */
@Clause("4.2.2.1")
class ForgedFileModuleTest extends SignedReport {

    @Autowired
    private Seals seals;

    @Test
    void aChangedFileIsAForgeryAndSaysWhichReportItClaimsToBe() throws Exception {
        byte[] pdf = pdf();
        byte[] more = Arrays.copyOf(pdf, pdf.length + 1);
        more[pdf.length] = '\n';

        send(more)
                .andExpect(jsonPath("$.valid").value(false))
                .andExpect(jsonPath("$.status").value("FORGED"))
                .andExpect(jsonPath("$.codes[0]").value("FILE_CHANGED"))
                .andExpect(jsonPath("$.reportNo").value(number));
    }

    @Test
    void aChangeInsideTheSignatureThatNothingSignsIsAForgeryAllTheSame() throws Exception {
        byte[] forged = withUnsignedAttribute(pdf());
        assertThat(seals.check(forged).intact()).as("the signature itself fits").isTrue();

        send(forged)
                .andExpect(jsonPath("$.valid").value(false))
                .andExpect(jsonPath("$.status").value("FORGED"))
                .andExpect(jsonPath("$.codes[0]").value("FILE_CHANGED"))
                .andExpect(jsonPath("$.reportNo").value(number));
    }

    @Test
    void digitsOfTheSignatureSpeltOtherwiseOrItsPaddingFilledAreAForgery() throws Exception {
        String pdf = new String(pdf(), StandardCharsets.ISO_8859_1);
        int from = pdf.indexOf("/Contents <") + "/Contents <".length();
        int until = pdf.indexOf('>', from);
        String digits = pdf.substring(from, until);
        String[] forgeries = {
            digits.toUpperCase(Locale.ROOT),
            digits.substring(0, digits.length() - 2) + "41",
            digits.replaceAll("0$", " ")
        };
        for (String forgery : forgeries) {
            String forged = pdf.substring(0, from) + forgery + pdf.substring(until);

            send(forged.getBytes(StandardCharsets.ISO_8859_1))
                    .andExpect(jsonPath("$.status").value("FORGED"))
                    .andExpect(jsonPath("$.codes[0]").value("FILE_CHANGED"));
        }
    }

    /** Who rules the database may write the hash of a forgery into the report's row. */
    @Test
    @Clause("4.1.7")
    void aRowThatNamesAForgeryDoesNotMakeItGenuine() throws Exception {
        byte[] forged = withUnsignedAttribute(pdf());
        rewritten("pdf_sha256", DigestUtils.sha256Hex(forged), () -> {
            send(forged).andExpect(jsonPath("$.codes[0]").value("FILE_CHANGED"));
            send(pdf()).andExpect(jsonPath("$.valid").value(true));
        });
    }

    @Test
    void aFileWithoutSealIsAForgery() throws Exception {
        byte[] unsealed = new ReportRenderer().render(ReportFixtures.concrete(1));

        send(unsealed)
                .andExpect(jsonPath("$.codes[0]").value("NOT_SEALED"))
                .andExpect(jsonPath("$.valid").value(false));
        send("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                .andExpect(jsonPath("$.codes[0]").value("NOT_SEALED"));
    }

    @Test
    void aFileSealedHereThatWasNeverIssuedIsUnknown() throws Exception {
        var never = ReportFixtures.concrete(1).stamped(Map.of("reportNo", "BJ01-HNT-2026-98765"), NONE);
        byte[] sealed = seals.certify("BJ01", new ReportRenderer().render(never), "test");

        send(sealed)
                .andExpect(jsonPath("$.status").value("UNKNOWN"))
                .andExpect(jsonPath("$.codes[0]").value("NUMBER_UNKNOWN"));
    }

    /** The sealed file with something more inside the signature, where the signature itself does not reach. */
    private static byte[] withUnsignedAttribute(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var signature = document.getSignatureDictionaries().get(0);
            var cms = new CMSSignedData(signature.getContents());
            var more = new AttributeTable(new Attribute(
                    PKCSObjectIdentifiers.pkcs_9_at_unstructuredName, new DERSet(new DERUTF8String("x"))));
            var signer = SignerInformation.replaceUnsignedAttributes(
                    cms.getSignerInfos().iterator().next(), more);
            byte[] other = CMSSignedData.replaceSigners(cms, new SignerInformationStore(signer))
                    .getEncoded("DER");
            byte[] digits = HexFormat.of().formatHex(other).getBytes(StandardCharsets.ISO_8859_1);
            byte[] forged = pdf.clone();
            System.arraycopy(digits, 0, forged, signature.getByteRange()[1] + 1, digits.length);
            return forged;
        }
    }
}
