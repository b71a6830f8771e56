package org.jianzheng.identity.session;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** How sessions are written when requests of one person come at the same moment, as a browser's do after every sign-in. */
@Configuration(proxyBeanMethods = false)
class SessionTable {

    /**
     * Two requests may both give a session its first token: the later one stands. And one may sign out while the other is
     * under way: then there is no session left to write to, which is no failure.
     */
    private static final String WRITE_ATTRIBUTE =
            """
            INSERT INTO %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
            WITH here AS (SELECT PRIMARY_ID FROM %TABLE_NAME% WHERE PRIMARY_ID = ?)
            SELECT PRIMARY_ID, ?, ? FROM here
            ON DUPLICATE KEY UPDATE ATTRIBUTE_BYTES = VALUES(ATTRIBUTE_BYTES)
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> requestsAtTheSameMoment() {
        return sessions -> sessions.setCreateSessionAttributeQuery(WRITE_ATTRIBUTE);
    }

    // For sessions alone: everybody else's transactions stay Boot's.
    @Bean(defaultCandidate = false)
    @Qualifier("springSessionTransactionOperations")
    TransactionOperations springSessionTransactionOperations(PlatformTransactionManager transactions) {
        var alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new DeadlockRetry(alone);
    }
}
