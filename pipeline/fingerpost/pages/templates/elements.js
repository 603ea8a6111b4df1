"use strict";
// Words and tags in, elements out. Words only ever become text, so nothing in a document can act.
const elements = (() => {
  const byId = (id) => document.getElementById(id);

  function make(tag, properties, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (name.startsWith("on")) {
        made.addEventListener(name.slice(2), value);
      } else if (value === true) {
        made.setAttribute(name, "");
      } else if (value !== false && value !== null && value !== undefined) {
        made.setAttribute(name, value);
      }
    }
    made.append(...children.flat().filter((child) => child !== "" && child !== null));
    return made;
  }

  function fill(place, ...children) {
    place.replaceChildren(...children.flat().filter((child) => child !== "" && child !== null));
    return place;
  }

  const plural = (number, noun, nouns) =>
    `${number.toLocaleString("en-GB")} ${number === 1 ? noun : nouns || `${noun}s`}`;

  return { byId, make, fill, plural };
})();
