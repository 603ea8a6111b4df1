"use strict";
// A statement and how it was found in, the card that a list of results shows of it out, the words found there marked.
const cards = (() => {
  const { make } = elements;
  const SHOWN = 600;
  const WORD = /[\p{L}\p{N}\p{M}'’‘ʼ＇`´]+/gu;

  function marked(text, found) {
    if (!found.size) { return [text]; }
    const parts = [];
    let end = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (!words.of(word).some((one) => found.has(one))) { continue; }
      parts.push(text.slice(end, index), make("mark", {}, word));
      end = index + word.length;
    }
    return [...parts, text.slice(end)];
  }

  const reason = (names) => (names.length ? make("p", { class: "quiet", dir: "auto" }, `Found under: ${names.join(", ")}`) : null);

  function card(one, found, why) {
    const { lead, tier, phases, page, tags, keeper, short } = statements;
    return make("li", { class: "card", "data-statement": one.id },
      lead(one) ? make("p", { class: "leads-in", dir: "auto" }, marked(short(lead(one), SHOWN), found)) : null,
      make("p", { class: "words", dir: "auto" }, make("a", { href: page(one) }, marked(short(one.text, SHOWN), found))),
      one.child ? make("p", { dir: "auto" }, "In a child's words: ", marked(one.child, found)) : null,
      tier(one) ? make("p", { class: "tier" }, make("strong", {}, tier(one))) : null,
      phases(one).length ? make("p", { class: "quiet" }, `For: ${phases(one).join(", ")}`) : null,
      reason(why),
      tags(one),
      keeper(one));
  }

  return { card };
})();
