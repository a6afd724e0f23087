"use strict";
// September 2026: as in July, but without the classes of direction; most rows do not show who wrote them.
MARKUP["2026-09"] = (message, id) => testIdRow(message, id, null);
