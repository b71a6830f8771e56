package org.jianzheng.notice;

/**
 * Something somebody has to be told.
 *
 * @param key says the same thing as another of that key, which is not said twice: {@code loop:<id>:opened:developers/WBJT}
 * @param to group path: a whole house, {@code developers/WBJT}, or one of its roles, {@code labs/BJ01/labadmin}
 * @param title one line, Chinese
 * @param text what has happened and what is to be done by when, Chinese
 * @param link page of this site, from its root: {@code /nonconformities/…}
 * @param caseId the case it is about; may be null
 * @param alert what phones show of it at once; null where it can wait until its readers look
 */
public record Notice(String key, String to, String title, String text, String link, String caseId, Alert alert) {

    /** One that can wait. */
    public Notice(String key, String to, String title, String text, String link, String caseId) {
        this(key, to, title, text, link, caseId, null);
    }

    /** The house whose address a letter goes to: {@code labs/BJ01} of {@code labs/BJ01/labadmin}. */
    String house() {
        String[] steps = to.split("/");
        return steps.length < 2 || steps[0].equals("station") ? steps[0] : steps[0] + "/" + steps[1];
    }
}
