// One question in, the card that asks it out; what a person does on it goes to `act`.
const cards = (() => {
  const { data } = store;
  const { make, plural } = elements;
  const word = (number) => data.words[number];
  const NAMED = 2;
  const LOOKS = { Keep: "yes", Change: "edit", Reject: "no", "All fine": "yes", Accept: "yes", Decline: "no" };

  const key = (letter) => make("kbd", { "aria-hidden": "true" }, letter);

  function button(words, letter, chosen, onclick, look = LOOKS[words] || "other") {
    return make("button", {
      type: "button", class: `act ${look}`, "aria-pressed": String(chosen), onclick, "data-act": words,
    }, make("span", {}, words), letter ? key(letter) : "");
  }

  function title(words, said) {
    return make("h2", { id: "card-title", tabindex: "-1" }, words, said ? make("span", { class: "heard" }, `: ${said}`) : "");
  }

  function standing(ref) {
    const { decision, reviewer } = answers.get(ref);
    const by = reviewer ? `, ${reviewer}` : "";
    return make("p", { class: "standing", id: "standing" }, decision ? `✓ ${decision}${by}` : "");
  }

  const told = () => make("p", { class: "told", id: "told", role: "status" });

  function noteField(ref, words, hint) {
    return make("div", { class: "note" }, make("label", { for: "note" }, words, hint ? make("span", { class: "quiet hint" }, ` ${hint}`) : ""),
      make("textarea", { id: "note", rows: "1", oninput: (event) => answers.edit(ref, { note: event.target.value.trim() }) },
        answers.get(ref).note || ""));
  }

  function wordingField(one, act) {
    const shown = answers.wordingOf(one);
    const typed = (event) => { answers.reword(one, event.target.value); act.typed(); };
    return [make("label", { for: "wording", class: "heard" }, "Wording"),
      make("textarea", { id: "wording", class: "wording", rows: String(Math.min(Math.ceil(shown.length / 52) + shown.split("\n").length - 1, 12)), oninput: typed }, shown)];
  }

  function waitsForHeading(one, act) {
    const names = one.headings.map((name) => `“${name}”`).join(" and ");
    return make("div", { class: "next" },
      make("p", {}, `Better answer the heading ${names}: that settles this statement and its neighbours.`),
      make("button", { type: "button", class: "plain", onclick: () => act.toHeading(one.headings[0]) }, "Go to the heading"));
  }

  const CHANGES = { added: "ins", "taken out": "del" };

  function changes(one) {
    return one.changes.length ? make("p", { class: "changed" }, make("strong", {}, "What changed in Word: "),
      one.changes.map(([kind, text]) => (CHANGES[kind]
        ? make(CHANGES[kind], {}, make("span", { class: "heard" }, ` [${kind}: `), text, make("span", { class: "heard" }, "] ")) : text))) : "";
  }

  function advice(one) {
    return [...one.remarks.map((words) => make("p", { class: "remark" }, words)),
      one.hints.length ? make("div", { class: "hints" }, make("p", {}, "Plain English, if you like:"),
        make("ul", {}, one.hints.map((words) => make("li", {}, words)))) : ""];
  }

  function childVoice(one) {
    if (!data.voices.length) { return ""; }
    const [words, by] = answers.voiceOf(one);
    return make("details", { class: "voice", open: Boolean(words) }, make("summary", {}, data.voices[0]),
      make("div", { class: "note" }, make("label", { for: "voice" }, data.voices[0]),
        make("textarea", { id: "voice", rows: "1", oninput: (event) => answers.revoice(one, 0, event.target.value) }, words),
        make("label", { for: "voice-by" }, data.voices[1]),
        make("input", { id: "voice-by", value: by, oninput: (event) => answers.revoice(one, 1, event.target.value) })));
  }

  function statement(one, at, count, act) {
    const alike = act.alike(one);
    return [
      title(`Statement ${at + 1} of ${count.toLocaleString("en-GB")}`, answers.wordingOf(one)),
      standing(one.ref),
      one.lead ? make("p", { class: "quiet lead-in" }, one.lead) : "",
      ...wordingField(one, act),
      make("p", { class: "under" }, make("strong", {}, "Under: "), word(one.under) || "(no heading)"),
      one.headings.length ? waitsForHeading(one, act) : make("p", { class: "why" }, make("strong", {}, "Why it is here: "), one.why),
      changes(one),
      ...advice(one),
      alike.length ? make("p", {}, make("button", { type: "button", class: "plain", id: "alike", onclick: () => act.bulk(one) },
        `Decide about this and ${plural(alike.length, "statement")} ${one.cluster ? "like it" : "under its heading"} together `, key("B"))) : "",
      make("div", { class: "labels" }, labels.choices(one, act.relabelled), labels.controls(one, act.open, act.relabelled)),
      childVoice(one),
      noteField(one.ref, "Note", "If it doesn't fit: which category is missing?"),
      make("div", { class: "acts", role: "group", "aria-label": "Your decision" }, told(),
        data.choices.map((choice) => button(choice, keys.LETTERS[choice], answers.decided(one.ref) === choice, () => act.decide(choice)))),
    ];
  }

  function examples(one) {
    return one.examples.length ? make("div", { class: "examples" }, make("p", {}, "Below it stands, for example:"),
      make("ul", {}, one.examples.map((text) => make("li", {}, text)))) : "";
  }

  // The button says what it does, so that nobody takes a choice in the list for an answer.
  function named(event) {
    const { value } = event.target;
    elements.byId("answer").textContent = value ? `Answer: ${value}` : "Answer with this";
    elements.byId("answer").classList.toggle("ready", Boolean(value));
  }

  function meanings(decision, act) {
    return make("div", { class: "pick" }, make("label", { for: "means" }, "Or all of it is about a category:"),
      make("select", { id: "means", onchange: named }, make("option", { value: "" }, "Choose …"),
        data.meanings.map((group) => make("optgroup", { label: group.name },
          group.labels.map((label) => make("option", { value: label, selected: label === decision }, label))))),
      make("button", { type: "button", class: "plain", id: "answer", onclick: act.answer }, "Answer with this"));
  }

  function foundIn(one) {
    const more = one.found.length - NAMED;
    return one.found.slice(0, NAMED).join(", ") + (more > 0 ? ` and ${plural(more, "other document")}` : "");
  }

  function heading(one, at, count, act) {
    const decision = answers.decided(one.ref) || answers.wasSent(one.ref, "This means");
    const times = one.times === 1 ? "once" : plural(one.times, "time");
    const special = data.meanings[0].labels;
    const others = special.filter((label) => label !== one.proposed);
    const turn = one.open ? `Question ${at + 1} of ${lists.part("headings").refs.length}. ` : "";
    return [
      title(`What does “${one.text}” mean?`),
      standing(one.ref),
      make("p", { class: "quiet" }, `${turn}A ${one.place}, used ${times}, in ${foundIn(one)}.`),
      examples(one),
      make("p", { class: "why" }, make("strong", {}, "We think it means: "), one.thought || "We do not know."),
      make("p", {}, one.open ? `${plural(one.waiting, "statement waits", "statements wait")} for this.` : one.state),
      make("div", { class: "acts wide", role: "group", "aria-label": "Your answer" }, told(),
        one.proposed ? button(one.proposed, "K", decision === one.proposed, () => act.decide(one.proposed), "yes") : "",
        others.map((label) => button(label, String(special.indexOf(label) + 1), decision === label, () => act.decide(label)))),
      one.open ? make("p", { class: "under" }, "Not sure? ", make("button", { type: "button", class: "plain", id: "skip", onclick: act.skip }, "Skip this heading"), " It waits for somebody else.") : "",
      meanings(decision, act),
      noteField(one.ref, "Note", "It goes back with your answer."),
    ];
  }

  function rule(one, at, count, act) {
    return [
      title(`Proposed rule ${at + 1} of ${count}`, one.Rule),
      standing(one.Ref),
      make("p", { class: "words" }, one.Rule),
      one.Examples ? make("div", { class: "examples" }, make("p", {}, "It is right, for example, in:"), make("p", { class: "lines" }, one.Examples)) : "",
      make("p", { class: "quiet" }, "A rule that you accept holds from now on, for statements like these. Nothing changes until somebody accepts."),
      noteField(one.Ref, "Note"),
      make("div", { class: "acts", role: "group", "aria-label": "Your decision" },
        data.ruleChoices.map((choice) => button(choice, keys.LETTERS[choice], answers.decided(one.Ref) === choice, () => act.decide(choice)))),
    ];
  }

  function comment(one, at, count, act) {
    return [
      title(`Statement ${at + 1} of ${count}`, one.wording),
      make("p", { class: "under" }, make("strong", {}, "Under: "), word(one.under) || "(no heading)"),
      one.lead ? make("p", { class: "quiet lead-in" }, one.lead) : "",
      make("p", { class: "words big" }, one.wording),
      make("label", { for: "note" }, "What do you think? (You may leave this empty.)"),
      make("textarea", { id: "note", rows: "4", oninput: (event) => answers.edit(one.ref, { note: event.target.value.trim() }) }, answers.get(one.ref).note || ""),
      make("div", { class: "acts two" },
        make("button", { type: "button", class: "act other", onclick: () => act.go(-1) }, "Previous"),
        make("button", { type: "button", class: "act yes", onclick: () => act.go(1) }, "Next")),
    ];
  }

  return { statement, heading, rule, comment, title, button, key };
})();
