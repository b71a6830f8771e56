package org.jianzheng.acquisition.login;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.registry.Machine;
import org.jianzheng.registry.Registry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Secrets of machines. Each is 192 random bits, so that its plain hash cannot be guessed back; the laboratory's
 * administrator has it made, sees it once and types it into the machine's host.
 */
@Component
public class MachineLogins {

    /** What may be a level of a topic and a client id: a dot would be read as two levels. */
    private static final Pattern TOPIC_LEVEL = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    private static final int SECRET_BYTES = 24;

    private final EntityManager entities;
    private final Registry registry;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MachineLogins(EntityManager entities, Registry registry, Ledger ledger, Identity identity, Clock clock) {
        this.entities = entities;
        this.registry = registry;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** A machine that has proved itself. */
    public record LoggedIn(String equipment, String labCode) {}

    public static boolean isTopicLevel(String text) {
        return TOPIC_LEVEL.matcher(text).matches();
    }

    @Transactional(readOnly = true)
    public Optional<LoggedIn> check(String equipment, String secret) {
        if (equipment == null || secret == null || !isTopicLevel(equipment)) {
            return Optional.empty();
        }
        return Optional.ofNullable(entities.find(MachineLogin.class, equipment))
                .filter(login ->
                        MessageDigest.isEqual(HexFormat.of().parseHex(login.secretHash()), hash(equipment, secret)))
                .map(login -> new LoggedIn(equipment, login.labCode()));
    }

    /** Whether a machine can send by itself: it was given a secret. */
    @Transactional(readOnly = true)
    public boolean isConnected(String equipment) {
        return entities.find(MachineLogin.class, equipment) != null;
    }

    /** Codes of those of these that can send by themselves. */
    @Transactional(readOnly = true)
    public Set<String> connected(Set<String> equipment) {
        return entities.createQuery("from MachineLogin where equipment in :codes", MachineLogin.class)
                .setParameter("codes", equipment)
                .getResultStream()
                .map(MachineLogin::equipment)
                .collect(Collectors.toSet());
    }

    /** Since when a machine has the secret that holds, and who had it made. */
    public record Renewed(String by, Instant at) {}

    /** Of a machine of the acting person's laboratory, or any for the station; empty where it has none. */
    @Transactional(readOnly = true)
    public Optional<Renewed> renewed(String equipment) {
        registry.ownMachine(equipment);
        return Optional.ofNullable(entities.find(MachineLogin.class, equipment))
                .map(login -> new Renewed(login.renewedBy(), login.renewedAt()));
    }

    /** Whether the acting person may have a new secret made. */
    public boolean mayRenew(String equipment) {
        Person by = identity.acting();
        return by.has(Role.LABADMIN)
                && by.lab().equals(Optional.of(registry.machine(equipment).labCode()));
    }

    /** A new secret for the machine; the old one holds no longer. */
    @Transactional
    public String renew(String equipment) {
        Person by = identity.acting();
        Machine machine = registry.machine(equipment);
        if (!mayRenew(equipment)) {
            throw new RuleBroken("acquisition.login.labadmin", machine.name());
        }
        if (!isTopicLevel(equipment)) {
            throw new RuleBroken("acquisition.login.code", equipment);
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        set(machine, secret, by);
        return secret;
    }

    private void set(Machine machine, String secret, Person by) {
        MachineLogin login = entities.find(MachineLogin.class, machine.code());
        boolean first = login == null;
        if (first) {
            login = new MachineLogin(machine.code(), machine.labCode());
        }
        login.renew(HexFormat.of().formatHex(hash(machine.code(), secret)), by, CityTime.now(clock));
        if (first) {
            entities.persist(login);
        }
        ledger.append(new Ledger.Fact(
                null,
                "machine.secret",
                login.ledgerSubject(),
                null,
                null,
                Map.of("equipment", machine.code(), "lab", machine.labCode())));
    }

    private static byte[] hash(String equipment, String secret) {
        return DigestUtils.sha256((equipment + "\n" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
