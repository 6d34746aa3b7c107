CREATE TABLE meta (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY ("key")
);
CREATE TABLE step (
	name VARCHAR NOT NULL, 
	PRIMARY KEY (name)
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
	raw_digest VARCHAR, 
	first_seen VARCHAR, 
	PRIMARY KEY (number), 
	UNIQUE (id)
);
CREATE INDEX article_text_digest ON article (text_digest);
CREATE INDEX article_batch ON article (batch);
CREATE TABLE forgotten (
	number INTEGER NOT NULL, 
	text_digest VARCHAR NOT NULL, 
	raw_digest VARCHAR, 
	id_digest VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	reason TEXT NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE fingerprint (
	period INTEGER NOT NULL, 
	hash INTEGER NOT NULL, 
	article INTEGER NOT NULL, 
	day INTEGER, 
	quoted INTEGER NOT NULL, 
	PRIMARY KEY (period, hash, article)
)
 WITHOUT ROWID

;
CREATE TABLE term (
	period INTEGER NOT NULL, 
	word INTEGER NOT NULL, 
	article INTEGER NOT NULL, 
	day INTEGER, 
	weight INTEGER NOT NULL, 
	PRIMARY KEY (period, word, article)
)
 WITHOUT ROWID

;
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
 WITHOUT ROWID

;
CREATE INDEX pair_b ON pair (b);
CREATE TABLE rereading (
	number INTEGER NOT NULL, 
	article INTEGER NOT NULL, 
	at VARCHAR NOT NULL, 
	"before" VARCHAR NOT NULL, 
	"after" VARCHAR NOT NULL, 
	gained INTEGER NOT NULL, 
	lost INTEGER NOT NULL, 
	changed INTEGER NOT NULL, 
	PRIMARY KEY (number)
);
CREATE INDEX rereading_article ON rereading (article);
CREATE TABLE quantity (
	claim INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	low FLOAT NOT NULL, 
	high FLOAT NOT NULL, 
	unit VARCHAR NOT NULL, 
	PRIMARY KEY (claim, at)
)
 WITHOUT ROWID

;
CREATE TABLE timex (
	claim INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	first VARCHAR NOT NULL, 
	last VARCHAR, 
	PRIMARY KEY (claim, at)
)
 WITHOUT ROWID

;
CREATE TABLE toponym (
	claim INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	x FLOAT NOT NULL, 
	y FLOAT NOT NULL, 
	z FLOAT NOT NULL, 
	PRIMARY KEY (claim, at)
)
 WITHOUT ROWID

;
CREATE TABLE heading (
	article INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	text_key VARCHAR NOT NULL, 
	title TEXT NOT NULL, 
	outlet VARCHAR, 
	published VARCHAR, 
	precision VARCHAR, 
	zone VARCHAR, 
	modified VARCHAR, 
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
	kind VARCHAR, 
	events VARCHAR, 
	party INTEGER NOT NULL, 
	confidence VARCHAR NOT NULL, 
	score FLOAT NOT NULL, 
	speaker VARCHAR, 
	speaker_key VARCHAR, 
	named INTEGER NOT NULL, 
	via VARCHAR, 
	outlet VARCHAR, 
	day VARCHAR, 
	words TEXT NOT NULL, 
	places TEXT NOT NULL, 
	marks TEXT NOT NULL, 
	PRIMARY KEY (number)
);
CREATE INDEX claim_article ON claim (article);
CREATE INDEX claim_speaker_key ON claim (speaker_key);
CREATE INDEX claim_speaker ON claim (speaker);
CREATE TABLE page (
	number INTEGER NOT NULL, 
	article INTEGER NOT NULL, 
	outlet VARCHAR, 
	title TEXT NOT NULL, 
	text TEXT NOT NULL, 
	marks TEXT NOT NULL, 
	PRIMARY KEY (number), 
	UNIQUE (article)
);
CREATE TABLE speaker_word (
	word VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	PRIMARY KEY (word, name)
)
 WITHOUT ROWID

;
CREATE INDEX speaker_word_name ON speaker_word (name);
CREATE TABLE told (
	"key" VARCHAR NOT NULL, 
	articles INTEGER NOT NULL, 
	summary BLOB NOT NULL, 
	document BLOB NOT NULL, 
	PRIMARY KEY ("key")
);
CREATE TABLE decision (
	number INTEGER NOT NULL, 
	coder TEXT NOT NULL, 
	text_digest VARCHAR, 
	entry TEXT NOT NULL, 
	previous VARCHAR NOT NULL, 
	hash VARCHAR NOT NULL, 
	PRIMARY KEY (number)
);
CREATE INDEX decision_text_digest ON decision (text_digest);
CREATE TRIGGER decision_stays BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'the log of decisions is only added to'); END;
CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'the log of decisions is only added to'); END;
CREATE TRIGGER decision_follows BEFORE INSERT ON decision WHEN NEW.number <> coalesce((SELECT number FROM decision ORDER BY number DESC LIMIT 1), 0) + 1 OR NEW.previous <> coalesce((SELECT hash FROM decision ORDER BY number DESC LIMIT 1), '0000000000000000000000000000000000000000000000000000000000000000') BEGIN SELECT RAISE(ABORT, 'the log of decisions is only added to'); END;
CREATE TABLE fed (
	article INTEGER NOT NULL, 
	claim VARCHAR NOT NULL, 
	articles INTEGER NOT NULL, 
	disputes INTEGER NOT NULL, 
	PRIMARY KEY (article, claim)
);
CREATE VIRTUAL TABLE claim_words USING fts5(words, speaker, via, outlet, places, marks, content='claim', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE page_words USING fts5(title, text, outlet, marks, content='page', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
