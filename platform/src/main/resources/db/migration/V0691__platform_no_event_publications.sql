-- Modules hear of each other in the same transaction, so nothing ever waited in the publication registry.
DROP TABLE event_publication;
