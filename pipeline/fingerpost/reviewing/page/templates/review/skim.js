// Statements that were settled, a page of headings at a time, with "All fine" and "Pull out" out.
const skim = (() => {
  const { data } = store;
  const { make } = elements;
  const A_PAGE = 10;

  function toggle(ref, words, act) {
    const chosen = answers.decided(ref) === words;
    answers.decide(chosen ? `${words} taken back` : words, [ref], chosen ? "" : words);
    act(chosen ? `${words} taken back.` : `${words}.`);
  }

  function press(row, words, about, changed) {
    const made = make("button", {
      type: "button", class: words === data.allFine ? "act yes" : "plain", "data-act": words,
      "aria-pressed": String(answers.decided(row.Ref) === words),
      onclick: () => toggle(row.Ref, words, (said) => {
        made.setAttribute("aria-pressed", String(answers.decided(row.Ref) === words));
        changed(said);
      }),
    }, make("span", {}, words), make("span", { class: "heard" }, `: ${about}`));
    return made;
  }

  function member(row, picked, changed) {
    return make("li", { class: "settled" },
      make("div", {}, make("p", { class: "lines" }, row.Statement), row.Categories ? make("p", { class: "quiet" }, row.Categories) : ""),
      picked ? press(row, data.allFine, row.Statement, changed) : "",
      press(row, files.PULL_OUT, row.Statement, changed));
  }

  // What was picked by lot is answered one by one; all else under a heading at once.
  function group(row, changed) {
    const head = row.picked
      ? [make("h3", {}, "Picked by lot"), make("p", {}, row.Statement)]
      : [make("h3", {}, row.Under), make("p", { class: "quiet" }, row.Statement), press(row, data.allFine, row.Under, changed)];
    return make("section", { class: "card" }, head,
      make("ul", { class: "plain" }, row.members.map((one) => member(one, row.picked, changed))));
  }

  function page(at, turn, changed) {
    const pages = Math.ceil(data.skim.length / A_PAGE);
    const number = Math.floor(at / A_PAGE);
    const shown = data.skim.slice(number * A_PAGE, (number + 1) * A_PAGE);
    return [
      cards.title(`Skim: page ${number + 1} of ${pages}`),
      make("p", {}, `What stands here is settled, and nobody need answer. Read down each list. Choose “${data.allFine}” if it is, or “${files.PULL_OUT}” beside a statement that a person should look at.`),
      ...shown.map((row) => group(row, changed)),
      pages > 1 ? make("div", { class: "acts two" },
        make("button", { type: "button", class: "act other", disabled: number === 0, onclick: () => turn((number - 1) * A_PAGE) }, "Previous page"),
        make("button", { type: "button", class: "act other", disabled: number === pages - 1, onclick: () => turn((number + 1) * A_PAGE) }, "Next page")) : "",
    ];
  }

  return { page, A_PAGE };
})();
