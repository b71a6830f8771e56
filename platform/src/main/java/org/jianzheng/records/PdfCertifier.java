package org.jianzheng.records;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.time.Clock;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Certifies a PDF so that readers show any later change: PAdES baseline B, DocMDP level 1. */
@Component
class PdfCertifier {

    private final PAdESService service = new PAdESService(new CommonCertificateVerifier(true));
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
        return DSSUtils.toByteArray(service.signDocument(document, parameters, value));
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
}
