"use strict";
// September 2026: as in July, but without the classes of direction; most rows do not show who wrote them, and a group
// stamps the name that a stranger gives himself.
DIALECT["2026-09"] = { ...DIALECT["2026-07"], stampsOwnName: true };

MARKUP["2026-09"] = (message, id) => testIdRow(message, id, null);
