-- Articles that share heavy words with those probed, near in time: a part of their likeness, enough to look closer.
SELECT p.article AS probed,
       f.article AS found,
       SUM(f.weight * p.weight) AS likeness
FROM probe_term p
JOIN term f ON f.period = p.period AND f.word = p.word
WHERE f.article <> p.article
  AND (f.day IS NULL OR p.day IS NULL OR (f.day >= p.day - 14 AND f.day <= p.day + 14))
GROUP BY p.article, f.article
HAVING SUM(f.weight * p.weight) >= 0.05
ORDER BY p.article, f.article
