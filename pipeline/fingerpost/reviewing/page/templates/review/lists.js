// The parts of the page, what a filter leaves of the statements, and which of them comes next.
const lists = (() => {
  const { data } = store;
  const { byId, make, fill, plural } = elements;
  const A_PAGE = 20;
  const FILTERS = ["doubt", "under", "document"];
  const word = (number) => data.words[number];
  const form = byId("filters");
  let chosen = data.statements;

  const openHeadings = data.headings.filter((one) => one.open);
  const isQuiet = (one) => one.headings.length > 0;
  const own = data.statements.filter((one) => !isQuiet(one));

  const parts = [
    { id: "headings", name: "Headings", all: data.headings, counted: openHeadings },
    { id: "statements", name: "Statements", all: data.statements, counted: own },
    { id: "rules", name: "Proposed rules", all: data.rules, counted: data.rules },
    { id: "skim", name: "Skim", all: data.skim, counted: data.skim.flatMap((one) => (one.picked ? one.members : [one])) },
  ].map((part) => ({ ...part, refs: part.counted.map((one) => one.ref || one.Ref) }))
    .filter((part) => part.all.length && (!data.comments || part.id === "statements"));

  const isDone = (ref) => Boolean(data.comments ? answers.get(ref).note : answers.decided(ref));
  const doneOf = (part) => part.refs.filter(isDone).length;
  const part = (id) => parts.find((one) => one.id === id);

  // Headings nobody need answer come after those that wait, and are passed over by "next".
  const listOf = (id) => (id === "statements" ? chosen : part(id).all);
  const waits = (id, one) => {
    const asked = id === "headings" ? one.open : id !== "statements" || !isQuiet(one) || byId("doubt").value !== "";
    return asked && !isDone(one.ref || one.Ref);
  };

  function next(id, from) {
    const list = listOf(id);
    for (let step = 1; step <= list.length; step += 1) {
      const at = (from + step) % list.length;
      if (waits(id, list[at])) { return at; }
    }
    return -1;
  }

  function options(field, all) {
    const found = new Map();
    for (const one of data.statements) { found.set(one[field], (found.get(one[field]) || 0) + 1); }
    const listed = Array.from(found, ([value, count]) => [word(value) || "(no heading)", value, count]);
    if (field !== "doubt") { listed.sort(([a], [b]) => a.localeCompare(b, "en-GB")); }
    fill(byId(field), make("option", { value: "" }, all),
      listed.map(([words, value, count]) => make("option", { value }, `${words} (${count})`)));
  }

  function areas() {
    const names = new Set(data.statements.flatMap((one) => one.proposed[0] || []));
    fill(byId("area"), make("option", { value: "" }, "Any area"),
      (data.kinds[0] || { labels: [] }).labels.filter((name) => names.has(name)).map((name) => make("option", { value: name }, name)),
      make("option", { value: "-" }, "No area yet"));
  }

  function fits(one, sought) {
    const area = byId("area").value;
    const labels = answers.labelsOf(one, 0);
    return FILTERS.every((field) => byId(field).value === "" || String(one[field]) === byId(field).value)
      && (area === "" || (area === "-" ? labels.length === 0 : labels.includes(area)))
      && (byId("state").value !== "open" || !isDone(one.ref))
      && sought.every((part_) => one.sought.includes(part_));
  }

  function filter() {
    const sought = byId("words").value.toLocaleLowerCase("en-GB").split(/\s+/).filter(Boolean);
    chosen = data.statements.filter((one) => fits(one, sought));
    byId("shown").textContent = chosen.length === data.statements.length
      ? `All ${plural(chosen.length, "statement")}.`
      : `${chosen.length.toLocaleString("en-GB")} of ${plural(data.statements.length, "statement")}.`;
    return chosen;
  }

  function begin(act) {
    if (!part("statements")) { byId("finding").hidden = true; return; }
    options("doubt", "Any reason");
    options("under", "Any heading");
    options("document", "Any document");
    areas();
    const changed = () => { filter(); act(); };
    form.addEventListener("input", changed);
    form.addEventListener("reset", () => window.setTimeout(changed, 0));
    form.addEventListener("submit", (event) => { event.preventDefault(); byId("card-title").focus(); });
    filter();
  }

  // Statements that wait for one reason, as places to jump to.
  function groups() {
    const found = new Map();
    data.statements.forEach((one, at) => {
      const group = found.get(one.doubt) || { words: word(one.doubt), doubt: one.doubt, first: at, count: 0, done: 0 };
      group.count += 1;
      group.done += isDone(one.ref) ? 1 : 0;
      found.set(one.doubt, group);
    });
    return Array.from(found.values());
  }

  return { A_PAGE, parts, part, listOf, next, doneOf, isDone, isQuiet, waits, filter, begin, groups, word };
})();
