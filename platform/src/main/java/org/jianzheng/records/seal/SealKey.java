package org.jianzheng.records.seal;

import java.security.GeneralSecurityException;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** A laboratory's key with its certificate and those above it. */
record SealKey(PrivateKeyEntry entry) {

    X509Certificate certificate() {
        return (X509Certificate) entry.getCertificate();
    }

    List<X509Certificate> chain() {
        return Arrays.stream(entry.getCertificateChain())
                .map(X509Certificate.class::cast)
                .toList();
    }

    /** The name on the seal: the organisation that the certificate was given to. */
    String organisation() {
        X500Name subject =
                X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded());
        RDN[] organisation = subject.getRDNs(BCStyle.O);
        RDN[] named = organisation.length > 0 ? organisation : subject.getRDNs(BCStyle.CN);
        return IETFUtils.valueToString(named[0].getFirst().getValue());
    }

    byte[] sign(byte[] content) {
        try {
            PrivateKey key = entry.getPrivateKey();
            Signature signature = Signature.getInstance("SHA256with" + (ellipticCurve() ? "ECDSA" : "RSA"));
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean ellipticCurve() {
        return entry.getPrivateKey().getAlgorithm().startsWith("EC");
    }
}
