"use strict";
// The words that somebody typed in, what is asked out: each word or known phrase with words for the same and categories.
const meaning = (() => {
  const LONGEST = 9;
  // Two letters begin too many words to be worth a guess.
  const BEGINS = 3;
  // Too frequent to tell statements apart; asked for alone, they are looked for all the same.
  const PLAIN = new Set(("a an and are as at be by can do does for from has have he her him his how i in is it its my no of on or our "
    + "she so that the their them they this to up we what when which who why will with you your "
    + "about any been but did get gets getting got had into just really very was were "
    + "cannot cant doesnt dont help helps into isnt not wont").split(" "));
  // Nearly every statement is about them, or they tell nothing of the need, so a search that finds nothing tries without.
  const PEOPLE = new Set("child children learner learners person pupil pupils student students".split(" "));
  const ANYBODY = new Set([...PEOPLE, ..."support class classes classroom classrooms lesson lessons school schools other others teacher teachers".split(" ")]);
  const NOT = new Set("not cannot cant couldnt didnt doesnt dont hasnt havent isnt wasnt werent wont wouldnt arent".split(" "));
  // Within a phrase they make no difference.
  const BETWEEN = new Set("a an the my his her our their your its be been being is are was were so very really just he she they it".split(" "));
  let known = null;

  const telling = (several) => several.filter((word) => !PLAIN.has(word));
  const isTold = (word) => NOT.has(word) || !PLAIN.has(word);
  const keyOf = (several) => several.map(stems.of).join(" ");
  // "won't read" is "does not read" and "can't read".
  const denied = (several) => keyOf(several.map((word) => (NOT.has(word) ? "not" : word)));
  const isEnd = (several, at) => at === 0 || at === several.length - 1;
  const tightly = (several) => denied(several.filter((word, at) => isEnd(several, at) || !BETWEEN.has(word)));
  // Where two words of a phrase tell what it means, it is known by any plain words between; "" for another phrase.
  const loosely = (several) => (isTold(several[0]) && isTold(several.at(-1)) && telling(several).length > 1 ? denied(several.filter(isTold)) : "");

  function note(map, key, value) {
    if (map.has(key)) { map.get(key).push(value); } else { map.set(key, [value]); }
  }

  const partsOf = (phrases) => [...new Set(phrases.flatMap((phrase) => phrase.split(" ")))].filter((word) => word && !PLAIN.has(word));

  function made() {
    const { names, about, words: entries } = JSON.parse(fingerpost.known);
    const found = { phrases: new Map(), loose: new Map(), hints: new Map(), names: new Map() };
    const each = ({ typed, says = [], under = [], hint, ...more }) => typed.forEach((phrase) => {
      const entry = { phrase, says, under, ...more };
      const several = phrase.split(" ");
      if (hint) { note(found.hints, keyOf(several), entry); return; }
      note(found.phrases, tightly(several), entry);
      // Words of danger count as they stand: who hits his dad is not hit by him.
      if (!more.danger && loosely(several)) { note(found.loose, loosely(several), entry); }
    });
    names.forEach((typed, place) => {
      each({ typed, under: [place] });
      const single = typed.filter((phrase) => !phrase.includes(" "));
      new Set([...partsOf(typed.slice(0, 1)), ...single]).forEach((word) => note(found.names, word, place));
      each({ typed: partsOf(typed.slice(1)), under: [place], hint: true });
    });
    about.forEach((text, place) => each({ typed: partsOf([text]), under: [place], hint: true }));
    entries.forEach(each);
    const phrases = (isDanger) => entries.flatMap(({ typed, danger }) => (Boolean(danger) === isDanger ? typed : []));
    found.spelling = spelling.of([...names.flat(), ...phrases(false)], phrases(true), about);
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

  function entriesOf(span, isAlone) {
    const { phrases, loose } = ready();
    const entries = [...phrases.get(tightly(span)) || [], ...(span.length > 1 && loose.get(loosely(span))) || []];
    return entries.filter(({ alone, phrase }) => !alone || (isAlone && phrase === span.join(" ")));
  }

  // A phrase is asked for whole. `isLoose` says that it means little without its plain words: "won't come in".
  // What is closed leads to no category, by whatever else is known of it.
  function asked(span, entries) {
    const isDanger = entries.some(({ danger }) => danger);
    const isClosed = isDanger || entries.some(({ unfiled }) => unfiled);
    const own = span.join(" ");
    const says = [...new Set(entries.flatMap((entry) => entry.says))].filter((phrase) => phrase !== own);
    const inNames = span.length === 1 && !isClosed ? named(span[0]) : [];
    const wanted = telling(span);
    return {
      words: wanted.length ? wanted : span,
      isLoose: span.length > 1 && wanted.length < span.length,
      isKnown: entries.length > 0 || inNames.length > 0,
      isDanger,
      isClosed,
      says: says.map((phrase) => telling(phrase.split(" "))),
      others: [],
      under: new Set(isClosed ? [] : [...entries.flatMap((entry) => entry.under), ...inNames]),
      hints: new Set(),
    };
  }

  // The longest known phrases first, then single words.
  function spans(several) {
    const found = [];
    const subject = (words) => telling(words).filter((word) => !PEOPLE.has(word)).length;
    const all = subject(several);
    for (let at = 0; at < several.length;) {
      let length = Math.min(LONGEST, several.length - at) + 1;
      let span = [];
      let entries = [];
      while (length > 1 && !entries.length) {
        length -= 1;
        span = several.slice(at, at + length);
        entries = entriesOf(span, subject(span) === all);
      }
      found.push({ at, length, ...asked(span, entries) });
      at += length;
    }
    return found;
  }

  // Needs say more than whole-school categories, and long phrases more than the words in them.
  function hint(units, several) {
    const closed = units.filter((unit) => unit.isClosed);
    const isOpen = (from, until) => closed.every((unit) => until <= unit.at || from >= unit.at + unit.length);
    for (let length = Math.min(LONGEST, several.length); length > 0; length -= 1) {
      const fresh = units.filter((unit) => unit.hints.size === 0);
      for (let at = 0; at + length <= several.length; at += 1) {
        if (!isOpen(at, at + length)) { continue; }
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

  // `shown` are known words for which others were typed that nothing knows.
  function of(typed) {
    const several = typed.map((word) => ready().spelling.mended(word));
    return { units: unitsOf(several), shown: several.filter((word, at) => word !== typed[at]) };
  }

  function unitsOf(several) {
    const all = spans(several);
    hint(all, several);
    join(all, several);
    const units = all.filter(isTelling);
    if (units.length) { return units; }
    return several.length === 1 && isLetter(several[0]) ? [] : all;
  }

  // Whether a text has telling words one after the other, in any form.
  const says = (text, several) => ` ${keyOf(telling(words.of(text)))} `.includes(` ${keyOf(several)} `);

  return { of, ready, says, ANYBODY };
})();
