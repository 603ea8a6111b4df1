// A list in, a page of it with what was said of each out, each a button that opens its card.
const listing = (() => {
  const { data } = store;
  const { byId, make, fill } = elements;
  const LONGEST = 90;

  const textOf = (one) => one.Rule || (one.ref && one.text) || answers.wordingOf(one);
  const short = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/\s+\S*$/, "")} …` : text);

  function said(one) {
    const ref = one.ref || one.Ref;
    if (data.comments) { return answers.get(ref).note ? "commented" : ""; }
    return answers.decided(ref) || (answers.isEdited(answers.get(ref)) ? "edited, not decided" : "");
  }

  function show(id, at, open, page = Math.floor(at / lists.A_PAGE)) {
    const list = lists.listOf(id);
    const pages = Math.ceil(list.length / lists.A_PAGE);
    const begin = page * lists.A_PAGE;
    const shown = list.slice(begin, begin + lists.A_PAGE);
    const turn = (to) => { show(id, at, open, to); byId("listing-title").focus(); };
    byId("listing").hidden = false;
    byId("listing-title").textContent = `${lists.part(id).name} ${begin + 1} to ${begin + shown.length} of ${list.length.toLocaleString("en-GB")}`;
    fill(byId("listing-items"), shown.map((one, number) => make("li", {}, make("button", {
      type: "button", class: "line", "aria-current": begin + number === at ? "true" : null, onclick: () => open(begin + number),
    }, make("span", {}, short(textOf(one))), make("span", { class: "said" }, said(one))))));
    byId("listing-items").start = begin + 1;
    fill(byId("listing-pages"), pages > 1 ? [
      make("button", { type: "button", class: "plain", disabled: page === 0, onclick: () => turn(page - 1) }, "Previous page"),
      make("span", {}, `Page ${page + 1} of ${pages}`),
      make("button", { type: "button", class: "plain", disabled: page === pages - 1, onclick: () => turn(page + 1) }, "Next page"),
    ] : []);
  }

  return { show, hide: () => { byId("listing").hidden = true; } };
})();
