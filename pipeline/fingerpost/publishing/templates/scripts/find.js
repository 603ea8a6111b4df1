"use strict";
// The page for searching: what is typed and chosen in, the statements that fit it out, and the address that says so.
const find = (() => {
  const { byId, make, fill, plural } = elements;
  const { facets } = choice;
  const STEP = 50;
  // So many are shown at once; the browser lays out the others after it has painted these.
  const FIRST = 10;
  const AFTER_TYPING = 400;
  const form = byId("finder");
  const typed = byId("q");
  const boxes = Array.from(document.querySelectorAll("input[data-choice]"));
  let shown = STEP;
  let waiting = 0;
  let announcing = 0;
  let drawn = 0;
  let drawing = 0;
  let isTyping = false;
  const NOTHING = { words: new Set(), why: () => [], says: "", isDanger: false };
  let last = { fitting: [], ...NOTHING };

  const current = () => choice.made(typed.value, (name) => boxes.filter((box) => box.name === name && box.checked).map((box) => box.value));

  function enter(state) {
    const wanted = new Set(state.chosen.flatMap((ids, number) => ids.map((id) => `${facets[number].parameter}/${id}`)));
    if (typed.value.trim() !== state.q.trim()) { typed.value = state.q; }
    for (const box of boxes) {
      box.checked = wanted.has(`${box.name}/${box.value}`);
      if (box.checked) { box.closest("details").open = true; }
    }
  }

  function update() {
    const state = current();
    const searched = searching.of(state.q);
    const { fitting, counts } = filtering.narrowed(searched ? searched.places : filtering.everything, state);
    last = { ...NOTHING, ...searched, fitting };
    showCounts(counts, state);
    showChosen(state);
    fill(byId("partly"), last.says);
    byId("partly").hidden = !last.says;
    byId("danger").hidden = !last.isDanger;
    showDoors(state.q);
    showNothing(state, fitting.length === 0 && !last.isDanger);
    showUnnamed(counts, state);
    fill(byId("results"));
    drawn = 0;
    draw(Math.min(FIRST, shown));
    showCount();
    window.clearTimeout(drawing);
    window.requestAnimationFrame(() => { drawing = window.setTimeout(() => draw(shown), 0); });
  }

  function draw(until) {
    const { fitting, words: found, why } = last;
    const added = fitting.slice(drawn, until).map((place) => cards.card(statements.all[place], found, why(place)));
    byId("results").append(...added);
    added.forEach(adding.show);
    drawn += added.length;
    return added;
  }

  function showCount() {
    const { fitting } = last;
    const some = Math.min(shown, fitting.length).toLocaleString("en-GB");
    fill(byId("count"), fitting.length ? `Showing ${some} of ${plural(fitting.length, "statement")}` : "No statements");
    byId("more").hidden = shown >= fitting.length;
  }

  function showDoors(q) {
    const several = ` ${words.of(q).join(" ")} `;
    for (const door of document.querySelectorAll("[data-typed]")) {
      door.hidden = !door.dataset.typed.split("|").some((one) => several.includes(` ${one} `));
    }
  }

  function showNothing({ q, chosen }, isNothing) {
    byId("nothing").hidden = !isNothing;
    const isChosen = chosen.some((ids) => ids.length > 0);
    const both = "Nothing with these words fits what you chose. Remove a choice, or try another word.";
    const either = isChosen ? "No statement fits all that you chose. Remove a choice." : "Nothing has these words. Try another word, or fewer.";
    fill(byId("nothing-says"), isChosen && q.trim() ? both : either);
  }

  function showCounts(counts, state) {
    for (const box of boxes) {
      const number = facets.findIndex(({ parameter }) => parameter === box.name);
      const count = counts[number].get(box.value) || 0;
      if (!box.disabled) { byId(`${box.id}-count`).textContent = `(${count.toLocaleString("en-GB")})`; }
      box.parentElement.classList.toggle("quiet", count === 0 && !box.checked);
    }
    facets.forEach(({ parameter }, number) => {
      const many = state.chosen[number].length;
      const place = byId(`chosen-${parameter}`);
      if (place) { place.textContent = many ? ` (${many} chosen)` : ""; }
    });
  }

  // Whoever asks for a phase wants what is meant for any phase, too, but should know it when they see it.
  function showUnnamed(counts, { chosen }) {
    const number = facets.findIndex(({ parameter }) => parameter === "phase");
    const many = counts[number].get(choice.UNNAMED) || 0;
    const isAsked = chosen[number].length > 0 && !chosen[number].includes(choice.UNNAMED);
    byId("unnamed").hidden = !isAsked || many === 0;
    fill(byId("unnamed-says"), `${plural(many, "statement")} ${many === 1 ? "names no phase, so it" : "name no phase, so they"} may suit this one too.`);
  }

  function addUnnamed() {
    const box = boxes.find(({ name, value }) => name === "phase" && value === choice.UNNAMED);
    box.checked = true;
    changed(true);
    byId("count").focus();
  }

  const nameOf = (box) => box.parentElement.querySelector(".choice").textContent;

  function showChosen(state) {
    const chips = boxes.filter((box) => box.checked).map((box) => make("li", {},
      make("button", { type: "button", class: "quiet-button", "data-off": box.id }, make("span", { class: "heard" }, "Remove: "), nameOf(box), make("span", { "aria-hidden": "true" }, "\u00a0×"))));
    const any = chips.length > 0 || state.q.trim() !== "";
    fill(byId("chosen"), ...chips, any ? make("li", {}, make("button", { type: "button", class: "quiet-button", id: "clear" }, "Clear all")) : null);
    byId("chosen").hidden = !any;
  }

  function announce() {
    window.clearTimeout(announcing);
    announcing = window.setTimeout(() => {
      const notice = last.isDanger ? `${byId("danger").textContent.trim()} ` : "";
      adding.say(notice + byId("count").textContent);
    }, AFTER_TYPING * 2);
  }

  // What is typed in one go is one step back; each choice is one.
  function remember(push) {
    const address = `${window.location.pathname}${choice.toAddress(current())}`;
    if (address === window.location.pathname + window.location.search) { return; }
    if (push) { window.history.pushState(null, "", address); } else { window.history.replaceState(null, "", address); }
  }

  function changed(push) {
    window.clearTimeout(waiting);
    shown = STEP;
    update();
    remember(push);
    announce();
  }

  function rememberTyping() {
    remember(!isTyping);
    isTyping = true;
  }

  let frame = 0;
  function keyed() {
    shown = STEP;
    window.clearTimeout(frame);
    frame = window.setTimeout(update, 0);
    announce();
    window.clearTimeout(waiting);
    waiting = window.setTimeout(rememberTyping, AFTER_TYPING);
  }

  function stopTyping() {
    window.clearTimeout(waiting);
    if (choice.toAddress(current()) !== window.location.search) { rememberTyping(); }
    isTyping = false;
  }

  function clear() {
    stopTyping();
    enter(choice.fromAddress(""));
    changed(true);
    typed.focus();
  }

  function showMore() {
    shown += STEP;
    const [first] = draw(shown);
    showCount();
    window.history.replaceState({ shown }, "");
    first.querySelector("a").focus();
    adding.say(byId("count").textContent);
  }

  function restore(event) {
    isTyping = false;
    shown = (event && event.state && event.state.shown) || STEP;
    enter(choice.fromAddress(window.location.search));
    update();
    if (event) { announce(); }
  }

  function listen() {
    typed.addEventListener("input", keyed);
    typed.addEventListener("blur", stopTyping);
    form.addEventListener("submit", (event) => { event.preventDefault(); update(); stopTyping(); });
    boxes.forEach((box) => box.addEventListener("change", () => { stopTyping(); changed(true); }));
    byId("more").addEventListener("click", showMore);
    byId("unnamed-too").addEventListener("click", addUnnamed);
    byId("chosen").addEventListener("click", (event) => {
      const off = event.target.closest("[data-off]");
      if (event.target.id === "clear") { clear(); }
      if (off) { byId(off.dataset.off).checked = false; changed(true); byId("count").focus(); }
    });
    window.addEventListener("popstate", restore);
  }

  // The page brings the first results of all; they stay, and further ones that were shown come after them.
  function takeOver() {
    shown = (window.history.state && window.history.state.shown) || STEP;
    last = { ...NOTHING, fitting: filtering.everything };
    drawn = byId("results").children.length;
    draw(shown);
    showCount();
  }

  // Each by itself, so that a key that is pressed meanwhile waits for one at most.
  function prepare() {
    const whenIdle = window.requestIdleCallback || window.setTimeout;
    whenIdle(() => filtering.ready());
    whenIdle(() => searching.ready());
    whenIdle(() => window.performance.mark("search is ready"));
  }

  function start() {
    byId("filters").open = window.matchMedia("(min-width: 64rem)").matches;
    listen();
    if (window.location.search) {
      restore({ state: window.history.state });
    } else if (choice.toAddress(current()) || !filtering.everything.length) {
      // Somebody was quicker than the scripts, or there is nothing to take over.
      changed(true);
    } else {
      takeOver();
    }
    document.documentElement.classList.remove("asked");
    prepare();
  }

  start();
  return { update };
})();
