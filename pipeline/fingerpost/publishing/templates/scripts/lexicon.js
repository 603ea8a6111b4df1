"use strict";
// The index of the site in, its words out: which there are, in which forms, and put together of which.
const lexicon = (() => {
  const SHORTEST = 3;
  let known = null;

  function made() {
    const index = JSON.parse(fingerpost.index);
    const forms = new Map();
    for (const [word] of index.index) {
      const stem = stems.of(word);
      if (forms.has(stem)) { forms.get(stem).push(word); } else { forms.set(stem, [word]); }
    }
    const ordered = index.index.map(([word]) => word);
    const engine = MiniSearch.loadJS(index, {
      fields: Object.keys(index.fieldIds),
      tokenize: words.of,
      processTerm: (word) => word,
    });
    return { engine, forms, ordered };
  }

  function ready() {
    known = known || made();
    return known;
  }

  const search = (query) => ready().engine.search(query);
  // The words of the directory that are forms of a word, itself among them if it is one.
  const forms = (word) => ready().forms.get(stems.of(word)) || [];
  const has = (word) => forms(word).length > 0;

  // Those of the sorted words of the directory that begin in this way.
  function beginning(start) {
    const { ordered } = ready();
    let low = 0;
    for (let high = ordered.length; low < high;) {
      const middle = (low + high) >> 1;
      if (ordered[middle] < start) { low = middle + 1; } else { high = middle; }
    }
    let end = low;
    while (end < ordered.length && ordered[end].startsWith(start)) { end += 1; }
    return ordered.slice(low, end);
  }

  // "lunchtime" is "lunch time" to whoever writes it so.
  function parts(word) {
    const cuts = Array.from({ length: Math.max(0, word.length - 2 * SHORTEST + 1) }, (_, place) => place + SHORTEST);
    return cuts.map((cut) => [word.slice(0, cut), word.slice(cut)]).filter((both) => both.every(has));
  }

  return { ready, search, forms, has, beginning, parts };
})();
