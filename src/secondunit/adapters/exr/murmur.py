"""MurmurHash3 of 32 bits: how Cryptomatte turns a name into a number.

Source: Austin Appleby, MurmurHash3_x86_32 (public domain), as the Cryptomatte specification 1.2.0
(Psyop, 2018) names it.
"""

from __future__ import annotations

_FIRST, _SECOND = 0xCC9E2D51, 0x1B873593
_WORD = 0xFFFFFFFF


def murmur3(data: bytes, seed: int = 0) -> int:
    """The hash of bytes, 0 to 2**32 - 1.

    >>> f"{murmur3(b'hello'):08x}", f"{murmur3(b'CryptoObject'):08x}"
    ('248bfa47', '3ae39a58')
    """
    state = seed
    whole = len(data) // 4 * 4
    for start in range(0, whole, 4):
        state ^= _mixed(int.from_bytes(data[start : start + 4], "little"))
        state = (_turned(state, 13) * 5 + 0xE6546B64) & _WORD
    state ^= _mixed(int.from_bytes(data[whole:], "little"))
    state ^= len(data)
    state = ((state ^ state >> 16) * 0x85EBCA6B) & _WORD
    state = ((state ^ state >> 13) * 0xC2B2AE35) & _WORD
    return state ^ state >> 16


def _mixed(word: int) -> int:
    return (_turned((word * _FIRST) & _WORD, 15) * _SECOND) & _WORD


def _turned(word: int, bits: int) -> int:
    return (word << bits | word >> (32 - bits)) & _WORD
