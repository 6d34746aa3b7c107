-- Each article with the lowest label of itself and of those that it is joined to (a row of joined each two).
SELECT l.article AS article,
       MIN(CASE WHEN o.label < l.label THEN o.label ELSE l.label END) AS label
FROM label l
LEFT JOIN (SELECT a, b FROM joined UNION SELECT b AS a, a AS b FROM joined) e ON e.a = l.article
LEFT JOIN label o ON o.article = e.b
GROUP BY l.article
