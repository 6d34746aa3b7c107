"""What sources without a name are called."""

from __future__ import annotations

PRONOUNS = frozenset(
    """i you he she it we they who whom whose which what my your his her our their its me him us them one this that
    these those himself herself itself themselves myself ourselves yourself""".split()
)
# Head words of sources without a name -> what they are called.
ANONYMITY = {
    "official": (
        "official officials authorities authority spokesman spokeswoman spokesperson minister ministers "
        "diplomat diplomats aide aides administration government"
    ),
    "military": "officer officers soldier soldiers commander commanders troops rebels militants fighters",
    "police": "police investigators investigator detectives prosecutors prosecutor",
    "witness": ("witness witnesses survivor survivors residents resident bystanders onlookers eyewitnesses villagers"),
    "expert": (
        "expert experts analyst analysts observers scientists scientist researchers researcher "
        "economists economist historians scholars doctors"
    ),
    "relative": (
        "relatives relative family father mother son daughter brother sister wife husband parents "
        "friends friend uncle cousin"
    ),
    "media": ("media press newspaper newspapers reports report reporters journalists broadcaster radio television"),
    "document": (
        "document documents statement statements study survey poll polls letter filing indictment data figures"
    ),
    "critic": ("critics critic opponents opponent supporters supporter activists activist protesters demonstrators"),
    "source": "source sources person people insiders insider",
}
HEADS = {word: name for name, words in ANONYMITY.items() for word in words.split()}


def is_pronoun(name: str) -> bool:
    return name.casefold() in PRONOUNS
