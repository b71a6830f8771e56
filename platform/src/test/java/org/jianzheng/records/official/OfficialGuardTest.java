package org.jianzheng.records.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.OfficialSample;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
@Clause({"4.1.7", "5.4.4"})
class OfficialGuardTest {

    @Autowired
    EntityManager entities;

    @Autowired
    Ledger ledger;

    @Autowired
    PlatformTransactionManager transactions;

    TransactionTemplate transaction;
    String id = UUID.randomUUID().toString();

    @BeforeEach
    void template() {
        transaction = new TransactionTemplate(transactions);
    }

    @Test
    void refusesANewOfficialRecordWithoutAnEntry() {
        assertThatThrownBy(() -> inTransaction(() -> entities.persist(new OfficialSample(id))))
                .hasStackTraceContaining("Official record official:" + id);
        assertThat(inStore()).isNull();
    }

    @Test
    void acceptsItWithAnEntryBeforeOrAfterTheFlush() {
        inTransaction(() -> {
            entry(id);
            entities.persist(new OfficialSample(id));
        });
        inTransaction(() -> {
            inStore().change("2");
            entities.flush();
            entry(id);
        });

        assertThat(inStore().text()).isEqualTo("2");
    }

    @Test
    void refusesAChangeWithoutAnEntryEvenAfterOneWithAnEntry() {
        created();

        assertThatThrownBy(() -> inTransaction(() -> inStore().change("2")))
                .hasStackTraceContaining("appends no ledger entry");
        assertThat(inStore().text()).isEqualTo("1");
    }

    @Test
    void refusesADeletionWithOrWithoutAnEntry() {
        created();

        assertThatThrownBy(() -> inTransaction(() -> {
                    entry(id);
                    entities.remove(inStore());
                }))
                .hasStackTraceContaining("DELETE command denied");
        assertThat(inStore()).isNotNull();
    }

    @Test
    void anEntryAboutSomethingElseDoesNotCount() {
        assertThatThrownBy(() -> inTransaction(() -> {
                    entry("another");
                    entities.persist(new OfficialSample(id));
                }))
                .hasStackTraceContaining("appends no ledger entry");
    }

    @Test
    void anEntryOfAnInnerTransactionDoesNotCountForTheOuterOne() {
        var inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        assertThatThrownBy(() -> inTransaction(() -> {
                    entities.persist(new OfficialSample(id));
                    inner.executeWithoutResult(tx -> entry(id));
                }))
                .hasStackTraceContaining("appends no ledger entry");
    }

    private void created() {
        inTransaction(() -> {
            entry(id);
            entities.persist(new OfficialSample(id));
        });
    }

    private OfficialSample inStore() {
        return entities.find(OfficialSample.class, id);
    }

    private void entry(String of) {
        ledger.append(Ledger.Fact.of("a.b", "official:" + of, null, Map.of()));
    }

    private void inTransaction(Runnable work) {
        As.person("receiver", () -> transaction.executeWithoutResult(tx -> work.run()));
    }
}
