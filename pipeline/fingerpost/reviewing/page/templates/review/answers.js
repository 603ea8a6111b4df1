// What is asked and what was answered so far; every change is one step that can be taken back.
const answers = (() => {
  const { data } = store;
  const STEPS = 50;
  const ASKED_AFTER = "Asked after";
  const place = new Map(data.sent.Ref.map((ref, number) => [ref, number]));
  const all = new Map(store.answered());
  const word = (number) => data.words[number];
  const [KEEP, CHANGE] = data.choices;
  let reviewer = data.person || store.getShared("name", "");
  let listener = () => {};

  const wasSent = (ref, column) => (data.sent[column] || [])[place.get(ref)] || "";
  const get = (ref) => all.get(ref) || {};
  // What stood beside the question when it was answered: an answer from an earlier page knew less.
  const askedAfter = (ref) => { const { after } = get(ref); return after === undefined ? wasSent(ref, ASKED_AFTER) : after; };
  const decided = (ref) => get(ref).decision || "";
  const isEdited = (answer) => answer.wording !== undefined || Object.keys(answer.labels || {}).length > 0;

  for (const one of data.statements) {
    one.wording = wasSent(one.ref, "Wording");
    one.proposed = one.labels.map((numbers) => numbers.map(word));
    one.sought = [one.wording, one.lead, one.why, word(one.under), ...one.proposed.flat()]
      .join(" ").toLocaleLowerCase("en-GB");
  }

  const wordingOf = (one) => {
    const { wording } = get(one.ref);
    return wording === undefined ? one.wording : wording;
  };
  const voiceOf = (one) => get(one.ref).voice || data.voices.map((column) => wasSent(one.ref, column));
  const labelsOf = (one, kind) => (get(one.ref).labels || {})[kind] || one.proposed[kind] || [];

  function put(ref, answer) {
    const empty = !answer || !(answer.decision || answer.note || answer.voice || isEdited(answer));
    if (empty) { all.delete(ref); } else { all.set(ref, answer); }
    store.set(`answer/${ref}`, empty ? null : answer);
  }

  // An answer that keeps all is a Keep and one that changes anything is a Change, whichever was pressed.
  function settled(answer) {
    if (answer.decision !== KEEP && answer.decision !== CHANGE) { return answer; }
    return { ...answer, decision: isEdited(answer) ? CHANGE : KEEP };
  }

  function step(words, changes) {
    const steps = store.get("steps", []);
    steps.push({ words, before: changes.map(([ref]) => [ref, all.get(ref) || null]) });
    store.set("steps", steps.slice(-STEPS));
    for (const [ref, answer] of changes) { put(ref, answer); }
    store.set("unsaved", store.get("unsaved", 0) + changes.length);
    listener();
  }

  function given(ref, decision, more) {
    const at = new Date().toISOString().replace(/\.\d+Z$/, "+00:00");
    return settled({ ...get(ref), ...more, decision, at, after: wasSent(ref, ASKED_AFTER), reviewer });
  }

  function decideEach(words, refs, decision, more) {
    pace.tick(refs[0]);
    step(words, refs.map((ref) => [ref, given(ref, decision, more(ref))]));
  }

  const decide = (words, refs, decision) => decideEach(words, refs, decision, () => ({}));

  // What is typed counts at once, but is no step of its own: undo takes back decisions, not letters.
  function edit(ref, changes) {
    const answer = settled({ ...get(ref), ...changes });
    put(ref, answer.decision ? given(ref, answer.decision, changes) : { ...answer, reviewer });
    store.set("unsaved", store.get("unsaved", 0) + 1);
    listener();
  }

  function reword(one, typed) {
    edit(one.ref, { wording: typed.trim() === one.wording.trim() ? undefined : typed });
  }

  function relabel(one, kind, labels) {
    const edited = { ...(get(one.ref).labels || {}), [kind]: labels };
    if (labels.join("\n") === (one.proposed[kind] || []).join("\n")) { delete edited[kind]; }
    edit(one.ref, { labels: edited });
  }

  // A child's words stand beside the statement: they make no Keep a Change.
  function revoice(one, place, typed) {
    const voice = voiceOf(one).map((words, at) => (at === place ? typed.trim() : words));
    const same = voice.every((words, at) => words === wasSent(one.ref, data.voices[at]));
    edit(one.ref, { voice: same ? undefined : voice });
  }

  function undo() {
    const steps = store.get("steps", []);
    const taken = steps.pop();
    if (!taken) { return null; }
    store.set("steps", steps);
    for (const [ref, answer] of taken.before) { put(ref, answer); }
    store.set("unsaved", store.get("unsaved", 0) + 1);
    listener();
    return { words: taken.words, refs: taken.before.map(([ref]) => ref) };
  }

  // A file that was saved before, or another tab, says what is answered now.
  function bringIn(found) {
    const known = found.filter(([ref]) => place.has(ref));
    if (known.length) { step(`Brought in ${elements.plural(known.length, "answer")}`, known); }
    return known.length;
  }

  function reread() {
    all.clear();
    for (const [ref, answer] of store.answered()) { all.set(ref, answer); }
  }

  return {
    ASKED_AFTER, all, wasSent, askedAfter, get, decided, decide, decideEach, edit, reword, relabel, revoice, undo, bringIn, reread, wordingOf,
    labelsOf, voiceOf, isEdited, KEEP, CHANGE,
    asked: (ref) => place.has(ref),
    get reviewer() { return reviewer; },
    set reviewer(name) { reviewer = name.trim(); store.setShared("name", reviewer); },
    get unsaved() { return store.get("unsaved", 0); },
    saved: () => { store.set("unsaved", 0); listener(); },
    get steps() { return store.get("steps", []).length; },
    onChange: (act) => { listener = act; },
  };
})();
