"use strict";
// A word in, what all its forms have in common out: "fidgeting" and "fidgets" are "fidget" (Porter 1980, steps 1 and 5).
const stems = (() => {
  const ENGLISH = /^[a-z]{3,}$/;
  const SHORTEST = 3;

  const shape = (word) => Array.from(word, (letter, at) => ("aeiou".includes(letter) || (letter === "y" && at > 0) ? "v" : "c")).join("");
  // How often vowels are followed by consonants.
  const measure = (word) => (shape(word).match(/v+c+/g) || []).length;
  const isShort = (word) => /cvc$/.test(shape(word)) && !/[wxy]$/.test(word);

  function singular(word) {
    if (!word.endsWith("s") || word.length <= SHORTEST || /(?:ss|us|is)$/.test(word)) { return word; }
    if (/(?:ss|x|ch|sh|zz)es$/.test(word) || (word.endsWith("ies") && word.length > 4)) { return word.slice(0, -2); }
    return word.slice(0, -1);
  }

  // What "ing" or "ed" was put to: "runn" is "run", "mov" is "move".
  function whole(base) {
    if (/(?:at|bl|iz)$/.test(base)) { return `${base}e`; }
    if (/([^aeioulsz])\1$/.test(base)) { return base.slice(0, -1); }
    return measure(base) === 1 && isShort(base) ? `${base}e` : base;
  }

  function present(word) {
    const [ending] = /(?:ing|ed)$/.exec(word) || [""];
    const base = word.slice(0, word.length - ending.length);
    return ending && base.length >= SHORTEST && /[aeiouy]/.test(base) && !word.endsWith("eed") ? whole(base) : word;
  }

  function bare(word) {
    if (word.endsWith("e")) {
      const base = word.slice(0, -1);
      const many = measure(base);
      return many > 1 || (many === 1 && !isShort(base)) ? base : word;
    }
    if (word.endsWith("ll") && measure(word) > 1) { return word.slice(0, -1); }
    return /[^aeiou]y$/.test(word) && word.length > SHORTEST ? `${word.slice(0, -1)}i` : word;
  }

  const of = (word) => (ENGLISH.test(word) ? bare(present(singular(word))) : word);

  return { of };
})();
