"use strict";
// An address in, what is looked for and chosen out; and back. The same choice always gives the same address.
const choice = (() => {
  const { data } = statements;
  const LONGEST = 200;
  // What names no tier, or no phase, as publishing/finding/directory_data.py calls it.
  const UNNAMED = "none";

  const facets = [
    ...data.kinds.map((kind, number) => ({
      parameter: kind.parameter,
      name: kind.name,
      ids: data.categories.filter((one) => one.kind === number).map((one) => one.id),
    })),
    { parameter: "tier", name: "Level of support", ids: data.tiers.map((one) => one.id) },
    { parameter: "phase", name: "Phase", ids: data.phases.map((one) => one.id) },
  ];

  function made(q, valuesOf) {
    const chosen = facets.map(({ parameter, ids }) => {
      const wanted = new Set(valuesOf(parameter));
      return ids.filter((id) => wanted.has(id));
    });
    return { q: q.slice(0, LONGEST), chosen };
  }

  function fromAddress(search) {
    const parameters = new URLSearchParams(search);
    return made(parameters.get("q") || "", (name) => parameters.getAll(name));
  }

  function toAddress({ q, chosen }) {
    const parameters = new URLSearchParams();
    if (q.trim()) { parameters.set("q", q.trim()); }
    facets.forEach(({ parameter }, number) => chosen[number].forEach((id) => parameters.append(parameter, id)));
    const text = parameters.toString();
    return text ? `?${text}` : "";
  }

  return { facets, made, fromAddress, toAddress, LONGEST, UNNAMED };
})();
