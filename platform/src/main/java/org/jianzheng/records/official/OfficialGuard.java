package org.jianzheng.records.official;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
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
import org.jianzheng.records.ledger.RecordedSubjects;
import org.jianzheng.records.rows.TouchedRows;
import org.springframework.stereotype.Component;

/**
 * Rolls back a transaction that changes an official record and tells the ledger nothing about it. The entry may be appended
 * before or after the change is flushed; it is asked for when the transaction is about to commit. What the rows are then is
 * noted, so that a later change past the platform is seen.
 */
@Component
class OfficialGuard
        implements PreInsertEventListener,
                PreUpdateEventListener,
                PreDeleteEventListener,
                PreCollectionRecreateEventListener,
                PreCollectionUpdateEventListener,
                PreCollectionRemoveEventListener {

    private final TouchedRows touched;

    OfficialGuard(EntityManagerFactory factory, TouchedRows touched) {
        this.touched = touched;
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
        if (event.getEntity() instanceof Official) {
            EntityRow row = EntityRow.of(event.getPersister(), event.getId());
            touched.added(row.table(), List.of(row.idColumn()), List.<Object[]>of(new Object[] {row.id()}));
        }
        return watch(event);
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        if (event.getEntity() instanceof Official) {
            EntityRow row = EntityRow.of(event.getPersister(), event.getId());
            touched.changed(row.table(), Map.of(row.idColumn(), row.id()), EntityRow.written(event));
        }
        return watch(event);
    }

    @Override
    public boolean onPreDelete(PreDeleteEvent event) {
        return watch(event);
    }

    @Override
    public void onPreRecreateCollection(PreCollectionRecreateEvent event) {
        touch(event);
        watch(event);
    }

    @Override
    public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
        touch(event);
        watch(event);
    }

    @Override
    public void onPreRemoveCollection(PreCollectionRemoveEvent event) {
        watch(event);
    }

    private void touch(AbstractCollectionEvent event) {
        if (event.getAffectedOwnerOrNull() instanceof Official) {
            CollectionRows rows = CollectionRows.of(event);
            touched.added(rows.table(), rows.keyColumns(), rows.added());
        }
    }

    private boolean watch(AbstractPreDatabaseOperationEvent event) {
        watch(event.getEntity(), event.getSession());
        return false; // no veto: a veto would drop the change silently
    }

    private void watch(AbstractCollectionEvent event) {
        watch(event.getAffectedOwnerOrNull(), event.getSession());
    }

    private void watch(Object entity, EventSource session) {
        if (entity instanceof Official official) {
            String subject = official.ledgerSubject();
            session.getActionQueue().registerProcess(owner -> {
                RecordedSubjects.require(subject);
                touched.settle();
            });
        }
    }
}
