package org.jianzheng.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.identity.Person;
import org.jianzheng.sampling.phone.PhoneRegistrations;
import org.jianzheng.sampling.phone.PhoneView;
import org.jianzheng.sampling.phone.contact.Contacts;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.jianzheng.sampling.phone.record.PhoneRecords;
import org.jianzheng.sampling.phone.record.RecordAnswer;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.context.ApplicationContext;

/** A phone as the app makes it one: a key of its own, photos, a clock, what it was told at its last contact. */
public final class SitePhone {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final Random NOISE = new Random(7);

    private final ApplicationContext platform;
    private final Person person;
    private final ECKey key;
    private PhoneView registered;
    private String contact;

    private SitePhone(ApplicationContext platform, Person person) {
        this.platform = platform;
        this.person = person;
        try {
            this.key = new ECKeyGenerator(Curve.P_256).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not registered yet. */
    public static SitePhone of(ApplicationContext platform, String username) {
        return new SitePhone(platform, As.whoIs(username));
    }

    /** Registered, confirmed by the station, in contact just now. */
    public static SitePhone confirmed(ApplicationContext platform, String username) {
        return confirmed(platform, As.whoIs(username));
    }

    /** The same of somebody else than the demo people. */
    public static SitePhone confirmed(ApplicationContext platform, Person person) {
        SitePhone phone = new SitePhone(platform, person);
        phone.ask();
        As.person("stationadmin", () -> phone.phones().confirm(phone.registered.id()));
        phone.meet();
        return phone;
    }

    private PhoneRegistrations phones() {
        return platform.getBean(PhoneRegistrations.class);
    }

    public PhoneView ask() {
        registered = As.person(person, () -> phones().ask(key.toPublicJWK().toJSONString(), "测试手机"));
        return registered;
    }

    public String jwk() {
        return key.toPublicJWK().toJSONString();
    }

    public String id() {
        return registered.id();
    }

    /** In contact with the server: told its time. */
    public void meet() {
        contact = platform.getBean(Contacts.class).token(registered.id());
    }

    public String contact() {
        return contact;
    }

    /** A photo that no other is like. */
    public static byte[] picture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int i = 0; i < 60; i++) {
            pen.setColor(new Color(NOISE.nextInt(0x1000000)));
            pen.fillRect(NOISE.nextInt(width), NOISE.nextInt(height), width / 5, height / 5);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Sent whole. @return its SHA-256 */
    public String send(byte[] photo) {
        String sha256 = DigestUtils.sha256Hex(photo);
        As.person(person, () -> platform.getBean(SitePhotos.class).add(sha256, 0, photo.length, photo));
        return sha256;
    }

    /** What it would send for the task, with photos that have been sent and a position. */
    public Map<String, Object> record(OpenTask task, Map<String, Object> form, List<String> marks) {
        Map<String, Object> record = bare(task, form, marks);
        List<Map<String, Object>> photos = new ArrayList<>();
        photos.add(Map.of("sha256", send(picture(640, 480)), "purpose", "SEALED"));
        photos.add(Map.of("sha256", send(picture(640, 480)), "purpose", "PERSON"));
        record.put("photos", photos);
        return record;
    }

    public Map<String, Object> bare(OpenTask task, Map<String, Object> form, List<String> marks) {
        Instant now = platform.getBean(Clock.class).instant();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", UUID.randomUUID().toString());
        record.put("kind", task.key().equals("takeSample") ? "TAKE" : "WITNESS");
        record.put("caseId", task.caseId());
        record.put("taskId", task.id());
        record.put("form", form);
        record.put("marks", marks);
        record.put("position", position(now, "34.361", "107.237"));
        record.put("proof", proof(now));
        return record;
    }

    /** Of no task, with photos that have been sent and a position. @param kind {@code TAKE} or {@code WITNESS} */
    public Map<String, Object> record(String kind, Map<String, Object> form, List<String> marks) {
        Map<String, Object> record = record(task(kind.equals("TAKE") ? "takeSample" : "witnessSample"), form, marks);
        record.put("caseId", null);
        record.put("taskId", null);
        return record;
    }

    private static OpenTask task(String key) {
        return new OpenTask(null, key, null, null, null, null, null, List.of());
    }

    public static Map<String, Object> position(Instant at, String latitude, String longitude) {
        return Map.of(
                "latitude",
                new BigDecimal(latitude),
                "longitude",
                new BigDecimal(longitude),
                "accuracy",
                new BigDecimal("12.5"),
                "at",
                at.toString());
    }

    public Map<String, Object> proof(Instant at) {
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("at", at.toString());
        proof.put("contact", contact);
        proof.put("phone", thumbprint());
        return proof;
    }

    public String thumbprint() {
        try {
            return key.computeThumbprint().toString();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public RecordAnswer send(Map<String, Object> record) {
        String body = text(record);
        return send(body, sign(body));
    }

    public RecordAnswer send(String body, String signature) {
        return As.person(person, () -> platform.getBean(PhoneRecords.class).receive(body, signature));
    }

    public static String text(Map<String, Object> record) {
        try {
            return JSON.writeValueAsString(record);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public String sign(String body) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.toECPrivateKey());
            signature.update(body.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (java.security.GeneralSecurityException | com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
