-- Each article with the label that the article has which its own label names: paths become half as long.
SELECT l.article AS article, o.label AS label
FROM label l
JOIN label o ON o.article = l.label
