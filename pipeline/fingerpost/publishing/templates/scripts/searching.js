"use strict";
// What somebody typed in, the places of the statements that it finds out, best first, and the category or heading where that is why.
// Slips of the fingers count only where the directory has no such word, what categories are about where little is found.
const searching = (() => {
  const { allOf, oneOf, plainly, withHints, anyhow, SAID } = queries;
  const MOST_TYPED = 30;
  const MOST_ASKED = 12;
  const FEW = 5;
  const UNSAID = "These stand under a category or a heading about it. None says it in these words.";

  const mark = (place) => `in${place}`;
  const ownFirst = (word) => [word, ...lexicon.forms(word).filter((form) => form !== word)];

  // The same with every form that the directory has of its words.
  function prepared(unit) {
    const [first] = unit.words;
    const said = unit.words.map((word) => ({ word, forms: ownFirst(word).slice(1) }));
    const inForms = (phrases) => phrases.map((several) => several.map(ownFirst));
    return {
      said,
      isLoose: unit.isLoose,
      isDanger: unit.isDanger,
      isStrange: !unit.isKnown && unit.hints.size === 0 && unit.words.length === 1 && !lexicon.has(first),
      others: inForms(unit.others),
      says: inForms(unit.says),
      under: [...unit.under].map(mark),
      hints: [...unit.hints].map(mark),
    };
  }

  const PASSES = [
    { query: plainly, all: true, says: "" },
    { query: plainly, says: "" },
    { query: withHints, says: "" },
    { query: anyhow, says: "Nothing has these words as they are typed. These have words like them." },
    { query: anyhow, isPartly: true, says: "Nothing has all of these words. These have some of them, or words like them." },
  ];

  function searched(units) {
    const telling = units.filter(({ said }) => !said.every(({ word }) => meaning.ANYBODY.has(word)));
    const isDanger = units.some((unit) => unit.isDanger);
    let best = { found: [], wanted: units, says: "" };
    for (const { query, all, isPartly, says } of PASSES) {
      if (best.found.length && (says || best.found.length >= FEW)) { break; }
      // What has only the other words would be advice about something else.
      if (isDanger && isPartly) { break; }
      const wanted = all || !telling.length ? units : telling;
      const found = lexicon.search((isPartly ? oneOf : allOf)(wanted.map(query)));
      if (found.length > best.found.length) { best = { found, wanted, isPartly, says }; }
    }
    return best;
  }

  // A statement may say words of danger itself, but words here and there in it are about something else.
  function saysSo({ id }, dangers) {
    const one = statements.all[id];
    const text = [one.text, one.child, one.purpose, statements.lead(one), statements.heading(one)].filter(Boolean).join(" ");
    return dangers.every((unit) => [unit.words, ...unit.others].some((several) => meaning.says(text, several)));
  }

  // What people call a category by its mark; without one, those headings of a statement that hold what was found.
  function named(term, { id, match }) {
    if (term) { return statements.data.categories[Number(term.slice(2))].label; }
    const headings = (statements.heading(statements.all[id]) || "").split(" > ");
    return headings.filter((one) => words.of(one).some((word) => Object.hasOwn(match, word))).join(" › ");
  }

  function wordsIn(found) {
    const seen = new Set();
    for (const { match } of found) {
      for (const term in match) { if (!seen.has(term) && match[term].some((field) => SAID.includes(field))) { seen.add(term); } }
    }
    return seen;
  }

  const shownFor = (several) => (several.length ? `Shown for ${several.map((word) => `“${word}”`).join(" and ")}.` : "");

  // Return places, the words found there, a way to ask for what one was found under, and what to say of all;
  // null where no word is typed.
  function of(typed) {
    const { units: all, shown } = meaning.of(words.of(typed).slice(0, MOST_TYPED));
    const dangers = all.filter((unit) => unit.isDanger);
    const units = [...all].sort((a, b) => b.isDanger - a.isDanger).slice(0, MOST_ASKED).map(prepared);
    if (!units.length) { return null; }
    const best = searched(units);
    if (dangers.length) { best.found = best.found.filter((one) => saysSo(one, dangers)); }
    const found = ranking.inOrder(best);
    const isUnsaid = found.length > 0 && ranking.reasons(found[0], best.wanted).length === best.wanted.length;
    const byPlace = new Map(found.map((one) => [one.id, one]));
    return {
      places: found.map((one) => one.id),
      words: wordsIn(found),
      why: (place) => {
        const one = byPlace.get(place);
        return [...new Set(ranking.reasons(one, best.wanted).map((term) => named(term, one)))].filter(Boolean);
      },
      isDanger: dangers.length > 0,
      says: [shownFor(shown), found.length ? best.says || (isUnsaid ? UNSAID : "") : ""].filter(Boolean).join(" "),
    };
  }

  function ready() {
    meaning.ready();
    lexicon.ready();
  }

  return { of, ready };
})();
