"use strict";
// The list that somebody gathered or was sent in; ordering, printing, sharing and saving it out.
const list = (() => {
  const { byId, make, fill, plural } = elements;
  const { data } = statements;
  const place = byId("mine");
  let before = null;

  const askedFor = () => {
    const asked = new URLSearchParams(window.location.search).get("list");
    return asked === null ? null : mylist.ids(asked.split(","));
  };

  const isSame = (some, others) => some.length === others.length && some.every((id, number) => id === others[number]);

  // What is shown: the list that the address holds, if it is another than one's own, or one's own.
  function current() {
    const mine = following.followed(mylist.all());
    const asked = askedFor();
    const theirs = asked && following.followed(asked);
    const isTheirs = Boolean(theirs) && theirs.ids.length > 0 && !isSame(theirs.ids, mine.ids);
    const isOfUse = isTheirs || !theirs || theirs.ids.length > 0;
    return { ids: isTheirs ? theirs.ids : mine.ids, told: isTheirs || !isOfUse ? theirs : mine, isTheirs, mine, theirs };
  }

  const shown = () => current().ids.map((id) => statements.byId.get(id));

  // What a list became since it was kept, in words.
  function changes({ replaced, gone, unknown }) {
    return [
      replaced ? `${plural(replaced, "statement was", "statements were")} replaced by newer ones, which stand here now.` : "",
      gone.length ? `${plural(gone.length, "statement is", "statements are")} no longer part of the directory.` : "",
      unknown.length ? `${plural(unknown.length, "statement is", "statements are")} not known to this directory; the link may have been cut short.` : "",
    ].filter(Boolean);
  }

  function draw() {
    const now = current();
    const several = now.ids.map((id) => statements.byId.get(id));
    fill(place, several.map((one, number) => entries.entry(one, number, { last: several.length - 1, mine: !now.isTheirs })));
    showChanges(now);
    byId("empty").hidden = several.length > 0;
    for (const one of document.querySelectorAll("[data-needs-some]")) { one.hidden = several.length === 0; }
    byId("clear").hidden = now.isTheirs || several.length === 0;
    byId("shared").hidden = !now.isTheirs;
    fill(byId("shared-says"), `Somebody shared this list of ${plural(now.ids.length, "statement")} with you. ${now.mine.ids.length
      ? `Your own list of ${plural(now.mine.ids.length, "statement")} is as it was.` : "Your own list is empty."}`);
    byId("add-theirs").hidden = byId("keep-mine").hidden = now.mine.ids.length === 0;
    byId("take-theirs").textContent = now.mine.ids.length ? "Replace mine with this list" : "Keep this as my list";
    byId("take-theirs").classList.toggle("quiet-button", now.mine.ids.length > 0);
    byId("link").value = address(now.ids);
    fill(byId("copied"), "");
    byId("from-disk").hidden = Boolean(data.address) || window.location.protocol !== "file:";
    byId("keeps-nothing").hidden = mylist.keeps;
  }

  function showChanges(now) {
    const lines = changes(now.told);
    const { gone } = now.told;
    const named = (number) => (gone.length > 1 ? `What became of it (${number + 1} of ${gone.length})` : "What became of it");
    const links = gone.map((id, number) => make("li", {}, make("a", { href: `statements/${id}.html` }, named(number))));
    byId("gone").hidden = lines.length === 0;
    byId("forget").hidden = now.told !== now.mine || gone.length + now.told.unknown.length === 0;
    fill(byId("gone-says"), lines.map((line) => make("p", {}, line)), links.length ? make("ul", {}, links) : null);
  }

  // Only ids go into the link: a name or a note that somebody typed could not be taken back.
  function address(ids) {
    const base = data.address ? `${data.address.replace(/\/?$/, "/")}list.html` : window.location.href.replace(/[?#].*$/, "");
    return `${base}?list=${ids.join(",")}`;
  }

  function change(ids, words) {
    before = mylist.all();
    mylist.set(ids);
    say(words, true);
  }

  function say(words, canUndo) {
    fill(byId("said"), words);
    byId("undo").hidden = !canUndo;
    byId("undoing").hidden = false;
    adding.say(words);
  }

  function move(from, to, does) {
    const { ids } = current();
    const id = ids[from];
    change(ordering.moved(ids, from, to), `Moved to place ${to + 1} of ${ids.length}.`);
    const item = place.children[to];
    if (does && item.dataset.statement === id) { item.querySelector(`[data-does="${does}"]`).focus(); }
  }

  function remove(from) {
    const { ids } = current();
    change(ids.filter((_, number) => number !== from), `Removed. ${plural(ids.length - 1, "statement")} left.`);
    const next = place.children[Math.min(from, ids.length - 2)];
    if (next) { next.querySelector('[data-does="remove"]').focus(); } else { byId("undo").focus(); }
  }

  // One's own list is shown from here on, and the address says no more.
  function leave(ids, words) {
    window.history.replaceState(null, "", window.location.pathname);
    if (ids) { change(ids, words); } else { draw(); say(words, false); }
    byId("heading").focus();
  }

  function save(blob, ending) {
    const name = `my-list-${new Date().toISOString().slice(0, 10)}.${ending}`;
    const link = make("a", { href: URL.createObjectURL(blob), download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    say(`Saved as ${name}.`, false);
  }

  const below = () => `${plural(shown().length, "statement")} from ${data.title}, release ${data.release.number} of ${statements.day(data.release.on)}. ${data.draft}`.trim();

  // What is said above a long list is out of sight down here.
  function sayBeside(words) {
    fill(byId("copied"), words);
    adding.say(words);
  }

  async function copy() {
    byId("link").select();
    try {
      await navigator.clipboard.writeText(byId("link").value);
      sayBeside("The link is copied.");
    } catch (refused) {
      sayBeside("The link is selected: copy it with Ctrl and C.");
    }
  }

  const acts = {
    print: () => window.print(),
    word: () => save(docx.made(shown(), { heading: `My list – ${data.council}`, below: below(), draft: data.draft }), "docx"),
    table: () => save(csv.made(shown()), "csv"),
    copy,
    forget: () => { change(current().mine.ids, "Your list holds only what the directory has."); byId("heading").focus(); },
    clear: () => { change([], "Your list is empty now."); byId("undo").focus(); },
    undo: () => { const ids = before; before = null; mylist.set(ids); say("Taken back.", false); byId("heading").focus(); },
    "keep-mine": () => leave(null, "This is your own list."),
    "take-theirs": () => leave(current().theirs.ids, "The shared list is your list now."),
    "add-theirs": () => leave([...current().mine.ids, ...current().theirs.ids], "The shared list was added to yours."),
  };

  function start() {
    byId("listing").hidden = false;
    byId("coming").hidden = true;
    // What stands for a statement now takes its place on the list for good.
    const { ids, replaced, gone, unknown } = current().mine;
    draw();
    if (replaced) { mylist.set([...ids, ...gone, ...unknown]); }
    for (const [id, act] of Object.entries(acts)) { byId(id).addEventListener("click", act); }
    fill(byId("printed-below"), below());
    ordering.listen(place, { move, remove });
    mylist.onChange(draw);
    window.addEventListener("popstate", draw);
  }

  start();
  return { draw };
})();
