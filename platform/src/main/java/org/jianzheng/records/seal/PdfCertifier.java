package org.jianzheng.records.seal;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDefaultObjectFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Certifies a PDF so that readers show any later change: PAdES baseline B, DocMDP level 1. */
@Component
class PdfCertifier {

    private final Service service = new Service();
    private final Clock clock;

    PdfCertifier(Clock clock) {
        this.clock = clock;
    }

    byte[] certify(SealKey key, byte[] pdf, String reason) {
        InMemoryDocument document = new InMemoryDocument(pdf);
        PAdESSignatureParameters parameters = parameters(key, reason);
        ToBeSigned content = service.getDataToSign(document, parameters);
        SignatureAlgorithm algorithm =
                key.ellipticCurve() ? SignatureAlgorithm.ECDSA_SHA256 : SignatureAlgorithm.RSA_SHA256;
        SignatureValue value = new SignatureValue(algorithm, key.sign(content.getBytes()));
        return service.signed(document, parameters, value);
    }

    private PAdESSignatureParameters parameters(SealKey key, String reason) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(key.certificate()));
        parameters.setCertificateChain(
                key.chain().stream().map(CertificateToken::new).toList());
        parameters.setReason(reason);
        parameters.setSignerName(key.organisation());
        parameters.bLevel().setSigningDate(Date.from(clock.instant()));
        return parameters;
    }

    /** DSS without two habits that took a third of each seal's time. */
    private static final class Service extends PAdESService {

        Service() {
            super(new CommonCertificateVerifier(true));
            // Otherwise it searches the class path for one at every step.
            setPdfObjFactory(new PdfBoxDefaultObjectFactory());
        }

        /** What {@code signDocument} does, except that it looks byte by byte for the room it has left for the signature. */
        byte[] signed(DSSDocument document, PAdESSignatureParameters parameters, SignatureValue value) {
            byte[] signature = hex(generateCMSSignedData(document, parameters, value));
            byte[] pdf = DSSUtils.toByteArray(parameters.getPdfSignatureCache().getToBeSignedDocument());
            String room = "<" + "0".repeat(2 * parameters.getContentSize()) + ">";
            int at = new String(pdf, StandardCharsets.ISO_8859_1).lastIndexOf(room);
            if (at < 0 || signature.length > room.length() - 2) {
                throw new IllegalStateException("No room for a signature of " + signature.length + " digits");
            }
            System.arraycopy(signature, 0, pdf, at + 1, signature.length);
            return pdf;
        }

        private static byte[] hex(byte[] bytes) {
            return HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
