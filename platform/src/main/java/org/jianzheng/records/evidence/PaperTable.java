package org.jianzheng.records.evidence;

/**
 * Where the papers of one kind of thing stand. Official rows, only ever added.
 *
 * @param columns id, what it is of, name, media type, hash, size, user, user's name, time
 * @param selection of rows for {@link Paper#row}, in the order they are shown; its one mark is what they are of
 */
public record PaperTable(String name, String columns, String selection) {}
