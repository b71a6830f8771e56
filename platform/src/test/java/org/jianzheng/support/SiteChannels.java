package org.jianzheng.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A push service and the gateways of SMS and WeChat on this machine, one for each JVM of tests. It answers 201 unless told
 * otherwise, and keeps what it was sent.
 */
public final class SiteChannels {

    private static SiteChannels running;

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Map<String, Long> pauses = new ConcurrentHashMap<>();

    private SiteChannels() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "site-channels");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::take);
        server.start();
    }

    public static synchronized SiteChannels get() {
        if (running == null) {
            running = new SiteChannels();
        }
        return running;
    }

    /** Settings that point the platform at it. */
    public static Map<String, String> settings() {
        String origin = get().origin();
        return Map.of(
                "jianzheng.push.hosts", origin + ",fcm.googleapis.com,*.push.apple.com",
                "jianzheng.notice.sms.url", origin + "/sms",
                "jianzheng.notice.sms.token", "token-of-the-tests",
                "jianzheng.notice.wechat.url", origin + "/wechat");
    }

    /** What came to one path. */
    public record Received(String path, Map<String, String> headers, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, String> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            Thread.sleep(pauses.getOrDefault(path, 0L));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        received.add(new Received(path, headers, body));
        exchange.sendResponseHeaders(answers.getOrDefault(path, 201), -1);
        exchange.close();
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on it answers so on that path. */
    public void answer(String path, int status) {
        answers.put(path, status);
    }

    /** From now on it thinks so long first on that path. */
    public void pause(String path, long milliseconds) {
        pauses.put(path, milliseconds);
    }

    public List<Received> at(String path) {
        return received.stream().filter(one -> one.path().equals(path)).toList();
    }

    public Browser browser() {
        return new Browser(this);
    }

    /** A browser with a subscription: what it gives to the server, and the half that it keeps. */
    public static final class Browser {

        private final SiteChannels service;
        private final String path = "/push/" + UUID.randomUUID();
        private final ECKey key;
        private final byte[] auth = new byte[16];

        private Browser(SiteChannels service) {
            this.service = service;
            new SecureRandom().nextBytes(auth);
            try {
                key = new ECKeyGenerator(Curve.P_256).generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        public String endpoint() {
            return service.origin() + path;
        }

        public String path() {
            return path;
        }

        public String p256dh() {
            return url(point(key));
        }

        public String auth() {
            return url(auth);
        }

        public List<Received> received() {
            return service.at(path);
        }

        /** What a message says, read with the half of the key that only the browser has (RFC 8291, 3.4). */
        public String read(Received message) {
            ByteBuffer body = ByteBuffer.wrap(message.body());
            byte[] salt = new byte[16];
            body.get(salt);
            int size = body.getInt();
            byte[] point = new byte[body.get() & 0xff];
            body.get(point);
            byte[] encrypted = new byte[body.remaining()];
            body.get(encrypted);
            try {
                KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
                agreement.init(key.toECPrivateKey());
                agreement.doPhase(known(point).toECPublicKey(), true);
                byte[] info = "WebPush: info\0".getBytes(StandardCharsets.US_ASCII);
                byte[] input = expand(extract(auth, agreement.generateSecret()), join(info, point(key), point), 32);
                byte[] secret = extract(salt, input);
                byte[] content = expand(secret, ascii("Content-Encoding: aes128gcm\0"), 16);
                byte[] nonce = expand(secret, ascii("Content-Encoding: nonce\0"), 12);
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(content, "AES"), new GCMParameterSpec(128, nonce));
                byte[] plain = cipher.doFinal(encrypted);
                if (encrypted.length > size || plain[plain.length - 1] != 2) {
                    throw new IllegalStateException("Not one last record");
                }
                return new String(plain, 0, plain.length - 1, StandardCharsets.UTF_8);
            } catch (GeneralSecurityException | JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The claims of its VAPID token, whose signature is that of the key beside it (RFC 8292). */
        public Map<String, Object> claims(Received message, String serverKey) {
            String[] parts = message.headers().get("authorization").split("[ ,=]+");
            try {
                if (!parts[0].equals("vapid")
                        || !parts[1].equals("t")
                        || !parts[3].equals("k")
                        || !parts[4].equals(serverKey)) {
                    throw new IllegalStateException(message.headers().get("authorization"));
                }
                SignedJWT token = SignedJWT.parse(parts[2]);
                ECKey signer = known(Base64.getUrlDecoder().decode(parts[4]));
                if (!token.verify(new ECDSAVerifier(signer))) {
                    throw new IllegalStateException("The token is not signed with the key beside it");
                }
                return token.getJWTClaimsSet().getClaims();
            } catch (ParseException | JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static ECKey known(byte[] point) {
        return new ECKey.Builder(
                        Curve.P_256,
                        Base64URL.encode(Arrays.copyOfRange(point, 1, 33)),
                        Base64URL.encode(Arrays.copyOfRange(point, 33, 65)))
                .build();
    }

    private static byte[] point(ECKey key) {
        return join(new byte[] {4}, key.getX().decode(), key.getY().decode());
    }

    private static byte[] extract(byte[] salt, byte[] input) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(salt, "HmacSHA256"));
        return mac.doFinal(input);
    }

    private static byte[] expand(byte[] secret, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(extract(secret, join(info, new byte[] {1})), length);
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
