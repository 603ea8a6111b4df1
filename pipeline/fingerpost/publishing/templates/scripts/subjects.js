"use strict";
// Forms of a word in, the places of the statements whose need is about it out, though they may not say it.
const subjects = (() => {
  const { data, all } = statements;
  let known = null;

  function made() {
    const places = data.categories.map(() => []);
    all.forEach((one, place) => (one.labels || []).forEach((number) => places[number].push(place)));
    const found = new Map();
    data.categories.forEach(({ about = "" }, number) => {
      for (const word of words.of(about)) { found.set(word, [...(found.get(word) || []), ...places[number]]); }
    });
    return found;
  }

  function of(several) {
    known = known || made();
    return several.flatMap((word) => known.get(word) || []);
  }

  return { of };
})();
