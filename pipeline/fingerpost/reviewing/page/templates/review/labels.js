// One statement in, the controls to choose its labels out: by number, or from each kind's whole list.
const labels = (() => {
  const { data } = store;
  const { make, fill } = elements;
  const word = (number) => data.words[number];

  function summary(one) {
    const said = data.kinds.map((kind, number) => [kind.name, answers.labelsOf(one, number)])
      .filter(([, chosen]) => chosen.length).map(([name, chosen]) => `${name}: ${chosen.join("; ")}`);
    return said.length ? said.join(". ") : "none";
  }

  // A number makes its label the main one in place of the one before; pressed again it takes it away.
  function toggle(one, number) {
    const choice = one.choices[number];
    if (!choice) { return ""; }
    const [kind, named] = choice;
    const label = word(named);
    const chosen = answers.labelsOf(one, kind);
    const others = chosen.filter((name) => name !== label);
    answers.relabel(one, kind, chosen.includes(label) ? others : [label, ...chosen.slice(1)]);
    return chosen.includes(label) ? `${label} taken away.` : `${data.kinds[kind].name}: ${label}.`;
  }

  function standing(one, kind, label) {
    const at = answers.labelsOf(one, kind).indexOf(label);
    return at < 0 ? "" : at === 0 ? "chosen" : "chosen as well";
  }

  function choices(one, changed) {
    const buttons = one.choices.map(([kind, named, because], number) => {
      const label = word(named);
      const said = standing(one, kind, label);
      return make("li", {}, make("button", {
        type: "button", class: "choice", "aria-pressed": String(Boolean(said)), "data-choice": number,
        onclick: () => changed(toggle(one, number)),
      }, make("kbd", { "aria-hidden": "true" }, String(number + 1)),
      make("span", { class: "tick", "aria-hidden": "true" }, said ? "✓" : ""),
      make("span", { class: "named" }, make("span", { class: "kind" }, `${data.kinds[kind].name}: `), label,
        said === "chosen as well" ? " (as well)" : "",
        because ? make("span", { class: "because" }, `, ${because}`) : "")));
    });
    return make("ol", { class: "choices", "aria-label": "Labels to choose by number" }, buttons);
  }

  const listed = (names, chosen) => [make("option", { value: "" }, "—"),
    ...Array.from(new Set([...names, ...(chosen ? [chosen] : [])]))
      .map((name) => make("option", { value: name, selected: name === chosen }, name))];

  function kindControls(one, kind, number, changed) {
    const [main = "", ...others] = answers.labelsOf(one, number);
    const put = (chosen) => {
      answers.relabel(one, number, Array.from(new Set(chosen.filter(Boolean))));
      changed(`${kind.name}: ${answers.labelsOf(one, number).join("; ") || "none"}.`);
    };
    const id = `kind-${number}`;
    const free = kind.labels.filter((name) => name !== main && !others.includes(name));
    return make("fieldset", { class: "kind" }, make("legend", {}, kind.name),
      make("label", { for: id }, "Main"),
      make("select", { id, onchange: (event) => put([event.target.value, ...others]) }, listed(kind.labels, main)),
      others.map((name) => make("button", {
        type: "button", class: "plain", onclick: () => put([main, ...others.filter((other) => other !== name)]),
      }, `Take away ${name}`)),
      make("label", { for: `${id}-also` }, "Also"),
      make("select", { id: `${id}-also`, disabled: !main, onchange: (event) => put([main, ...others, event.target.value]) }, listed(free, "")));
  }

  // The lists are long: they are made when somebody opens them.
  function controls(one, open, changed) {
    const all = () => data.kinds.map((kind, number) => kindControls(one, kind, number, changed));
    const place = make("div", { class: "kinds" }, open ? all() : []);
    return make("details", { class: "all-labels", open, ontoggle: (event) => fill(place, event.target.open ? all() : []) },
      make("summary", {}, make("span", {}, "All labels"), make("span", { class: "quiet now" }, ` Now ${summary(one)}`)), place);
  }

  return { toggle, choices, controls, summary };
})();
