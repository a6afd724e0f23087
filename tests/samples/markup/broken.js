"use strict";
// The worst: the chat itself has another name. Nothing can be read, and the person must be told.
MARKUP.broken = MARKUP.unmarked;
