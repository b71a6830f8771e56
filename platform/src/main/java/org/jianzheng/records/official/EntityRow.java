package org.jianzheng.records.official;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.EntityPersister;

/** The row of an entity. */
record EntityRow(String table, String idColumn, Object id) {

    static EntityRow of(EntityPersister persister, Object id) {
        var mapping = (AbstractEntityPersister) persister;
        String[] columns = mapping.getIdentifierColumnNames();
        if (columns.length != 1) {
            throw new IllegalStateException("An official record has one id: " + mapping.getEntityName());
        }
        return new EntityRow(mapping.getTableName(), columns[0], id);
    }

    /** Columns of what the program has changed since it read the entity, and of its version. */
    static Set<String> written(PreUpdateEvent event) {
        var mapping = (AbstractEntityPersister) event.getPersister();
        int count = event.getState().length;
        int[] dirty = event.getOldState() == null
                ? null
                : mapping.findModified(event.getOldState(), event.getState(), event.getEntity(), event.getSession());
        Set<String> columns = new TreeSet<>();
        for (int property : dirty == null ? all(count) : dirty) {
            columns.addAll(Arrays.asList(mapping.getPropertyColumnNames(property)));
        }
        if (mapping.isVersioned()) {
            columns.add(mapping.getVersionColumnName());
        }
        return columns;
    }

    private static int[] all(int count) {
        int[] all = new int[count];
        Arrays.setAll(all, i -> i);
        return all;
    }
}
