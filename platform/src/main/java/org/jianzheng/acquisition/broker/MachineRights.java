package org.jianzheng.acquisition.broker;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.acquisition.login.MachineLogins;
import org.jianzheng.acquisition.login.MachineLogins.LoggedIn;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Who may connect to the broker inside and what for: a machine under its own code, with its secret, to publish under its own
 * topics and to read its own commands; the platform itself for everything. The broker names addresses with dots.
 */
final class MachineRights implements ActiveMQSecurityManager5 {

    private final MachineLogins logins;
    private final String platform;
    private final String platformSecret;
    private final Map<String, Proven> proven = new ConcurrentHashMap<>();

    MachineRights(MachineLogins logins, String platform, String platformSecret) {
        this.logins = logins;
        this.platform = platform;
        this.platformSecret = platformSecret;
    }

    /** Carries the laboratory beside the name, so that no topic has to be looked up again. */
    private static final class MachinePrincipal extends UserPrincipal {

        private final String topics;

        MachinePrincipal(LoggedIn machine) {
            super(machine.equipment());
            this.topics = MachineTopic.PREFIX + machine.labCode() + "." + machine.equipment() + ".";
        }

        String topics() {
            return topics;
        }
    }

    @Override
    public Subject authenticate(String user, String secret, RemotingConnection connection, String domain) {
        if (platform.equals(user)) {
            return platformSecret.equals(secret) ? subject(new UserPrincipal(platform)) : null;
        }
        // Two hosts under one client id would throw each other out; under two ids one could read what the other is
        // told.
        if (connection == null || user == null || !user.equals(connection.getClientID())) {
            return null;
        }
        return proven(user, secret)
                .map(machine -> subject(new MachinePrincipal(machine)))
                .orElse(null);
    }

    // The broker asks every ten seconds. While the database is away, what machines send is to wait in the broker, so
    // whoever has proved itself since the start is believed on the same secret.
    private Optional<LoggedIn> proven(String user, String secret) {
        try {
            Optional<LoggedIn> machine = logins.check(user, secret);
            machine.ifPresentOrElse(
                    one -> proven.put(user, new Proven(one, DigestUtils.sha256Hex(secret))),
                    () -> forget(user, secret));
            return machine;
        } catch (DataAccessException | TransactionException e) {
            return Optional.ofNullable(proven.get(user))
                    .filter(before -> before.isBy(secret))
                    .map(Proven::machine);
        }
    }

    private void forget(String user, String secret) {
        proven.computeIfPresent(user, (key, before) -> before.isBy(secret) ? null : before);
    }

    /** Its secret changed. */
    void forget(String equipment) {
        proven.remove(equipment);
    }

    private record Proven(LoggedIn machine, String secretHash) {

        boolean isBy(String secret) {
            return secretHash.equals(DigestUtils.sha256Hex(secret));
        }
    }

    private static Subject subject(UserPrincipal principal) {
        Subject subject = new Subject();
        subject.getPrincipals().add(principal);
        return subject;
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType check, String address) {
        Optional<MachinePrincipal> machine =
                subject.getPrincipals(MachinePrincipal.class).stream().findFirst();
        if (machine.isEmpty()) {
            return subject.getPrincipals(UserPrincipal.class).stream()
                    .anyMatch(one -> one.getName().equals(platform));
        }
        String topics = machine.get().topics();
        boolean sends = isSendTopic(topics, address);
        boolean reads = isCommandTopic(topics, address);
        return switch (check) {
            case SEND -> sends;
            case CREATE_ADDRESS -> sends || reads;
            case CONSUME,
                    CREATE_DURABLE_QUEUE,
                    CREATE_NON_DURABLE_QUEUE,
                    DELETE_DURABLE_QUEUE,
                    DELETE_NON_DURABLE_QUEUE -> reads;
            default -> false;
        };
    }

    private static boolean isSendTopic(String topics, String address) {
        return address.startsWith(topics + "run.") && MachineTopic.of(address).isPresent()
                || address.equals(topics + "env");
    }

    // The queue of a subscription is the address, two colons, and a name.
    private static boolean isCommandTopic(String topics, String address) {
        String commands = topics + "cmd";
        return address.equals(commands) || address.startsWith(commands + "::");
    }

    @Override
    public boolean validateUser(String user, String secret) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(String user, String secret, Set<Role> roles, CheckType check) {
        return false;
    }
}
