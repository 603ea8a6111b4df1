"use strict";
// Any text in, text that may stand in the XML of an office file out (XML 1.0, 2.2).
const markup = (() => {
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

  const escaped = (text) => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]);
  const allowed = (text) => text.replace(/\r\n?/g, "\n").replace(FORBIDDEN, "");

  return { HEAD, escaped, allowed };
})();
