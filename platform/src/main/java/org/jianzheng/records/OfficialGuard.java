package org.jianzheng.records;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.AbstractPreDatabaseOperationEvent;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PreCollectionRecreateEvent;
import org.hibernate.event.spi.PreCollectionRecreateEventListener;
import org.hibernate.event.spi.PreCollectionRemoveEvent;
import org.hibernate.event.spi.PreCollectionRemoveEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.hibernate.event.spi.PreDeleteEvent;
import org.hibernate.event.spi.PreDeleteEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.springframework.stereotype.Component;

/**
 * Rolls back a transaction that changes an official record and tells the ledger nothing about it. The entry may be appended
 * before or after the change is flushed; it is asked for when the transaction is about to commit.
 */
@Component
class OfficialGuard
        implements PreInsertEventListener,
                PreUpdateEventListener,
                PreDeleteEventListener,
                PreCollectionRecreateEventListener,
                PreCollectionUpdateEventListener,
                PreCollectionRemoveEventListener {

    OfficialGuard(EntityManagerFactory factory) {
        EventListenerRegistry registry = factory.unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .requireService(EventListenerRegistry.class);
        registry.appendListeners(EventType.PRE_INSERT, this);
        registry.appendListeners(EventType.PRE_UPDATE, this);
        registry.appendListeners(EventType.PRE_DELETE, this);
        registry.appendListeners(EventType.PRE_COLLECTION_RECREATE, this);
        registry.appendListeners(EventType.PRE_COLLECTION_UPDATE, this);
        registry.appendListeners(EventType.PRE_COLLECTION_REMOVE, this);
    }

    @Override
    public boolean onPreInsert(PreInsertEvent event) {
        return watch(event);
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        return watch(event);
    }

    @Override
    public boolean onPreDelete(PreDeleteEvent event) {
        return watch(event);
    }

    @Override
    public void onPreRecreateCollection(PreCollectionRecreateEvent event) {
        watch(event);
    }

    @Override
    public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
        watch(event);
    }

    @Override
    public void onPreRemoveCollection(PreCollectionRemoveEvent event) {
        watch(event);
    }

    private static boolean watch(AbstractPreDatabaseOperationEvent event) {
        watch(event.getEntity(), event.getSession());
        return false; // no veto: a veto would drop the change silently
    }

    private static void watch(AbstractCollectionEvent event) {
        watch(event.getAffectedOwnerOrNull(), event.getSession());
    }

    private static void watch(Object entity, EventSource session) {
        if (entity instanceof Official official) {
            String subject = official.ledgerSubject();
            session.getActionQueue().registerProcess(owner -> RecordedSubjects.require(subject));
        }
    }
}
