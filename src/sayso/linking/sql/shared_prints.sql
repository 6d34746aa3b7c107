-- Articles that share runs of words with those probed, near in time: how many outside quotations, how many inside.
-- A probe row stands for one run of words in one period to be looked into; day is null where it is not known.
SELECT p.article AS probed,
       f.article AS found,
       SUM(CASE WHEN f.quoted = 1 AND p.quoted = 1 THEN 0 ELSE 1 END) AS narrative,
       SUM(CASE WHEN f.quoted = 1 AND p.quoted = 1 THEN 1 ELSE 0 END) AS quoted
FROM probe_print p
JOIN fingerprint f ON f.period = p.period AND f.hash = p.hash
WHERE f.article <> p.article
  AND (f.day IS NULL OR p.day IS NULL OR (f.day >= p.day - 14 AND f.day <= p.day + 14))
GROUP BY p.article, f.article
HAVING SUM(CASE WHEN f.quoted = 1 AND p.quoted = 1 THEN 0 ELSE 1 END) >= 2
    OR SUM(CASE WHEN f.quoted = 1 AND p.quoted = 1 THEN 1 ELSE 0 END) >= 3
ORDER BY p.article, f.article
