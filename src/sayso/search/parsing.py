"""A search as it was typed, understood.

search  = group { group }                every group must hold
group   = term { "OR" term }             one of them must; "a b OR c" is a and (b or c)
term    = "-" term | "NOT" term | "(" search ")" | phrase | field ":" value | word
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.errors import BadQuery
from sayso.gazetteer.lookup import Gazetteer, load_gazetteer
from sayso.ledger.words import find_tokens
from sayso.search.fields import check_field, read_field
from sayso.search.lexing import Piece, Sort, cut_query
from sayso.search.numbers import Unclear
from sayso.search.query import Both, Either, Marked, Near, Not, Part, Query, Words

DEEPEST = 20  # brackets and signs in one another
MOST_TERMS = 100
OWN_VOICE, PARTY = "own-voice", "party"  # alone they ask for what the claim is, in quotation marks for the words
PARTY_NOTE = 'party alone asks for claims of an interested party; the word is looked for as "party"'


def parse_query(written: str, gazetteer: Gazetteer | None = None, *, of_texts: bool = False) -> Query:
    """What a search asks for; nothing where there is none. Raises BadQuery, with the place and what to try.

    ``of_texts`` tells that whole texts are looked through, which know less than claims.
    """
    parser = _Parser(written, list(cut_query(written)), gazetteer or load_gazetteer(), of_texts)
    if parser.now().sort is Sort.END:
        return Query(written, None)
    part = parser.search(0)
    if parser.now().sort is not Sort.END:
        raise parser.wrong("this bracket closes nothing", "leave it out, or open one before")
    return Query(written, part, tuple(dict.fromkeys(parser.notes)))


@dataclass
class _Parser:
    written: str
    pieces: list[Piece]
    gazetteer: Gazetteer
    of_texts: bool
    at: int = 0
    terms: int = 0
    notes: list[str] = field(default_factory=list)

    def now(self) -> Piece:
        return self.pieces[self.at]

    def take(self) -> Piece:
        piece = self.now()
        self.at += 1
        return piece

    def wrong(self, reason: str, hint: str, piece: Piece | None = None) -> BadQuery:
        where = piece or self.now()
        return BadQuery(self.written, where.start, max(where.end, where.start + 1), reason, hint)

    def search(self, depth: int) -> Part:
        parts = [self.group(depth)]
        while self.now().sort not in (Sort.END, Sort.CLOSE):
            if self.now().sort is Sort.AND:
                self.take()
            parts.append(self.group(depth))
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def group(self, depth: int) -> Part:
        parts = [self.term(depth)]
        while self.now().sort is Sort.OR:
            self.take()
            parts.append(self.term(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def term(self, depth: int) -> Part:
        if depth > DEEPEST:
            raise self.wrong(f"more than {DEEPEST} brackets and signs stand in one another", "write it flatter")
        piece = self.now()
        if piece.sort in (Sort.MINUS, Sort.NOT):
            self.take()
            return self.negated(piece, depth)
        if piece.sort is Sort.OPEN:
            return self.bracket(depth)
        if piece.sort is Sort.CLOSE:
            raise self.wrong("something is missing before this bracket", "write a word there, or leave the bracket out")
        if piece.sort in (Sort.OR, Sort.AND, Sort.END):
            raise self.missing()
        self.terms += 1
        if self.terms > MOST_TERMS:
            raise self.wrong(f"a search has at most {MOST_TERMS} words and fields", "leave some out")
        return self.leaf(self.take())

    def missing(self) -> BadQuery:
        before = self.pieces[self.at - 1] if self.at else self.now()
        if self.now().sort is not Sort.END:
            return self.wrong(f"something is missing beside {self.now().words}", "write a word on both sides of it")
        return self.wrong("something is missing here at the end", "write a word, or leave this out", before)

    def negated(self, sign: Piece, depth: int) -> Part:
        if self.now().sort in (Sort.END, Sort.CLOSE, Sort.OR, Sort.AND):
            raise self.wrong("what is ruled out is missing", 'write -word, -"a phrase" or -field:value', sign)
        return Not(self.term(depth + 1))

    def bracket(self, depth: int) -> Part:
        opened = self.take()
        if self.now().sort is Sort.CLOSE:
            raise self.wrong("between these brackets there is nothing", "write a word there, or leave them out")
        if self.now().sort is Sort.END:
            raise self.wrong("this bracket is not closed", "close it, or leave it out", opened)
        part = self.search(depth + 1)
        if self.now().sort is not Sort.CLOSE:
            raise self.wrong("this bracket is not closed", "close it, or leave it out", opened)
        self.take()
        return part

    def leaf(self, piece: Piece) -> Part:
        if piece.sort is Sort.FIELD:
            return self.field(piece)
        if piece.sort is Sort.WORD and piece.words.casefold() == OWN_VOICE and not self.of_texts:
            return Marked("voice", "own")
        if piece.sort is Sort.WORD and piece.words == PARTY and not self.of_texts:
            self.notes.append(PARTY_NOTE)
            return Marked("is", PARTY)
        words = find_tokens(piece.words)
        if not words:
            raise self.wrong("here is no letter and no figure to look for", "leave it out, or write a word", piece)
        if piece.sort is Sort.WORD and "*" in piece.words:
            raise self.wrong("* stands for no letters here: words are looked up whole", "write the word out", piece)
        return Words(words)

    def field(self, piece: Piece) -> Part:
        start, end = piece.start, piece.value_at
        try:
            name = check_field(piece.words, of_texts=self.of_texts)
            start, end = piece.value_at, max(piece.end, piece.value_at + 1)
            leaf = read_field(name, piece.value, self.gazetteer)
        except Unclear as error:
            raise BadQuery(self.written, start, end, error.reason, error.hint) from None
        if isinstance(leaf, Near) and leaf.name:
            self.notes.append(f"within {leaf.km:g} km of {leaf.name}")
        return leaf
