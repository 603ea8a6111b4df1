// A statement in, those like it with a box each out; one decision for all that are ticked, one step to undo.
const bulk = (() => {
  const { data } = store;
  const { byId, make, fill, plural } = elements;
  const dialog = byId("bulk-dialog");
  let members = [];
  let pattern = null;

  // What is almost the same goes together; what is alone goes with what waits below its heading.
  const clusterOf = (one) => one.cluster || `group ${one.group}`;
  const clusters = new Map();
  for (const one of data.statements) {
    clusters.set(clusterOf(one), [...(clusters.get(clusterOf(one)) || []), one]);
  }

  const alike = (one) => clusters.get(clusterOf(one)).filter((other) => other !== one && !answers.decided(other.ref));
  const boxes = () => Array.from(dialog.querySelectorAll("[data-ref]"));
  const ticked = () => boxes().filter((box) => box.checked).map((box) => box.dataset.ref);

  function count() {
    const number = ticked().length;
    byId("bulk-count").textContent = `${number.toLocaleString("en-GB")} of ${plural(members.length, "statement")} ticked.`;
    for (const button of byId("bulk-acts").children) { button.disabled = number === 0; }
  }

  // What somebody said of a statement must be seen before it is settled: its box is for whoever reads it.
  function line(one) {
    const said = answers.wasSent(one.ref, answers.ASKED_AFTER) ? ` ${one.why}` : "";
    return make("li", {}, make("label", {},
      make("input", { type: "checkbox", checked: one === pattern || !said, "data-ref": one.ref }),
      make("span", {}, answers.wordingOf(one), make("span", { class: "quiet" }, ` ${labels.summary(one)}${said}`))));
  }

  // The labels of the card may go to all that are ticked: then each is a change where they differ.
  function decide(choice, done) {
    const refs = ticked();
    const shared = byId("bulk-labels").checked && pattern
      ? Object.fromEntries(data.kinds.map((_, kind) => [kind, answers.labelsOf(pattern, kind)])) : null;
    const asked = new Map(data.statements.map((one) => [one.ref, one]));
    const more = (ref) => (shared ? { labels: differing(asked.get(ref), shared) } : {});
    answers.decideEach(`${choice} for ${plural(refs.length, "statement")}`, refs, choice, more);
    dialog.close();
    done(choice, refs);
  }

  function differing(one, shared) {
    return Object.fromEntries(Object.entries(shared)
      .filter(([kind, chosen]) => chosen.join("\n") !== (one.proposed[kind] || []).join("\n")));
  }

  function open(one, done) {
    pattern = one;
    members = [...(answers.decided(one.ref) ? [] : [one]), ...alike(one)];
    byId("bulk-labels").checked = false;
    byId("bulk-pattern").textContent = labels.summary(one);
    fill(byId("bulk-list"), members.map(line));
    fill(byId("bulk-acts"), data.choices.filter((choice) => choice !== answers.CHANGE)
      .map((choice) => cards.button(choice, "", false, () => decide(choice, done))));
    for (const button of byId("bulk-acts").children) { button.removeAttribute("aria-pressed"); }
    count();
    dialog.showModal();
    byId("bulk-title").focus();
  }

  byId("bulk-list").addEventListener("change", count);
  byId("bulk-none").addEventListener("click", () => { boxes().forEach((box) => { box.checked = false; }); count(); });
  byId("bulk-all").addEventListener("click", () => { boxes().forEach((box) => { box.checked = true; }); count(); });

  return { open, alike };
})();
