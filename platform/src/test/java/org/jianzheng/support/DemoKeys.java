package org.jianzheng.support;

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
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jianzheng.registry.personal.DemoPeople;

/**
 * Keys for a city that is only played: a certificate authority, a seal for each laboratory, the platform's token key. Made
 * once into a folder and kept. The production jar has nothing of this; real keys come from a real authority.
 */
public final class DemoKeys {

    public static final String PASSWORD = "jianzheng-demo";

    /** Keys of the ledger's marks and opaque ids. */
    public static final Map<String, String> LEDGER = Map.of(
            "jianzheng.ledger.current-key", "demo",
            "jianzheng.ledger.keys.demo", "ZGVtby1vbmx5LW1hcmtpbmcta2V5LTAxMjM0NTY3ODk=",
            "jianzheng.ledger.id-key", "ZGVtby1vbmx5LW5hbWluZy1rZXktMDEyMzQ1Njc4OTA=");

    private static final Duration LIFE = Duration.ofDays(3650);

    private final Path folder;
    private final Instant from;
    private final Duration life;

    private DemoKeys(Path folder, Instant from, Duration life) {
        this.folder = folder;
        this.from = from;
        this.life = life;
    }

    /**
     * Makes what is missing.
     *
     * @param labs names of the laboratories by code, as the seals show them
     * @return the settings that point the platform at the keys
     */
    public static Map<String, String> in(Path folder, Map<String, String> labs) {
        return new DemoKeys(folder, Instant.now().minus(Duration.ofDays(1)), LIFE).make(labs);
    }

    /** The same, valid for that span only. */
    public static Map<String, String> in(Path folder, Map<String, String> labs, Instant from, Duration life) {
        return new DemoKeys(folder, from, life).make(labs);
    }

    private Map<String, String> make(Map<String, String> labs) {
        Map<String, String> settings = new LinkedHashMap<>(DemoPeople.KEYS);
        settings.putAll(LEDGER);
        try {
            Files.createDirectories(folder);
            if (Files.notExists(file("token"))) {
                makeAll(labs);
            }
            settings.put("jianzheng.file-keys.current-key", "demo");
            settings.put("jianzheng.file-keys.keys.demo", secret("files.key"));
            settings.put("jianzheng.push.key", secret("push.key"));
            settings.put("jianzheng.push.subject", "mailto:push@jianzheng.example");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("The demo keys cannot be made in " + folder, e);
        }
        labs.keySet().forEach(lab -> put(settings, "jianzheng.seals." + lab, "seal-" + lab));
        put(settings, "jianzheng.token", "token");
        return settings;
    }

    private String secret(String name) throws IOException {
        Path kept = folder.resolve(name);
        if (Files.notExists(kept)) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Files.writeString(kept, Base64.getEncoder().encodeToString(key));
        }
        return Files.readString(kept);
    }

    private void put(Map<String, String> settings, String key, String name) {
        settings.put(key + ".keystore", file(name).toString());
        settings.put(key + ".password", PASSWORD);
    }

    private void makeAll(Map<String, String> labs)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair authority = rsa();
        X500Name issuer = name("建正演示城市", "Jianzheng Demo CA");
        X509Certificate root = certificate(issuer, authority.getPrivate(), issuer, authority, true);
        for (var lab : labs.entrySet()) {
            KeyPair keys = rsa();
            X500Name subject = name(lab.getValue(), lab.getKey() + " 检测专用章");
            save("seal-" + lab.getKey(), keys, certificate(issuer, authority.getPrivate(), subject, keys, false), root);
        }
        KeyPair token = p256();
        X500Name platform = name("建正演示城市", "Jianzheng Demo Platform");
        save("token", token, certificate(issuer, authority.getPrivate(), platform, token, false), root);
    }

    private X509Certificate certificate(
            X500Name issuer, PrivateKey signer, X500Name subject, KeyPair keys, boolean authority)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, new SecureRandom()),
                Date.from(from),
                Date.from(from.plus(life)),
                subject,
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        int usage = authority
                ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(signer)));
    }

    private void save(String name, KeyPair keys, X509Certificate certificate, X509Certificate root)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(name, keys.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate, root});
        try (OutputStream out = Files.newOutputStream(file(name))) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".p12");
    }

    private static X500Name name(String organisation, String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    private static KeyPair rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static KeyPair p256() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
