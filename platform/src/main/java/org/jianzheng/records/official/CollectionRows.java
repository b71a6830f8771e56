package org.jianzheng.records.official;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.persister.collection.AbstractCollectionPersister;

/**
 * Rows that a collection of an official record gains: those of a map by its key, the only kind there is.
 *
 * @param added for each the owner's id and the key of the map
 */
record CollectionRows(String table, List<String> keyColumns, List<Object[]> added) {

    static CollectionRows of(AbstractCollectionEvent event) {
        PersistentCollection<?> collection = event.getCollection();
        var mapping = (AbstractCollectionPersister) event.getSession()
                .getPersistenceContextInternal()
                .getCollectionEntry(collection)
                .getLoadedPersister();
        if (mapping == null) {
            mapping = (AbstractCollectionPersister) event.getSession()
                    .getPersistenceContextInternal()
                    .getCollectionEntry(collection)
                    .getCurrentPersister();
        }
        if (!(collection instanceof Map<?, ?> now) || mapping.getKeyColumnNames().length != 1) {
            throw new IllegalStateException(
                    "A collection of an official record is a map: " + event.getAffectedOwnerEntityName());
        }
        Set<?> before = collection.getStoredSnapshot() instanceof Map<?, ?> snapshot ? snapshot.keySet() : Set.of();
        Object owner = event.getAffectedOwnerIdOrNull();
        List<Object[]> added = now.keySet().stream()
                .filter(key -> !before.contains(key))
                .map(key -> new Object[] {owner, key instanceof Enum<?> one ? one.name() : key})
                .toList();
        return new CollectionRows(
                mapping.getTableName(),
                List.of(mapping.getKeyColumnNames()[0], mapping.getIndexColumnNames()[0]),
                added);
    }
}
