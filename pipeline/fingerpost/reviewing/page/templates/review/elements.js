"use strict";
// Words and tags in, elements out. Words only ever become text, so nothing in a document can act.
const elements = (() => {
  const ALLOWED = new Set(["P", "DIV", "UL", "OL", "LI", "TABLE", "TBODY", "TR", "TD", "MARK", "DEL",
    "INS", "S", "STRONG", "EM", "U", "SUP", "SUB", "SPAN"]);
  const CARRIED = ["class", "data-label", "colspan", "rowspan"];

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

  // Copy markup of a passage element by element; what is not known to be harmless stays words.
  function passage(markup) {
    const read = new DOMParser().parseFromString(markup, "text/html");
    return Array.from(read.body.childNodes, copied);
  }

  function copied(node) {
    if (node.nodeType === Node.TEXT_NODE) { return document.createTextNode(node.data); }
    if (node.nodeType !== Node.ELEMENT_NODE || !ALLOWED.has(node.tagName)) {
      return document.createTextNode(node.textContent);
    }
    const made = document.createElement(node.tagName);
    for (const name of CARRIED) {
      if (node.hasAttribute(name)) { made.setAttribute(name, node.getAttribute(name)); }
    }
    made.append(...Array.from(node.childNodes, copied));
    return made;
  }

  const plural = (number, noun, nouns) =>
    `${number.toLocaleString("en-GB")} ${number === 1 ? noun : nouns || `${noun}s`}`;

  return { byId, make, fill, passage, plural };
})();
