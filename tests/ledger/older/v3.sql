CREATE TABLE meta (
	"key" VARCHAR NOT NULL,
	value VARCHAR NOT NULL,
	PRIMARY KEY ("key")
);

CREATE TABLE batch (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	source TEXT NOT NULL,
	at VARCHAR NOT NULL
);

CREATE TABLE left_unread (
	number INTEGER NOT NULL,
	batch INTEGER NOT NULL,
	what TEXT NOT NULL,
	why TEXT NOT NULL,
	PRIMARY KEY (number)
);

CREATE TABLE article (
	number INTEGER NOT NULL,
	id VARCHAR NOT NULL,
	batch INTEGER NOT NULL,
	day INTEGER,
	published VARCHAR,
	text_digest VARCHAR NOT NULL,
	reading BLOB NOT NULL,
	PRIMARY KEY (number),
	UNIQUE (id)
);

CREATE TABLE fingerprint (
	period INTEGER NOT NULL,
	hash INTEGER NOT NULL,
	article INTEGER NOT NULL,
	day INTEGER,
	quoted INTEGER NOT NULL,
	PRIMARY KEY (period, hash, article)
)
 WITHOUT ROWID;

CREATE TABLE term (
	period INTEGER NOT NULL,
	word INTEGER NOT NULL,
	article INTEGER NOT NULL,
	day INTEGER,
	weight INTEGER NOT NULL,
	PRIMARY KEY (period, word, article)
)
 WITHOUT ROWID;

CREATE TABLE waiting (
	article INTEGER NOT NULL,
	PRIMARY KEY (article)
);

CREATE TABLE pair (
	a INTEGER NOT NULL,
	b INTEGER NOT NULL,
	alike FLOAT NOT NULL,
	share FLOAT NOT NULL,
	one_story INTEGER NOT NULL,
	passages TEXT NOT NULL,
	PRIMARY KEY (a, b)
)
 WITHOUT ROWID;

CREATE INDEX pair_b ON pair (b);

CREATE TABLE heading (
	article INTEGER NOT NULL,
	id VARCHAR NOT NULL,
	text_key VARCHAR NOT NULL,
	title TEXT NOT NULL,
	outlet VARCHAR,
	published VARCHAR,
	zone VARCHAR,
	model VARCHAR NOT NULL,
	words INTEGER NOT NULL,
	own INTEGER NOT NULL,
	attributed INTEGER NOT NULL,
	unsettled INTEGER NOT NULL,
	PRIMARY KEY (article)
);

CREATE INDEX heading_text_key ON heading (text_key);

CREATE INDEX heading_published ON heading (published);

CREATE TABLE claim (
	number INTEGER NOT NULL,
	article INTEGER NOT NULL,
	claim VARCHAR NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	voice VARCHAR NOT NULL,
	does VARCHAR,
	hedged INTEGER NOT NULL,
	quoted INTEGER NOT NULL,
	confidence VARCHAR NOT NULL,
	score FLOAT NOT NULL,
	speaker VARCHAR,
	speaker_key VARCHAR,
	named INTEGER NOT NULL,
	via VARCHAR,
	outlet VARCHAR,
	day VARCHAR,
	words TEXT NOT NULL,
	PRIMARY KEY (number)
);

CREATE INDEX claim_article ON claim (article);

CREATE INDEX claim_speaker_key ON claim (speaker_key);

CREATE TABLE page (
	article INTEGER NOT NULL,
	title TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (article)
);

CREATE TABLE told (
	"key" VARCHAR NOT NULL,
	articles INTEGER NOT NULL,
	summary BLOB NOT NULL,
	document BLOB NOT NULL,
	PRIMARY KEY ("key")
);

CREATE VIRTUAL TABLE claim_words USING fts5(words, speaker, content='claim', content_rowid='number', tokenize='unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE page_words USING fts5(title, text, content='page', content_rowid='article', tokenize='unicode61 remove_diacritics 2');
