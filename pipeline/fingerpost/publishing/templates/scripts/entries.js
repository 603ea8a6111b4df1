"use strict";
// A statement of a list in, how the list shows and prints it out, with what moves it where it may be moved.
const entries = (() => {
  const { make } = elements;
  const { short } = statements;

  function resource(one) {
    const named = one.url ? make("a", { class: one.title === one.url ? "away bare" : "away", href: one.url, rel: "noopener noreferrer" }, one.title) : one.title;
    const more = [one.publisher, one.checked && `checked ${statements.day(one.checked)}`].filter(Boolean).join(", ");
    return make("li", { dir: "auto" }, named, more ? ` – ${more}` : "");
  }

  function facts(one) {
    const resources = statements.resources(one);
    const rows = [
      ["Categories", statements.labels(one).map((label) => label.label).join(" · ")],
      ["For", statements.phases(one).join(", ")],
      ["Resources", resources.length ? make("ul", { class: "plain" }, resources.map(resource)) : ""],
      ["From", statements.origin(one)],
      ["Agreed", statements.agreed(one)],
    ];
    return make("dl", { class: "facts" },
      rows.filter(([, value]) => value).map(([name, value]) => [make("dt", {}, name), make("dd", { dir: "auto" }, value)]).flat());
  }

  function button(words, one, does, isOff) {
    return make("button", { type: "button", class: "quiet-button", "data-does": does, "aria-disabled": isOff ? "true" : null },
      words, make("span", { class: "heard" }, `: ${short(one.text, 80)}`));
  }

  function moves(one, place, last) {
    return make("ul", { class: "moves" }, [
      button("Move up", one, "up", place === 0),
      button("Move down", one, "down", place === last),
      button("Remove", one, "remove", false),
    ].map((each) => make("li", {}, each)));
  }

  function entry(one, place, { last, mine }) {
    const lead = statements.lead(one);
    const tier = statements.tier(one);
    return make("li", { class: "card", "data-statement": one.id },
      mine ? make("span", { class: "grip", "aria-hidden": "true", title: "Drag to another place" }, "⠿") : null,
      lead ? make("p", { class: "leads-in", dir: "auto" }, lead) : null,
      make("h2", { class: "words", dir: "auto" }, make("a", { href: statements.page(one) }, one.text)),
      one.child ? make("p", { dir: "auto" }, `In a child's words: “${one.child}”`) : null,
      tier ? make("p", { class: "tier" }, make("strong", {}, tier)) : null,
      facts(one),
      mine ? moves(one, place, last) : null);
  }

  return { entry };
})();
