package org.jianzheng.support.line;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The certificate that machines see in a city that is only played, and the authority by which they check it. Made once into a
 * folder and kept; a real one comes from a real authority.
 */
public final class LineKeys {

    public static final String PASSWORD = "jianzheng-demo";

    private static final String LOCAL = "localhost";
    private static final X500Name AUTHORITY = new X500Name("CN=Jianzheng Demo Machine CA,O=建正演示城市,C=CN");
    private static final X500Name BROKER = new X500Name("CN=localhost,O=建正演示城市,C=CN");

    private final Path folder;
    private final String name;
    private final String host;
    private final Instant from;
    private final Instant until;

    private LineKeys(Path folder, String name, String host, Instant from, Instant until) {
        this.folder = folder;
        this.name = name;
        this.host = host;
        this.from = from;
        this.until = until;
    }

    /** Makes them where they are missing. Answers the settings that point the platform at them. */
    public static Map<String, String> in(Path folder) {
        Instant now = Instant.now();
        return in(folder, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(3650)));
    }

    /** The same, valid for that span only. */
    public static Map<String, String> in(Path folder, Instant from, Instant until) {
        return Map.of(
                "jianzheng.machines.key-store",
                new LineKeys(folder, "machines", LOCAL, from, until).made().toString(),
                "jianzheng.machines.key-store-password",
                PASSWORD);
    }

    /**
     * The same for the pages that phones ask for: camera, position and what is kept for times without network are there for
     * HTTPS alone.
     *
     * @param host name or address of this machine as the phones see it
     */
    public static Path ofSite(Path folder, String host) {
        Instant now = Instant.now();
        // What phones believe ends after two years at most.
        return new LineKeys(folder, "site-" + host, host, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(730)))
                .made();
    }

    private Path made() {
        try {
            Files.createDirectories(folder);
            if (Files.notExists(store())) {
                make();
            }
            return store();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("The demo certificate cannot be made in " + folder, e);
        }
    }

    /** The authority's certificate, as a machine's host is given it. */
    public static Path authority(Path folder) {
        return folder.resolve("machines-ca.pem");
    }

    private Path store() {
        return folder.resolve(name + ".p12");
    }

    private void make() throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair authority = pair();
        KeyPair broker = pair();
        X509Certificate root = certificate(AUTHORITY, authority, authority.getPrivate(), true);
        X509Certificate own = certificate(BROKER, broker, authority.getPrivate(), false);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(name, broker.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {own, root});
        try (OutputStream out = Files.newOutputStream(store())) {
            store.store(out, PASSWORD.toCharArray());
        }
        String pem = Base64.getMimeEncoder().encodeToString(root.getEncoded());
        Files.writeString(
                folder.resolve(name + "-ca.pem"),
                "-----BEGIN CERTIFICATE-----\n" + pem + "\n-----END CERTIFICATE-----\n");
    }

    private X509Certificate certificate(X500Name subject, KeyPair keys, PrivateKey signer, boolean authority)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var builder = new JcaX509v3CertificateBuilder(
                AUTHORITY,
                new BigInteger(120, new SecureRandom()),
                Date.from(from),
                Date.from(until),
                subject,
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
        if (!authority) {
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, LOCAL),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                new GeneralName(isAddress() ? GeneralName.iPAddress : GeneralName.dNSName, host)
            }));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
    }

    private boolean isAddress() {
        return host.matches("[0-9.]+");
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
