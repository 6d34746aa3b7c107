-- Articles that share heavy words with those probed, near in time: a part of their likeness, enough to look closer.
-- Words are numbers, weights whole millionths: sums are exact, in whatever order an engine takes them.
SELECT p.article AS probed,
       f.article AS found,
       SUM(f.weight * p.weight) AS likeness
-- CROSS JOIN: SQLite then takes the tables in this order, each by its key.
FROM probe_term p
CROSS JOIN near n
CROSS JOIN term f
WHERE n.period = p.period AND f.period = n.other AND f.word = p.word
  AND f.article <> p.article
  AND (f.day IS NULL OR p.day IS NULL OR (f.day >= p.day - 14 AND f.day <= p.day + 14))
GROUP BY p.article, f.article
HAVING SUM(f.weight * p.weight) >= 50000000000
ORDER BY p.article, f.article
