"use strict";
// Words that are known in, for a misspelt one that nothing knows the nearest of them out.
const spelling = (() => {
  const SHORTEST = 4;
  const LONG = 7;

  const wordsIn = (phrases) => new Set(phrases.flatMap((phrase) => phrase.split(" ")));
  const lettersOf = (word) => Array.from(word).sort().join("");

  // How many letters are left out, put in, changed, or in each other's place.
  function distance(one, other) {
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let row = 1; row <= one.length; row += 1) {
      const next = [row];
      for (let at = 1; at <= other.length; at += 1) {
        const isSame = one[row - 1] === other[at - 1];
        next[at] = Math.min(last[at] + 1, next[at - 1] + 1, last[at - 1] + (isSame ? 0 : 1));
        if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) { next[at] = Math.min(next[at], before[at - 2] + 1); }
      }
      before = last;
      last = next;
    }
    return last[other.length];
  }

  const slips = (word) => (word.length < LONG ? 1 : 2);

  function nearest(word, several, most = slips(word)) {
    let best = { word: "", distance: most + 1 };
    for (const one of several) {
      if (one[0] !== word[0] || Math.abs(one.length - word.length) > most || one.length < SHORTEST) { continue; }
      const far = distance(word, one);
      if (far < best.distance) { best = { word: one, distance: far }; }
    }
    return best;
  }

  // Words of danger are not guessed at: they are one slip away at most.
  function of(phrases, dangers, texts) {
    const known = [...wordsIn(phrases)];
    const careful = [...wordsIn(dangers)];
    const held = [...wordsIn([...phrases, ...dangers, ...texts])];
    const stemmed = new Set(held.map(stems.of));
    const isKnown = (word) => stemmed.has(stems.of(word)) || held.some((one) => one.startsWith(word));

    // A short word is near too many, unless two letters of it stand in each other's place.
    function mended(word) {
      if (word.length < SHORTEST || /\p{N}/u.test(word)) { return word; }
      if (lexicon.beginning(word).length || lexicon.has(word) || isKnown(word) || lexicon.parts(word).length) { return word; }
      const [usual, grave] = [nearest(word, known), nearest(word, careful, 1)];
      const best = grave.word && grave.distance <= usual.distance ? grave : usual;
      const isSlip = word.length > SHORTEST || lettersOf(best.word) === lettersOf(word);
      return best.word && isSlip && best.distance <= nearest(word, lexicon.beginning(word[0])).distance ? best.word : word;
    }

    return { mended };
  }

  return { of };
})();
