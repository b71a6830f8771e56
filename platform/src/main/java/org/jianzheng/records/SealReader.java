package org.jianzheng.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** Reads the one signature of a sealed PDF; strict, since a sealed report permits no change of any kind. */
final class SealReader {

    private SealReader() {}

    /**
     * What a signature says.
     *
     * @param intact every byte of the file but the signature itself is signed, and the signature fits
     */
    record Reading(boolean intact, X509Certificate certificate, Instant at) {
        String signer() {
            return certificate == null
                    ? null
                    : certificate.getSubjectX500Principal().getName();
        }
    }

    /** Empty where the bytes are no PDF or bear no signature. */
    static Optional<Reading> read(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDSignature> signatures = document.getSignatureDictionaries();
            return switch (signatures.size()) {
                case 0 -> Optional.empty();
                case 1 -> Optional.of(read(signatures.get(0), pdf));
                // The second was added to what the first had closed.
                default -> Optional.of(new Reading(false, null, null));
            };
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Reading read(PDSignature signature, byte[] pdf) {
        Instant at =
                signature.getSignDate() == null ? null : signature.getSignDate().toInstant();
        try {
            CMSSignedData signed = new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(pdf)), signature.getContents());
            SignerInformation signer =
                    signed.getSignerInfos().getSigners().iterator().next();
            X509Certificate certificate = certificate(signed, signer);
            boolean fits = signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            return new Reading(fits && coversAll(signature, pdf), certificate, at);
        } catch (CMSException
                | IOException
                | GeneralSecurityException
                | OperatorCreationException
                | RuntimeException e) {
            return new Reading(false, null, at);
        }
    }

    private static X509Certificate certificate(CMSSignedData signed, SignerInformation signer)
            throws GeneralSecurityException {
        X509CertificateHolder holder = (X509CertificateHolder)
                signed.getCertificates().getMatches(signer.getSID()).iterator().next();
        return new JcaX509CertificateConverter().getCertificate(holder);
    }

    // Signed are all bytes but the signature itself: a string of hex digits as they are written here, filled up with
    // zeros.
    private static boolean coversAll(PDSignature signature, byte[] pdf) throws IOException {
        int[] range = signature.getByteRange();
        if (range.length != 4 || range[0] != 0 || range[2] < range[1] || range[2] + range[3] != pdf.length) {
            return false;
        }
        String gap = new String(pdf, range[1], range[2] - range[1], StandardCharsets.ISO_8859_1);
        String container = HexFormat.of().formatHex(container(signature.getContents()));
        return gap.startsWith("<" + container)
                && gap.substring(container.length() + 1).matches("0*>");
    }

    // As it lies there, not encoded anew.
    private static byte[] container(byte[] contents) throws IOException {
        try (ASN1InputStream in = new ASN1InputStream(contents)) {
            in.readObject();
            return Arrays.copyOf(contents, contents.length - in.available());
        }
    }
}
