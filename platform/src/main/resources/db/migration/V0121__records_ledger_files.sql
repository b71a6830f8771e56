-- Which entries name an evidence file in their content, so that a file that was changed or lost can say whose it was.
CREATE TABLE ledger_file (
    sha256   CHAR(64) NOT NULL,
    entry_id CHAR(36) NOT NULL,
    PRIMARY KEY (sha256, entry_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'insert-only: an index of what contents say';

INSERT INTO ledger_file (sha256, entry_id)
SELECT sha256, entry_id
  FROM (SELECT entry_id,
               JSON_UNQUOTE(COALESCE(
                   JSON_EXTRACT(said, '$.facts.pdfSha256'), JSON_EXTRACT(said, '$.pdfSha256'),
                   JSON_EXTRACT(said, '$.facts.sha256'), JSON_EXTRACT(said, '$.sha256'))) AS sha256
          FROM (SELECT entry_id, IF(JSON_VALID(content), content, '{}') AS said
                  FROM ledger_content
                 WHERE content LIKE '%ha256%') AS contents) AS named
 WHERE CHAR_LENGTH(sha256) = 64;
