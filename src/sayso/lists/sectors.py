"""PLOVER's codes for what an actor is, beside its country."""

from __future__ import annotations

from enum import StrEnum


class Sector(StrEnum):
    """What an actor does in public life, in PLOVER's three letters."""

    AGRICULTURE = "AGR"
    BUSINESS = "BUS"
    CIVILIAN = "CVL"
    POLICE = "COP"
    CRIME = "CRM"
    EDUCATION = "EDU"
    ELITE = "ELI"
    GOVERNMENT = "GOV"
    JOURNALISM = "JRN"
    JUDICIARY = "JUD"
    LABOUR = "LAB"
    LEGISLATURE = "LEG"
    MEDICINE = "MED"
    MILITARY = "MIL"
    OPPOSITION = "OPP"
    PARAMILITARY = "PRM"
    PARTY = "PTY"
    PRETENDER = "PRE"
    REBEL = "REB"
    REFUGEE = "REF"
    RELIGION = "REL"
    SOCIETY = "SOC"
    SPIES = "SPY"
    UNIDENTIFIED_ARMED = "UAF"
    UNKNOWN = "UNK"
    NOT_GIVEN = ""
