package org.jianzheng.records.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessable;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Selector;

/** Reads the one signature of a sealed PDF; strict, since a sealed report permits no change of any kind. */
final class SealReader {

    private final Predicate<byte[]> known;

    /** @param known is the certificate of these bytes one of ours? Nothing is computed with a stranger's key. */
    SealReader(Predicate<byte[]> known) {
        this.known = known;
    }

    /**
     * What a signature says.
     *
     * @param stranger it was made with a key that is not ours
     * @param intact every byte of the file but the signature itself is signed, and the signature fits
     * @param reason why it says it was made, or null
     */
    record Reading(boolean stranger, boolean intact, X509Certificate certificate, Instant at, String reason) {
        String signer() {
            return certificate == null
                    ? null
                    : certificate.getSubjectX500Principal().getName();
        }
    }

    /** Empty where the bytes bear no signature. */
    Optional<Reading> read(byte[] pdf) {
        List<SignatureBytes> signatures = SignatureBytes.in(pdf);
        return switch (signatures.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(read(signatures.get(0), pdf));
            // The second was added to what the first had closed.
            default -> Optional.of(broken(signatures.get(0)));
        };
    }

    private static Reading broken(SignatureBytes signature) {
        return new Reading(false, false, null, signature.at(), signature.reason());
    }

    private Reading read(SignatureBytes signature, byte[] pdf) {
        try {
            var container = signature.container();
            if (container.isEmpty()) {
                return broken(signature);
            }
            CMSSignedData signed = new CMSSignedData(new SignedBytes(pdf, signature.range()), container.get());
            SignerInformation signer =
                    signed.getSignerInfos().getSigners().iterator().next();
            X509CertificateHolder holder = holder(signed, signer);
            if (!known.test(holder.getEncoded())) {
                return new Reading(true, false, null, signature.at(), signature.reason());
            }
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
            boolean fits = signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            return new Reading(false, fits, certificate, signature.at(), signature.reason());
        } catch (CMSException
                | IOException
                | CertificateException
                | OperatorCreationException
                | StackOverflowError
                | RuntimeException e) {
            return broken(signature);
        }
    }

    private static X509CertificateHolder holder(CMSSignedData signed, SignerInformation signer) {
        @SuppressWarnings("unchecked")
        Selector<X509CertificateHolder> wanted = signer.getSID();
        return signed.getCertificates().getMatches(wanted).iterator().next();
    }

    /** All of the file but the signature, without a copy of it. */
    private record SignedBytes(byte[] pdf, int[] range) implements CMSProcessable {

        @Override
        public void write(OutputStream out) throws IOException {
            out.write(pdf, range[0], range[1]);
            out.write(pdf, range[2], range[3]);
        }

        @Override
        public Object getContent() {
            return pdf;
        }
    }
}
