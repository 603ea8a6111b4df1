"use strict";
// What was asked and what MiniSearch found for it in, the same best first out, and the categories that say why.
const ranking = (() => {
  // Words as typed, words that begin so, other forms, words for the same, the category alone, a slip or a loose word.
  const TYPED = 5;
  const BEGUN = 4;
  const FORM = 3;
  const SAME = 2;
  const UNDER = 1;
  const LOOSE = 0.5;

  const isIn = (term, { match }) => Object.hasOwn(match, term);
  const anyIn = (terms, found) => terms.some((term) => isIn(term, found));
  const holds = (several, found) => several.every((forms) => anyIn(forms, found));

  function ofWord({ word, forms }, found) {
    if (isIn(word, found)) { return TYPED; }
    if (found.queryTerms.includes(word)) { return BEGUN; }
    return anyIn(forms, found) ? FORM : 0;
  }

  function grade(unit, found) {
    const said = Math.min(...unit.said.map((one) => ofWord(one, found)));
    const isUnder = anyIn(unit.under, found);
    if (said) { return unit.isLoose && !isUnder ? LOOSE : said + (isUnder ? LOOSE : 0); }
    if (unit.others.some((several) => holds(several, found))) { return FORM; }
    if (unit.says.some((several) => holds(several, found))) { return SAME; }
    return isUnder ? UNDER : LOOSE;
  }

  const answers = (unit, found) => unit.said.some((one) => ofWord(one, found)) || grade(unit, found) > LOOSE
    || anyIn(unit.hints, found) || unit.isStrange && found.queryTerms.length > 0;

  // Where only some of what was asked is found, most of it comes first.
  function inOrder({ found, wanted, isPartly }) {
    const ranks = found.map((one) => {
      const answered = isPartly ? wanted.filter((unit) => answers(unit, one)) : wanted;
      return [answered.length, answered.reduce((sum, unit) => sum + grade(unit, one), 0), one.score, one];
    });
    return ranks.sort((a, b) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2]).map(([, , , one]) => one);
  }

  const isSeen = ({ match }) => Object.values(match).some((fields) => fields.includes("text") || fields.includes("lead"));

  // The marks of the categories that a statement was found by, where none of the words that a list shows of it answer.
  const categories = (one, wanted) => wanted
    .filter((unit) => grade(unit, one) <= UNDER || !isSeen(one))
    .map((unit) => [...unit.under, ...unit.hints].find((term) => isIn(term, one)))
    .filter(Boolean);

  return { inOrder, categories };
})();
