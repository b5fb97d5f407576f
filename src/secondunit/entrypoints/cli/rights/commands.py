"""The commands of ``secondunit rights``, each with its examples."""

from __future__ import annotations

from collections.abc import Callable

from secondunit.entrypoints.cli.rights import assets, calls, papers, people, policy, terms

Explained = tuple[Callable[..., int], str]
"""A command and its examples."""

COMMANDS: dict[str, Explained] = {
    "why": (calls.why, calls.WHY_EXAMPLES),
    "log": (calls.log, calls.LOG_EXAMPLES),
    "rules": (calls.rules, ""),
}
"""Commands on the gate and its log."""

PARTS: dict[str, tuple[str, dict[str, Explained]]] = {
    "terms": (
        "On what terms providers work.",
        {
            "list": (terms.list_terms, ""),
            "show": (terms.show, ""),
            "add": (terms.add, terms.ADD_EXAMPLES),
            "check": (terms.check, terms.CHECK_EXAMPLES),
        },
    ),
    "holder": (
        "People, estates and synthetic performers.",
        {
            "add": (people.add_holder, people.HOLDER_EXAMPLES),
            "list": (people.list_holders, ""),
        },
    ),
    "consent": (
        "What they agreed to.",
        {
            "add": (people.add_consent, people.ADD_EXAMPLES),
            "list": (people.list_consents, ""),
            "activate": (people.activate, ""),
            "suspend": (people.suspend, ""),
            "revoke": (people.revoke, people.MOVE_EXAMPLES),
        },
    ),
    "licence": (
        "What may be done with other people's things.",
        {
            "add": (papers.add_licence, papers.LICENCE_EXAMPLES),
            "list": (papers.list_licences, ""),
        },
    ),
    "notice": (
        "What unions were told.",
        {"add": (papers.add_notice, ""), "list": (papers.list_notices, "")},
    ),
    "consultation": (
        "Who was asked before something was done.",
        {"add": (papers.add_consultation, ""), "list": (papers.list_consultations, "")},
    ),
    "asset": (
        "Whose a thing is, who is in it, whether it is held back.",
        {
            "note": (assets.note_asset, assets.ASSET_EXAMPLES),
            "list": (assets.list_assets, ""),
            "hold": (assets.hold_asset, ""),
            "release": (assets.release_asset, ""),
        },
    ),
    "policy": (
        "What the title allows.",
        {"show": (policy.show, ""), "set": (policy.change, policy.SET_EXAMPLES)},
    ),
}
"""Commands on what is kept, by part and name."""
