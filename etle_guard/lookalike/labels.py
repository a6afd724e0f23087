"""The labels of a host, and the tokens between their hyphens."""

from __future__ import annotations

from etle_guard.nouns import Host


def own_labels(labels: list[str], host: Host) -> list[str]:
    """The labels that the registrant chose: all but the public suffix (without a known one, all but the last)."""
    count = host.suffix.count(".") + 1
    return labels[:-count] if len(labels) > count else labels


def at_home(host: Host) -> bool:
    """Whether the host stands under Indonesia's own suffixes, where registrants are known by name."""
    return host.suffix == "id" or host.suffix.endswith(".id")


def label_tokens(labels: list[str]) -> list[str]:
    """The hyphen-separated parts of each label; ``e-tilang`` and ``t-i-lang`` are joined to one token."""
    tokens: list[str] = []
    for label in labels:
        if "-" in label or "_" in label:
            tokens += _parts(label)
        elif label:
            tokens.append(label)
    return tokens


def _parts(label: str) -> list[str]:
    parts = [part for part in label.replace("_", "-").split("-") if part]
    single = len(parts) > 1 and any(len(part) == 1 for part in parts)
    return _glue_single_letters(parts) if single else parts


def _glue_single_letters(parts: list[str]) -> list[str]:
    glued: list[str] = []
    carry = ""
    for part in parts:
        if len(part) == 1:
            carry += part
        else:
            glued.append(carry + part)
            carry = ""
    return glued + ([carry] if carry else [])
