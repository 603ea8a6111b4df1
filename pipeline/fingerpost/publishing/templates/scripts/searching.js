"use strict";
// What somebody typed in, the places of the statements that it finds out: exact words first, then by weight.
// What categories are about, other forms of words and slips of the fingers count only where nothing holds the words as
// they were typed.
const searching = (() => {
  const FIELDS = ["text", "lead", "labels", "headings"];
  const BOOST = { text: 4, lead: 1.5, labels: 1.5, headings: 0.5 };
  // Too frequent to tell statements apart; asked for alone, they are looked for all the same.
  const PLAIN = new Set(("a an and are as at be by can do does for from has have how i in is it its my of on or our so "
    + "that the their them they this to up we what when which who why will with you your "
    + "cannot cant doesnt dont help helps isnt not wont").split(" "));
  // Nearly every statement is about them, so a search that finds nothing tries without.
  const ANYBODY = new Set("child children learner learners person pupil pupils student students support".split(" "));
  const ONE_SLIP = 4;
  const TWO_SLIPS = 8;
  const MOST_WORDS = 12;
  let engine = null;

  function ready() {
    engine = engine || MiniSearch.loadJSON(fingerpost.index, {
      fields: FIELDS,
      tokenize: words.of,
      processTerm: (word) => word,
      searchOptions: { boost: BOOST, prefix: begins, weights: { prefix: 0.4, fuzzy: 0.2 } },
    });
    return engine;
  }

  function slips(word) {
    if (word.length < ONE_SLIP || /\p{N}/u.test(word)) { return false; }
    return word.length < TWO_SLIPS ? 1 : 2;
  }

  const begins = (word) => word.length > 1;
  // Two letters begin too many words to be worth a guess.
  const begun = (word) => word.length > 2;
  const isLetter = (word) => word.length === 1 && !/\p{N}/u.test(word);

  // A letter by itself is a word that somebody begins to type, but "C&I" is two of them.
  function asked(typed) {
    const all = [...new Set(words.of(typed))].slice(0, MOST_WORDS);
    const telling = all.filter((word) => !PLAIN.has(word) && !isLetter(word));
    if (telling.length) { return telling; }
    return all.length === 1 && isLetter(all[0]) ? [] : all;
  }

  // Two letters in each other's place are one slip to a reader, but two to a search by slips.
  function swapped(word) {
    if (word.length < ONE_SLIP || word.length >= TWO_SLIPS) { return []; }
    return Array.from({ length: word.length - 1 }, (_, place) => word.slice(0, place) + word[place + 1] + word[place] + word.slice(place + 2));
  }

  // A slip in the first letter is one between letters that sound alike; else "hearing" would be found by "wearing".
  const SOUND_ALIKE = ["ckqs", "fpv", "gj", "aeiou"];
  const isAlike = (one, other) => one === other || SOUND_ALIKE.some((letters) => letters.includes(one) && letters.includes(other));
  const beginsAlike = (word) => (_, term) => (isAlike(term[0], word[0]) ? 1 : 0);
  const inAnyForm = (word) => ({ combineWith: "OR", prefix: false, queries: forms.of(word) });
  const withSlips = (word) => ({
    combineWith: "OR",
    queries: [{ queries: [word], fuzzy: slips, prefix: begun, boostDocument: beginsAlike(word) }, { combineWith: "OR", prefix: false, queries: swapped(word) }],
  });
  const anyhow = (word) => ({ combineWith: "OR", queries: [inAnyForm(word), withSlips(word)] });

  const every = (queries) => ready().search({ combineWith: "AND", queries });

  // How many of the words each statement holds, be it that it says them or that its need is about them.
  function held(wanted, how) {
    const found = new Map();
    for (const word of wanted) {
      const said = new Map(ready().search(how(word)).map((one) => [one.id, one]));
      for (const id of new Set([...said.keys(), ...subjects.of(forms.of(word))])) {
        const { words: before, score, terms, match } = found.get(id) || { words: 0, score: 0, terms: [], match: {} };
        const now = said.get(id) || { score: 0, terms: [], match: {} };
        found.set(id, { id, words: before + 1, score: score + now.score, terms: [...terms, ...now.terms], match: { ...match, ...now.match } });
      }
    }
    return [...found.values()];
  }

  const PASSES = [
    { search: every, all: true, says: "" },
    { search: every, says: "" },
    {
      search: (wanted) => held(wanted, inAnyForm).filter((one) => one.words === wanted.length),
      says: "Nothing has these words as they are typed. These have other forms of them, or are in a category about them.",
    },
    { search: (wanted) => every(wanted.map(withSlips)), says: "Nothing has these words as they are typed. These have words like them." },
    { search: (wanted) => held(wanted, anyhow), says: "Nothing has all of these words. These have some of them, or words like them." },
  ];

  function searched(wanted) {
    const telling = wanted.filter((word) => !ANYBODY.has(word));
    for (const { search, all, says } of PASSES) {
      const found = search(all || !telling.length ? wanted : telling);
      if (found.length) { return { found, says }; }
    }
    return { found: [], says: "" };
  }

  const exact = (found, wanted) => wanted.reduce((sum, word) => sum + Object.hasOwn(found.match, word), 0);

  // Most words first, then most of them as they were typed, then by weight.
  function inOrder(found, wanted) {
    const ranks = found.map((one) => [one.words || 0, exact(one, wanted), one.score, one]);
    return ranks.sort((a, b) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2]).map(([, , , one]) => one);
  }

  // Return places, the words found there, and what to say of how they were found; null where no word is typed.
  function of(typed) {
    const wanted = asked(typed);
    if (!wanted.length) { return null; }
    const { found, says } = searched(wanted);
    return {
      places: inOrder(found, wanted).map((one) => one.id),
      words: new Set(found.flatMap((one) => one.terms)),
      says,
    };
  }

  return { of, ready };
})();
