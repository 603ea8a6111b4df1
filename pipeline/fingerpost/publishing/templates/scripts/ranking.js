"use strict";
// What was asked and what MiniSearch found for it in, the same best first out, and the categories that say why.
const ranking = (() => {
  // Words as typed, words that begin so, other forms, words for the same, the category or a heading alone, a slip.
  const TYPED = 5;
  const BEGUN = 4;
  const FORM = 3;
  const SAME = 2;
  const UNDER = 1;
  const LOOSE = 0.5;

  const isIn = (term, { match }) => Object.hasOwn(match, term);
  const anyIn = (terms, found) => terms.some((term) => isIn(term, found));
  const holds = (several, found) => several.every((forms) => anyIn(forms, found));

  const isShown = (fields) => fields.includes("text") || fields.includes("lead");
  const better = (terms, { match }, best) => (terms.some((term) => isShown(match[term])) ? best : UNDER);

  function ofWord({ word, forms }, found) {
    if (isIn(word, found)) { return better([word], found, TYPED); }
    if (found.queryTerms.includes(word)) { return better(Object.keys(found.match).filter((term) => term.startsWith(word)), found, BEGUN); }
    const some = forms.filter((form) => isIn(form, found));
    return some.length ? better(some, found, FORM) : 0;
  }

  function grade(unit, found) {
    const said = Math.min(...unit.said.map((one) => ofWord(one, found)));
    const isUnder = anyIn(unit.under, found);
    // A phrase that means little by its words leads to its categories first.
    const isBeside = unit.isLoose && unit.under.length > 0 && !isUnder;
    if (said) { return unit.isLoose && !isUnder ? LOOSE : said + (isUnder ? LOOSE : 0); }
    if (unit.others.some((several) => holds(several, found))) { return FORM; }
    if (unit.says.some((several) => holds(several, found))) { return isBeside ? LOOSE : SAME + (isUnder ? LOOSE : 0); }
    return isUnder ? UNDER : LOOSE;
  }

  const answers = (unit, found) => unit.said.some((one) => ofWord(one, found)) || grade(unit, found) > LOOSE
    || anyIn(unit.hints, found) || unit.isStrange && found.queryTerms.length > 0;

  // What answers most of what was asked comes first, then what answers all of it best, then what answers any of it best.
  function inOrder({ found, wanted, isPartly }) {
    const ranks = found.map((one) => {
      const answered = isPartly ? wanted.filter((unit) => answers(unit, one)) : wanted;
      const grades = answered.map((unit) => grade(unit, one));
      return [answered.length, Math.min(...grades), grades.reduce((sum, each) => sum + each, 0), one.score, one];
    });
    return ranks.sort((a, b) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2] || b[3] - a[3]).map((rank) => rank[4]);
  }

  // For each word or phrase that no word shown of a statement answers, the mark of the category that does, or "".
  const reasons = (one, wanted) => wanted
    .filter((unit) => Math.floor(grade(unit, one)) <= UNDER)
    .map((unit) => [...unit.under, ...unit.hints].find((term) => isIn(term, one)) || "");

  return { inOrder, reasons };
})();
