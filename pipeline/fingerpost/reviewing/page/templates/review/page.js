// The page itself: which card is shown, what a key or a button does, what is said and what comes next.
(() => {
  const { data } = store;
  const { byId, make, fill, plural } = elements;
  const { KEEP, CHANGE } = answers;
  let part = null;
  let at = 0;
  let areLabelsOpen = false;

  const list = () => lists.listOf(part);
  const current = () => list()[at];
  const refOf = (one) => one.ref || one.Ref;
  const say = (words) => { byId("said").textContent = words; };
  const tell = (words) => { byId("told").textContent = words; };

  const acts = {
    get open() { return areLabelsOpen; },
    alike: bulk.alike,
    typed: showProgress,
    relabelled(words) {
      const pressed = document.activeElement && document.activeElement.dataset.choice;
      const id = document.activeElement && document.activeElement.id;
      rememberOpen();
      show(false);
      const back = pressed !== undefined ? document.querySelector(`[data-choice="${pressed}"]`) : byId(id || "card-title");
      (back || byId("card-title")).focus({ preventScroll: true });
      say(words);
    },
    decide(choice) {
      if (choice === CHANGE && !answers.isEdited(answers.get(refOf(current())))) {
        byId("wording").focus();
        tell("Change the words or the labels first, then choose Change.");
        return;
      }
      rememberOpen();
      answers.decide(choice, [refOf(current())], choice);
      onwards(`${answers.decided(refOf(current()))}.`);
    },
    answer() {
      const means = byId("means").value;
      if (means) { acts.decide(means); } else { byId("means").focus(); tell("Choose an answer from the list first."); }
    },
    bulk(one) { bulk.open(one, (choice, refs) => onwards(`${choice} for ${plural(refs.length, "statement")}.`)); },
    toHeading(name) {
      const found = data.headings.findIndex((one) => one.text === name);
      if (found >= 0) { open("headings", found); }
    },
    go,
    skip() {
      const to = lists.next(part, at);
      if (to > at) { open(part, to); say(`Skipped. Next: ${byId("card-title").firstChild.textContent}.`); return; }
      finish("What you skipped waits for somebody else. You can still answer it: choose it below.", { title: "You are through" });
    },
  };

  function rememberOpen() {
    const details = document.querySelector(".all-labels");
    areLabelsOpen = Boolean(details && details.open);
  }

  function cardOf(one) {
    const count = list().length;
    if (data.comments) { return cards.comment(one, at, count, acts); }
    if (part === "headings") { return cards.heading(one, at, count, acts); }
    if (part === "rules") { return cards.rule(one, at, count, acts); }
    return cards.statement(one, at, count, acts);
  }

  function show(moves = true) {
    const card = byId("card");
    const isCard = part !== "skim" && list().length > 0;
    card.classList.toggle("card", isCard);
    if (part === "skim") { fill(card, skim.page(at, (to) => open("skim", to), (words) => { showProgress(); say(words); })); }
    else if (!list().length) { fill(card, cards.title("Nothing fits what you look for"), make("p", {}, "Take a word or a filter away to see more.")); }
    else { fill(card, cardOf(current())); }
    beside.show(["statements", "headings"].includes(part) && isCard && !data.comments ? current() : null, part);
    document.body.dataset.part = part;
    store.set("place", { part, ref: isCard ? refOf(current()) : "" });
    if (isCard) { listing.show(part, at, (to) => open(part, to)); } else { listing.hide(); }
    showProgress();
    if (moves) { focusCard(); }
  }

  function focusCard() {
    byId("card-title").focus({ preventScroll: true });
    const top = byId("card").getBoundingClientRect().top;
    if (top < 0 || top > window.innerHeight / 2) { byId("card").scrollIntoView({ block: "start", behavior: "instant" }); }
  }

  function open(id, to) {
    part = id;
    at = Math.max(to, 0);
    show();
  }

  function begin(id) {
    const first = lists.next(id, -1);
    open(id, first < 0 ? 0 : first);
  }

  // Headings come first, but only where one waits for an answer.
  function beginFirst() {
    const first = lists.parts.find((one) => lists.next(one.id, -1) >= 0) || lists.parts[0];
    begin(first.id);
  }

  function go(by) {
    if (part === "skim") { turn(by); return; }
    const to = at + by;
    if (to < 0 || to >= list().length) {
      say(to < 0 ? "This is the first." : "This is the last.");
      if (to > 0 && data.comments) { finish("You have seen every statement."); }
      return;
    }
    open(part, to);
    say(`${byId("card-title").textContent}`);
  }

  function turn(by) {
    const to = (Math.floor(at / skim.A_PAGE) + by) * skim.A_PAGE;
    if (to >= 0 && to < list().length) { open(part, to); }
  }

  function onwards(words) {
    const to = lists.next(part, at);
    if (to < 0) { finish(`${lists.part(part).name}: nothing more waits here.`, { before: words }); return; }
    open(part, to);
    const named = byId("card-title").firstChild.textContent;
    say(`${words} ${progress.left()} Next: ${named}.`);
  }

  // All of one part is answered: say so, and lead to the next part that waits, or to saving.
  function finish(words, { before = "", title = "All done here" } = {}) {
    const waiting = lists.parts.find((one) => lists.doneOf(one) < one.refs.length && lists.next(one.id, -1) >= 0 && one.id !== part);
    fill(byId("card"), cards.title(title), make("p", {}, words),
      waiting && !data.comments ? make("p", {}, make("button", { type: "button", class: "act yes", onclick: () => begin(waiting.id) }, `Go on with: ${waiting.name}`)) : "",
      make("p", {}, make("button", { type: "button", class: "act edit", onclick: saving.open }, data.comments ? "Save my comments" : "Save my answers")));
    beside.show(null);
    if (part === "skim") { listing.hide(); } else { listing.show(part, -1, (to) => open(part, to), 0); }
    showProgress();
    focusCard();
    say(`${before} ${words}`.trim());
  }

  function showProgress() {
    progress.show(part, begin, (group) => { byId("filters").reset(); lists.filter(); open("statements", group.first); });
    byId("undo").disabled = answers.steps === 0;
    const unsaved = answers.unsaved > 0;
    byId("unsaved").hidden = !unsaved && store.keeps;
    byId("unsaved").textContent = store.keeps
      ? `Your ${data.comments ? "comments" : "answers"} are only in this browser so far. Save them to a file before you send them, and whenever you stop.`
      : "This browser does not let the page keep anything. You can go on, but save your answers to a file before you close it.";
    const standing = byId("standing");
    if (standing && part && part !== "skim" && current()) {
      const { decision, reviewer } = answers.get(refOf(current()));
      standing.textContent = decision ? `✓ ${decision}${reviewer ? `, ${reviewer}` : ""}` : "";
    }
  }

  function undo() {
    const taken = answers.undo();
    if (!taken) { say("There is nothing to undo."); return; }
    const ids = lists.parts.map((one) => one.id);
    const place = ids.map((id) => [id, lists.listOf(id).findIndex((one) => refOf(one) === taken.refs[0])]).find(([, found]) => found >= 0);
    if (place) { open(...place); } else { show(); }
    say(`Taken back: ${taken.words}.`);
  }

  function onStatement(key) {
    const choice = data.choices.find((one) => keys.LETTERS[one] === key);
    if (choice) { acts.decide(choice); return true; }
    if (/^[1-9]$/.test(key)) {
      const words = labels.toggle(current(), Number(key) - 1);
      if (words) { acts.relabelled(words); }
      return true;
    }
    if (key === "E") { byId("wording").focus(); return true; }
    if (key === "B" && byId("alike")) { acts.bulk(current()); return true; }
    return false;
  }

  function onHeading(key) {
    const special = data.meanings[0].labels;
    if (key === "K" && current().proposed) { acts.decide(current().proposed); return true; }
    if (Object.values(keys.LETTERS).includes(key)) { tell("Choose one of the answers on the card, or skip this heading."); return true; }
    if (/^[1-9]$/.test(key) && special[Number(key) - 1]) { acts.decide(special[Number(key) - 1]); return true; }
    return false;
  }

  function onRule(key) {
    const choice = data.ruleChoices.find((one) => keys.LETTERS[one] === key);
    if (choice) { acts.decide(choice); }
    return Boolean(choice);
  }

  const EVERYWHERE = {
    U: undo, S: () => saving.open(), "?": () => saving.help(), L: () => go(1), ArrowRight: () => go(1),
    J: () => go(-1), ArrowLeft: () => go(-1), "/": () => byId("words").focus(),
  };
  const ON_CARD = { statements: onStatement, headings: onHeading, rules: onRule };

  function press(key) {
    if (part === null || (data.comments && (key === "U" || key === "/"))) { return false; }
    const onCard = !data.comments && ON_CARD[part];
    if (onCard && list().length && byId("standing") && onCard(key)) { return true; }
    if (!EVERYWHERE[key]) { return false; }
    EVERYWHERE[key]();
    return true;
  }

  // While somebody types: Escape leaves the field, Ctrl and Enter decide.
  function typing(event) {
    if (event.target.id !== "wording" && event.target.id !== "note") { return; }
    if (event.key === "Escape") { byId("card-title").focus(); }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (part === "statements" && !data.comments) { acts.decide(answers.isEdited(answers.get(refOf(current()))) ? CHANGE : KEEP); }
      else { go(1); }
    }
  }

  function resume() {
    const { part: id, ref } = store.get("place", {});
    const known = lists.parts.some((one) => one.id === id);
    if (!known) { beginFirst(); return; }
    const found = lists.listOf(id).findIndex((one) => refOf(one) === ref);
    const isAnswered = found >= 0 && lists.isDone(ref);
    if (found < 0 || isAnswered) { begin(id); } else { open(id, found); }
  }

  function start() {
    byId("page").hidden = false;
    byId("undo").hidden = data.comments;
    lists.begin(() => { if (part) { part = "statements"; at = 0; const first = lists.next(part, -1); at = Math.max(first, 0); show(false); } });
    keys.begin(press);
    saving.begin({ done: () => showProgress(), brought: (words) => { if (part) { show(); } else { opening(); } say(words); } });
    answers.onChange(showProgress);
    store.onChange(() => { answers.reread(); if (part && !document.activeElement.closest("textarea, input, select")) { show(false); } else { showProgress(); } });
    byId("undo").addEventListener("click", undo);
    byId("card").addEventListener("keydown", typing);
    window.addEventListener("beforeunload", (event) => { if (answers.unsaved > 0) { event.preventDefault(); } });
    opening();
  }

  function opening() {
    if (!lists.parts.length) { byId("desk").hidden = true; byId("nothing").hidden = false; return; }
    if (answers.reviewer && answers.all.size) {
      resume();
      say(`Welcome back, ${answers.reviewer}. ${progress.left()}`);
      return;
    }
    fill(byId("card"), welcome.card(beginFirst));
    byId("card").classList.add("card");
    beside.show(null);
    listing.hide();
    showProgress();
  }

  start();
})();
