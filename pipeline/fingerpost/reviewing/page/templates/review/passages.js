// Markup of a passage in Word in, elements out; what is not known to be harmless stays words.
const passages = (() => {
  const ALLOWED = new Set(["P", "DIV", "UL", "OL", "LI", "TABLE", "TBODY", "TR", "TD", "MARK", "DEL",
    "INS", "S", "STRONG", "EM", "U", "SUP", "SUB", "SPAN"]);
  const CARRIED = ["class", "data-label", "colspan", "rowspan"];

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

  return { passage };
})();
