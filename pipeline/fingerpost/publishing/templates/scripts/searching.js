"use strict";
// What somebody typed in, the places of the statements that it finds out: exact words first, then by weight.
// What categories are about, other forms of words and slips of the fingers count only where nothing holds the words as
// they were typed.
const searching = (() => {
  const FIELDS = ["text", "lead", "labels", "headings", "about"];
  const BOOST = { text: 4, lead: 1.5, labels: 1.5, headings: 0.5, about: 0.5 };
  const SAID = FIELDS.filter((field) => field !== "about");
  // Too frequent to tell statements apart; asked for alone, they are looked for all the same.
  const PLAIN = new Set(("a an and are as at be by can do does for from has have how i in is it its my of on or our so "
    + "that the their them they this to up we what when which who why will with you your "
    + "cannot cant doesnt dont help helps isnt not wont").split(" "));
  // Nearly every statement is about them, so a search that finds nothing tries without.
  const ANYBODY = new Set("child children learner learners person pupil pupils student students support".split(" "));
  const ONE_SLIP = 4;
  const TWO_SLIPS = 8;
  const MOST_WORDS = 12;
  const SOME = "Nothing has all of these words. These have some of them, or words like them.";
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

  // Slips are rare in the first letter, but many words differ in little else, such as "hearing" and "wearing".
  const beginsAlike = (word) => (_, term) => (term[0] === word[0] ? 1 : 0);
  const asTyped = (word) => ({ queries: [word], fields: SAID });
  const inAnyForm = (word) => ({ combineWith: "OR", prefix: false, queries: forms.of(word) });
  const withSlips = (word) => ({
    combineWith: "OR",
    fields: SAID,
    queries: [{ queries: [word], fuzzy: slips, prefix: begun, boostDocument: beginsAlike(word) }, { combineWith: "OR", prefix: false, queries: swapped(word) }],
  });
  const anyhow = (word) => ({ combineWith: "OR", queries: [inAnyForm(word), withSlips(word)] });

  const PASSES = [
    { combineWith: "AND", all: true, how: asTyped, says: "" },
    { combineWith: "AND", how: asTyped, says: "" },
    { combineWith: "AND", how: inAnyForm, says: "Nothing has these words as they are typed. These have other forms of them, or are in a category about them." },
    { combineWith: "AND", how: withSlips, says: "Nothing has these words as they are typed. These have words like them." },
    { combineWith: "OR", how: anyhow, says: SOME },
  ];

  const exact = (found, wanted) => wanted.reduce((sum, word) => sum + Object.hasOwn(found.match, word), 0);

  function searched(wanted) {
    const telling = wanted.filter((word) => !ANYBODY.has(word));
    for (const { combineWith, all, how, says } of PASSES) {
      const queries = (all || !telling.length ? wanted : telling).map(how);
      const found = ready().search({ combineWith, queries });
      if (found.length) { return { found, says }; }
    }
    return { found: [], says: "" };
  }

  // Return places, the words found there, and what to say of how they were found; null where no word is typed.
  function of(typed) {
    const wanted = asked(typed);
    if (!wanted.length) { return null; }
    const { found, says } = searched(wanted);
    const ranked = found.map((one) => [exact(one, wanted), one]).sort(([a, one], [b, other]) => b - a || other.score - one.score);
    return {
      places: ranked.map(([, one]) => one.id),
      words: new Set(found.flatMap((one) => one.terms)),
      says,
    };
  }

  return { of, ready };
})();
