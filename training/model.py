"""The network that is trained: MiniLM-L6 with three extra input embeddings and one head a task.

Trained with torch, exported once, never imported by sayso.
"""

from __future__ import annotations

import copy
import json
import pathlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn
from torch.nn import functional

ROLES = ("source", "cue", "content")
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
COMMITMENTS = ("asserts", "confirms", "denies", "hedges", "intends", "asks")
SOURCE_TYPES = ("person", "organisation", "government_body", "country", "media", "document", "group", "unknown")
VOICES = ("own", "attributed", "none")
BASES = ("witnessed", "document", "background", "inferred", "not given")
EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
FACTUALITY = ("CT+", "PR+", "PS+", "Uu", "PS-", "PR-", "CT-")
LINK_WIDTH = 64
LINK_PARTS = ("cue_for_source", "source", "cue_for_content", "content_first", "content_last")


@dataclass(frozen=True)
class Size:
    """How many layers a network has: ``shared`` lower ones, then ``upper`` for attributions, ``events`` for events.

    Each has so many ``heads`` of attention and ``inner`` neurons.
    """

    shared: int = 3
    upper: int = 3
    events: int = 3
    heads: int = 12
    inner: int = 1536


WHOLE = Size()
STUDENT = Size(shared=3, upper=0, events=2, heads=6, inner=576)
HEAD_WIDTH = 32
STUDENT_BEGINS = (0, 2, 5)  # which of the whole network's layers a student's begin as


def size_of(state: Mapping[str, Tensor]) -> Size:
    """The size of the network that a state dict belongs to."""
    layers, events = (
        {name.split(".")[2] for name in state if name.startswith(f"tagger.{kind}.")}
        for kind in ("layers", "event_layers")
    )
    size = STUDENT if len(layers) == STUDENT.shared else WHOLE
    heads = len(state["tagger.layers.0.query.weight"]) // HEAD_WIDTH
    return replace(size, events=len(events), heads=heads, inner=len(state["tagger.layers.0.inner.weight"]))


def head_layout() -> dict[str, tuple[int, int]]:
    """Columns of a row of attributions and voice: name -> first and past-last column."""
    widths = [("outer", len(TAGS)), ("nested", len(TAGS)), ("commitment", len(COMMITMENTS))]
    widths += [("source_type", len(SOURCE_TYPES)), ("named", 2), ("voice", len(VOICES))]
    widths += [("basis", len(BASES)), ("hedged", 2), ("orphan", 2)]
    return _columns([*widths, *((name, LINK_WIDTH) for name in LINK_PARTS)])


def event_layout() -> dict[str, tuple[int, int]]:
    """Columns of a row of events."""
    widths = [(name, len(EVENT_TYPES)) for name in ("type_sentence", "type_actor", "type_recipient")]
    return _columns([*widths, ("factuality", len(FACTUALITY)), ("future", 2), ("trigger", 2)])


def _columns(widths: list[tuple[str, int]]) -> dict[str, tuple[int, int]]:
    layout, column = {}, 0
    for name, width in widths:
        layout[name] = (column, column + width)
        column += width
    return layout


class Layer(nn.Module):
    """One transformer block of BERT (post-norm)."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, heads * HEAD_WIDTH) for _ in range(3))
        self.attended = nn.Linear(heads * HEAD_WIDTH, width)
        self.attended_norm = nn.LayerNorm(width, eps=1e-12)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)
        self.outer_norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.rate = dropout

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = states.shape
        parts = (self.query, self.key, self.value)
        q, k, v = (part(states).view(batch, length, self.heads, -1).transpose(1, 2) for part in parts)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, length, -1)
        states = self.attended_norm(states + self.dropout(self.attended(mixed)))
        return self.outer_norm(states + self.dropout(self.outer(functional.gelu(self.inner(states)))))


class Tagger(nn.Module):
    """Word pieces in, one row of heads a piece out: of attributions and voice, or of events.

    Both share the lower layers. The upper ones are trained apart: what serves events costs attributions.
    """

    def __init__(self, config: dict[str, int], dropout: float = 0.1, size: Size = WHOLE) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.letters = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.case = nn.Embedding(6, width)
        self.quote = nn.Embedding(4, width)
        self.place = nn.Embedding(3, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.size = size
        self.layers, self.event_layers = (
            nn.ModuleList(Layer(width, size.heads, size.inner, dropout) for _ in range(count))
            for count in (size.shared + size.upper, size.events)
        )
        self.layout, self.event_layout = head_layout(), event_layout()
        self.heads = nn.Linear(width, max(end for _, end in self.layout.values()))
        self.event_heads = nn.Linear(width, max(end for _, end in self.event_layout.values()))
        self.nested_from_outer = nn.Linear(len(TAGS), len(TAGS), bias=False)
        for extra in (self.case, self.quote, self.place):
            nn.init.normal_(extra.weight, std=0.01)
        nn.init.zeros_(self.nested_from_outer.weight)

    def forward(self, ids: Tensor, case: Tensor, quote: Tensor, place: Tensor) -> Tensor:
        """Rows of attributions and voice."""
        return self.rows(self.states(ids, case, quote, place))

    def states(self, ids: Tensor, case: Tensor, quote: Tensor, place: Tensor) -> Tensor:
        """What all layers make of the pieces."""
        states = self.shared(ids, case, quote, place)
        for layer in self.layers[self.size.shared :]:
            states = layer(states, _bias(ids))
        return states

    def rows(self, states: Tensor) -> Tensor:
        """Rows of attributions and voice, from what all layers made of the pieces."""
        out = self.heads(self.dropout(states))
        a, b = self.layout["outer"]
        c, d = self.layout["nested"]
        nested = out[..., c:d] + self.nested_from_outer(out[..., a:b].softmax(-1))
        return torch.cat([out[..., :c], nested, out[..., d:]], -1)

    def shared(self, ids: Tensor, case: Tensor, quote: Tensor, place: Tensor) -> Tensor:
        """What the lower layers make of the pieces."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        states = self.letters(ids) + self.positions(positions) + self.case(case) + self.quote(quote) + self.place(place)
        states = self.dropout(self.norm(states))
        for layer in self.layers[: self.size.shared]:
            states = layer(states, _bias(ids))
        return states

    def events(self, states: Tensor, words: Tensor) -> Tensor:
        """Rows of events for the words of a sentence, from what the lower layers made of each word's first piece.

        ``words`` has ones for words and zeros for padding.
        """
        for layer in self.event_layers:
            states = layer(states, _bias(words))
        return self.event_heads(self.dropout(states))


def _bias(kept: Tensor) -> Tensor:
    """Added to the scores of attention: nothing looks at padding, where ``kept`` is zero."""
    return torch.where(kept != 0, 0.0, -10000.0)[:, None, None, :]


def load_pretrained(folder: pathlib.Path, dropout: float = 0.1, size: Size = WHOLE) -> Tagger:
    """The tagger with MiniLM's weights and fresh heads; a student's layers, which are smaller, are fresh too."""
    from safetensors.torch import load_file

    config = json.loads((folder / "config.json").read_text())
    weights = load_file(folder / "model.safetensors")
    model = Tagger(config, dropout, size)
    state = model.state_dict()
    renames = {
        "letters.weight": "embeddings.word_embeddings.weight",
        "positions.weight": "embeddings.position_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "attended": "attention.output.dense",
        "attended_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "outer_norm": "output.LayerNorm",
    }
    for number in range(config["num_hidden_layers"] if size.upper else 0):
        for mine, theirs in parts.items():
            for kind in ("weight", "bias"):
                renames[f"layers.{number}.{mine}.{kind}"] = f"encoder.layer.{number}.{theirs}.{kind}"
    for mine, theirs in renames.items():
        state[mine] = weights[theirs]
    # every token is of the first segment in BERT's input
    state["positions.weight"] = state["positions.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    model.load_state_dict(state)
    begin_events(model)
    return model


def begin_events(tagger: Tagger, count: int | None = None) -> None:
    """Lets the layers of events, or so many of them, begin as those beside them are."""
    tagger.size = replace(tagger.size, events=count or tagger.size.events)
    first = min(tagger.size.shared, len(tagger.layers) - tagger.size.events)
    tagger.event_layers = copy.deepcopy(tagger.layers[first : first + tagger.size.events])


class Chain(nn.Module):
    """A linear-chain CRF over tags: its transitions are all that it learns."""

    def __init__(self, tags: int) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(tags, tags))
        self.first = nn.Parameter(torch.zeros(tags))
        allowed = torch.ones(tags, tags)
        starts = torch.ones(tags)
        for after in range(2, tags, 2):  # I- tags follow their own B- or I- only
            allowed[:, after] = 0
            allowed[after - 1, after] = allowed[after, after] = 1
            starts[after] = 0
        self.register_buffer("forbidden", (1 - allowed) * -1e4)
        self.register_buffer("forbidden_first", (1 - starts) * -1e4)

    def transitions(self) -> tuple[Tensor, Tensor]:
        return self.steps + self.forbidden, self.first + self.forbidden_first

    def loss(self, emissions: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
        """Negative log likelihood of each row, shape (batch,); rows are padded at the end."""
        steps, first = self.transitions()
        batch, longest, _ = emissions.shape
        rows = torch.arange(batch)
        inside = torch.arange(longest)[None, :] < lengths[:, None]
        path = emissions.gather(2, tags[..., None])[..., 0]
        moves = steps[tags[:, :-1], tags[:, 1:]]
        gold = (path * inside).sum(1) + first[tags[:, 0]] + (moves * inside[:, 1:]).sum(1)
        alpha = first + emissions[:, 0]
        history = [alpha]
        for t in range(1, longest):
            alpha = torch.logsumexp(alpha[:, :, None] + steps[None], 1) + emissions[:, t]
            history.append(alpha)
        last = torch.stack(history, 1)[rows, lengths - 1]
        return torch.logsumexp(last, 1) - gold
