"""How much is read of anything that a stranger sends. What goes beyond is shown as not fully checked, or refused."""

from __future__ import annotations

READ_BY_MODEL = 2_000  # code points of a message that the text model reads; the verdict says ``complete: false`` beyond
LONGEST_MESSAGE = 1024 * 1024  # code points in which links are looked for, and bytes of standard input; ditto
LONGEST_LINE = 8 * 1024 * 1024  # bytes of a JSON line; a longer one is answered with an error
DEEPEST_LINE = 32  # brackets within brackets of a JSON line; ditto
LONGEST_HOST = 1024  # code points; the name system ends at 253, so a longer one opens nothing: unreadable
MOST_MEMORISED = 20_000  # words that the model remembers; then it forgets all, so that no stream fills the memory
