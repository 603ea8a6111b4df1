"use strict";
// A word as somebody typed it in, the other forms in which English may have it out: "fidgeting" is "fidget", too.
const forms = (() => {
  const SHORTEST = 3;
  const ENDINGS = /(?:ing|ed|es|s)$/;
  const DOUBLED = /([bdglmnprt])\1$/;
  const ONE_SYLLABLE = /^[^aeiou]*[aeiou][bdglmnprt]$/;

  function stems(word) {
    const bare = word.replace(ENDINGS, "");
    if (word.endsWith("ies")) { return [word, `${word.slice(0, -3)}y`]; }
    const all = [word, bare, word.replace(/s$/, ""), bare.replace(DOUBLED, "$1")];
    return all.filter((one) => one.length >= SHORTEST && !/ss$/.test(word));
  }

  function inflected(stem) {
    const last = ONE_SYLLABLE.test(stem) ? stem + stem.at(-1) : stem.replace(/e$/, "");
    const plural = /[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ies` : `${stem}s`;
    return [stem, `${stem}e`, plural, `${stem}es`, `${last}ing`, `${last}ed`];
  }

  const of = (word) => (/^[a-z]{3,}$/.test(word) ? [...new Set([word, ...stems(word).flatMap(inflected)])] : [word]);

  return { of };
})();
