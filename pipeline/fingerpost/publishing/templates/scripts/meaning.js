"use strict";
// The words that somebody typed in, what is asked out: each word or known phrase with words for the same and categories.
const meaning = (() => {
  const LONGEST = 6;
  // Two letters begin too many words to be worth a guess.
  const BEGINS = 3;
  // Too frequent to tell statements apart; asked for alone, they are looked for all the same.
  const PLAIN = new Set(("a an and are as at be by can do does for from has have he her him his how i in is it its my no of on or our "
    + "she so that the their them they this to up we what when which who why will with you your "
    + "about any been but did get gets getting got had into just really very was were "
    + "cannot cant doesnt dont help helps isnt not wont").split(" "));
  let known = null;

  const keyOf = (several) => several.map(stems.of).join(" ");

  function note(map, key, value) {
    if (map.has(key)) { map.get(key).push(value); } else { map.set(key, [value]); }
  }

  const partsOf = (phrases) => [...new Set(phrases.flatMap((phrase) => phrase.split(" ")))].filter((word) => word && !PLAIN.has(word));

  function made() {
    const { names, about, words: entries } = JSON.parse(fingerpost.known);
    const found = { phrases: new Map(), hints: new Map(), names: new Map() };
    const each = ({ typed, says = [], under = [], hint }) => typed.forEach((phrase) => {
      note(hint ? found.hints : found.phrases, keyOf(phrase.split(" ")), { phrase, says, under });
    });
    names.forEach((typed, place) => {
      each({ typed, under: [place] });
      const single = typed.filter((phrase) => !phrase.includes(" "));
      new Set([...partsOf(typed.slice(0, 1)), ...single]).forEach((word) => note(found.names, word, place));
      each({ typed: partsOf(typed.slice(1)), under: [place], hint: true });
    });
    about.forEach((text, place) => each({ typed: partsOf([text]), under: [place], hint: true }));
    entries.forEach(each);
    return found;
  }

  function ready() {
    known = known || made();
    return known;
  }

  // Categories whose label holds a word, or that have it for a name; its beginning and other forms of it do.
  function named(word) {
    const stem = stems.of(word);
    const fits = (name) => name === word || (word.length >= BEGINS && name.startsWith(word)) || stems.of(name) === stem;
    return [...ready().names].filter(([name]) => fits(name)).flatMap(([, places]) => places);
  }

  const telling = (several) => several.filter((word) => !PLAIN.has(word));

  // A phrase is asked for whole. `isLoose` says that it means little without its plain words: "won't come in".
  function asked(span) {
    const entries = ready().phrases.get(keyOf(span)) || [];
    const own = span.join(" ");
    const says = [...new Set(entries.flatMap((entry) => entry.says))].filter((phrase) => phrase !== own);
    const inNames = span.length === 1 ? named(span[0]) : [];
    const wanted = telling(span);
    return {
      words: wanted.length ? wanted : span,
      isLoose: span.length > 1 && wanted.length < span.length,
      isKnown: entries.length > 0 || inNames.length > 0,
      says: says.map((phrase) => telling(phrase.split(" "))),
      others: [],
      under: new Set([...entries.flatMap((entry) => entry.under), ...inNames]),
      hints: new Set(),
    };
  }

  // The longest known phrases first, then single words.
  function spans(several) {
    const found = [];
    for (let at = 0; at < several.length;) {
      let length = Math.min(LONGEST, several.length - at);
      while (length > 1 && !ready().phrases.has(keyOf(several.slice(at, at + length)))) { length -= 1; }
      found.push({ at, length, ...asked(several.slice(at, at + length)) });
      at += length;
    }
    return found;
  }

  // Needs say more than whole-school categories, and long phrases more than the words in them.
  function hint(units, several) {
    for (let length = Math.min(LONGEST, several.length); length > 0; length -= 1) {
      const fresh = units.filter((unit) => unit.hints.size === 0);
      for (let at = 0; at + length <= several.length; at += 1) {
        const places = (ready().hints.get(keyOf(several.slice(at, at + length))) || []).flatMap((entry) => entry.under);
        const narrow = places.filter((place) => statements.data.categories[place].above !== undefined);
        fresh.filter((unit) => unit.at < at + length && at < unit.at + unit.length)
          .forEach((unit) => (narrow.length ? narrow : places).forEach((place) => unit.hints.add(place)));
      }
    }
  }

  // "lap top" is "laptop", and the other way round.
  function join(units, several) {
    units.forEach((unit, number) => {
      const [word] = unit.words;
      if (unit.length === 1 && !lexicon.has(word)) { unit.others.push(...lexicon.parts(word)); }
      const next = units[number + 1];
      const both = next && unit.length + next.length === 2 ? several[unit.at] + several[next.at] : "";
      if (both && lexicon.has(both)) { [unit, next].forEach((one) => one.others.push([both])); }
    });
  }

  const isLetter = (word) => word.length === 1 && !/\p{N}/u.test(word);
  // A letter by itself is a word that somebody begins to type, but "C&I" is two of them.
  const isTelling = ({ words: wanted, length, isKnown }) => (length > 1 && isKnown) || wanted.some((word) => !PLAIN.has(word) && !isLetter(word));

  function of(several) {
    const all = spans(several);
    hint(all, several);
    join(all, several);
    const units = all.filter(isTelling);
    if (units.length) { return units; }
    return several.length === 1 && isLetter(several[0]) ? [] : all;
  }

  return { of, ready };
})();
