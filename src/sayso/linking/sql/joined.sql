-- Of two alike articles (a row of alike each pair) those that belong together: one copies so much of the other, or
-- enough of those that are alike to either are alike to both. The same numbers as in linking/stories.py.
WITH near_to AS (
    SELECT a AS article, b AS other FROM alike
    UNION SELECT b, a FROM alike
    UNION SELECT a, a FROM alike
    UNION SELECT b, b FROM alike
),
size_of AS (SELECT article, COUNT(*) AS many FROM near_to GROUP BY article),
common AS (
    SELECT p.a AS a, p.b AS b, COUNT(*) AS many
    FROM alike p
    JOIN near_to x ON x.article = p.a
    JOIN near_to y ON y.article = p.b AND y.other = x.other
    GROUP BY p.a, p.b
)
SELECT p.a AS a, p.b AS b
FROM alike p
JOIN common c ON c.a = p.a AND c.b = p.b
JOIN size_of m ON m.article = p.a
JOIN size_of n ON n.article = p.b
WHERE p.share >= 0.3 OR c.many * 100 >= 34 * (m.many + n.many - c.many)
