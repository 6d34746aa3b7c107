-- Articles that share runs of words with those probed, near in time: how many outside quotations, how many inside.
-- A row of probe_print stands for one run of words of an article that others are looked for, its day null where it is
-- not known; a row of near for a period and one that can hold articles near in time to those of it.
SELECT p.article AS probed,
       f.article AS found,
       SUM(CASE WHEN f.quoted = 1 AND p.quoted = 1 THEN 0 ELSE 1 END) AS narrative,
       SUM(CASE WHEN f.quoted = 1 AND p.quoted = 1 THEN 1 ELSE 0 END) AS quoted
-- CROSS JOIN: SQLite then takes the tables in this order, each by its key.
FROM probe_print p
CROSS JOIN near n
CROSS JOIN fingerprint f
WHERE n.period = p.period AND f.period = n.other AND f.hash = p.hash
  AND f.article <> p.article
  AND (f.day IS NULL OR p.day IS NULL OR (f.day >= p.day - 14 AND f.day <= p.day + 14))
GROUP BY p.article, f.article
HAVING SUM(CASE WHEN f.quoted = 1 AND p.quoted = 1 THEN 0 ELSE 1 END) >= 2
    OR SUM(CASE WHEN f.quoted = 1 AND p.quoted = 1 THEN 1 ELSE 0 END) >= 3
ORDER BY p.article, f.article
