"use strict";
// Places of statements and a choice in, those that fit it, and how many each further choice would leave, out.
const filtering = (() => {
  const { facets } = choice;
  const { data, all } = statements;
  const { categories } = data;

  function idsOf(one) {
    const labels = statements.labels(one);
    // A need stands below its area, as on the pages of categories.
    const above = labels.filter((label) => label.above !== undefined).map((label) => categories[label.above]);
    const shown = [...new Set([...labels, ...above])];
    return facets.map(({ parameter }) => {
      if (parameter === "tier") { return [one.tier || choice.UNNAMED]; }
      if (parameter === "phase") { return one.phases || [choice.UNNAMED]; }
      return shown.filter((label) => data.kinds[label.kind].parameter === parameter).map((label) => label.id);
    });
  }

  let known = null;

  function ready() {
    known = known || all.map(idsOf);
    return known;
  }

  function narrowed(places, { chosen }) {
    const wanted = chosen.map((ids) => new Set(ids));
    const counts = facets.map(({ ids }) => new Map(ids.map((id) => [id, 0])));
    const fitting = [];
    for (const place of places) {
      const ids = ready()[place];
      const unmet = facets.flatMap((_, number) => (wanted[number].size && !ids[number].some((id) => wanted[number].has(id)) ? [number] : []));
      if (unmet.length === 0) { fitting.push(place); }
      facets.forEach((_, number) => {
        // What one kind leaves out may still be counted among that kind's own further choices.
        if (unmet.length > 1 || (unmet.length === 1 && unmet[0] !== number)) { return; }
        for (const id of ids[number]) { counts[number].set(id, (counts[number].get(id) || 0) + 1); }
      });
    }
    return { fitting, counts };
  }

  const everything = all.map((_, place) => place);

  return { narrowed, everything, ready };
})();
