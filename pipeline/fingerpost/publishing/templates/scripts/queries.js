"use strict";
// A word or phrase that is asked for in, what MiniSearch is asked out: itself, other forms, words for the same, categories.
const queries = (() => {
  const FIELDS = ["text", "lead", "headings", "under"];
  const SAID = FIELDS.slice(0, 3);
  const BOOST = { text: 4, lead: 1.5, headings: 0.5, under: 1.5 };
  const LESS = { text: 2, lead: 0.75, headings: 0.25, under: 0.5 };
  const WEIGHTS = { prefix: 0.4, fuzzy: 0.2 };
  const ONE_SLIP = 5;
  const TWO_SLIPS = 9;

  const oneOf = (several, more = {}) => ({ combineWith: "OR", queries: several, ...more });
  const allOf = (several) => ({ combineWith: "AND", queries: several });

  const begins = (word) => word.length > 1;
  const inAnyForm = (forms) => oneOf(forms, { prefix: false, fields: SAID, boost: LESS });
  const inWords = (several) => allOf(several.map(inAnyForm));
  const inCategories = (marks, boost) => oneOf(marks, { prefix: false, fields: ["under"], boost });
  const asTyped = ({ word, forms }) => oneOf([
    oneOf([word], { prefix: begins, fields: SAID, boost: BOOST, weights: WEIGHTS }),
    inAnyForm(forms),
  ]);

  // Two letters in each other's place are one slip to a reader, but two to a search by slips.
  function swapped(word) {
    if (word.length < ONE_SLIP || word.length >= TWO_SLIPS) { return []; }
    return Array.from({ length: word.length - 1 }, (_, place) => word.slice(0, place) + word[place + 1] + word[place] + word.slice(place + 2));
  }

  function slips(word) {
    if (word.length < ONE_SLIP || /\p{N}/u.test(word)) { return false; }
    return word.length < TWO_SLIPS ? 1 : 2;
  }

  // A slip in the first letter is one between letters that sound alike; else "hearing" would be found by "wearing".
  const SOUND_ALIKE = ["ckqs", "fpv", "gj", "aeiou"];
  const isAlike = (one, other) => one === other || SOUND_ALIKE.some((letters) => letters.includes(one) && letters.includes(other));
  const beginsAlike = (word) => (_, term) => (isAlike(term[0], word[0]) ? 1 : 0);
  const withSlips = ({ word }) => oneOf([
    oneOf([word], { fuzzy: slips, prefix: false, fields: SAID, boost: LESS, weights: WEIGHTS, boostDocument: beginsAlike(word) }),
    inAnyForm(swapped(word)),
  ]);

  const plainly = (unit) => oneOf([
    allOf(unit.said.map(asTyped)),
    ...[...unit.others, ...unit.says].map(inWords),
    inCategories(unit.under, BOOST),
  ]);
  const withHints = (unit) => oneOf([plainly(unit), inCategories(unit.hints, LESS)]);
  const anyhow = (unit) => (unit.isStrange ? oneOf([withHints(unit), ...unit.said.map(withSlips)]) : withHints(unit));

  return { SAID, oneOf, allOf, plainly, withHints, anyhow };
})();
