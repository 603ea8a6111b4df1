"use strict";
// Ids that somebody kept or was sent in, the statements that stand for them now out, each once.
const following = (() => {
  const { byId, data } = statements;
  const isGone = (id) => Object.hasOwn(data.gone, id);

  // What stands for an id now: itself, what it was replaced by, nothing; null where nobody knows it.
  function standing(id, passed = new Set()) {
    if (byId.has(id)) { return [id]; }
    if (!isGone(id)) { return null; }
    if (passed.has(id)) { return []; }
    passed.add(id);
    return data.gone[id].flatMap((next) => standing(next, passed) || []);
  }

  function followed(ids) {
    const result = { ids: [], replaced: 0, gone: [], unknown: [] };
    const live = new Set();
    for (const id of ids) {
      const now = standing(id);
      if (now === null) { result.unknown.push(id); continue; }
      if (now.length === 0) { result.gone.push(id); continue; }
      if (now[0] !== id) { result.replaced += 1; }
      now.forEach((one) => live.add(one));
    }
    result.ids = [...live];
    return result;
  }

  return { followed };
})();
