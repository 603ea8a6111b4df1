"use strict";
// What the site knows in, its statements and categories as pages show them out.
const statements = (() => {
  const { make } = elements;
  const data = JSON.parse(fingerpost.directory);
  const root = document.body.dataset.root;
  const all = data.statements;
  const byId = new Map(all.map((one) => [one.id, one]));
  const SPECIAL = new Set(["targeted", "specialist"]);
  const tierNames = new Map(data.tiers.map((tier) => [tier.id, tier.label]));

  const lead = (one) => data.words[one.lead];
  // What tells most of it comes first; by kind, as pages name them.
  const nearest = (one) => (one.labels || []).map((number) => data.categories[number]);
  const labels = (one) => nearest(one).sort((a, b) => a.kind - b.kind);
  const resources = (one) => (one.resources || []).map((number) => data.resources[number]);
  const tier = (one) => (SPECIAL.has(one.tier) ? tierNames.get(one.tier) : "");
  const page = (one) => root + one.path;
  const source = (one) => (one.document === undefined ? null : data.documents[one.document]);
  const heading = (one) => data.words[one.heading];
  const phases = (one) => data.phases.filter((phase) => (one.phases || []).includes(phase.id)).map((phase) => phase.label);

  // Where a statement's page is on the web; "" where nobody knows an address that others can open.
  function address(one) {
    if (data.address) { return new URL(one.path, data.address.replace(/\/?$/, "/")).href; }
    return window.location.protocol === "file:" ? "" : new URL(page(one), window.location.href).href;
  }

  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December"];

  function day(stamp) {
    const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(stamp || "");
    return parts ? `${Number(parts[3])} ${MONTHS[Number(parts[2]) - 1]} ${parts[1]}` : stamp || "";
  }

  // When somebody agreed to it, or to the release that it stands in; "" for a draft.
  function agreed(one) {
    if (one.agreed) { return day(one.agreed); }
    return data.release.signed ? `with release ${data.release.number} of ${day(data.release.on)}` : "";
  }

  // "Guidance 2025 (edition of 3 March 2025), under Reading › Spelling"; what stood in no document says so.
  function origin(one) {
    const from = source(one);
    const named = from ? from.title + (from.on ? ` (edition of ${day(from.on)})` : "") : "";
    return [named, heading(one) && `under ${heading(one).replaceAll(" > ", " › ")}`].filter(Boolean).join(", ") || "Written for this directory";
  }

  const listed = (several, name) => make("ul", { class: "tags", "aria-label": name },
    several.map((label) => make("li", {}, make("a", { href: root + label.path, dir: "auto" }, label.label))));

  // A narrow screen folds away all but the kind of category that tells most.
  function tags(one) {
    const all = nearest(one);
    if (!all.length) { return null; }
    const further = all.filter(({ kind }) => kind !== all[0].kind);
    return make("div", { class: "filed" }, listed(all.filter(({ kind }) => kind === all[0].kind), "Categories"),
      further.length ? make("details", { class: "further" },
        make("summary", {}, `${further.length} more`, make("span", { class: "heard" }, further.length === 1 ? " category" : " categories")), listed(further, "Further categories")) : null);
  }

  const short = (text, length) => (text.length > length ? `${text.slice(0, length).replace(/\s\S*$/, "")}…` : text);

  const keeper = (one) => make("p", { class: "keeping" }, make("button", { type: "button", class: "quiet-button keep", "data-id": one.id },
    "Add to my list", make("span", { class: "heard" }, `: ${short(one.text, 80)}`)));

  return { data, all, byId, lead, labels, resources, tier, phases, page, heading, origin, agreed, address, day, tags, keeper, short };
})();
