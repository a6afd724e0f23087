"use strict";
// An element with attributes and children; `null` leaves an attribute out.
function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** One builder of rows for each month of markup, and what the month calls the parts of a row. */
const MARKUP = {};
const DIALECT = {};
