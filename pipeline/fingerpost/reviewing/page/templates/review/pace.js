// Moments of decisions in, how a person's pace compares with what we expect, and what is left, out.
const pace = (() => {
  const LONGEST = 300;
  const ENOUGH = 10;
  const REMEMBERED = 200;
  const A_HAIR = 1e-6;
  const { seconds, headings } = store.data;
  const asked = new Set(headings.map((one) => one.ref));
  let last = null;

  // Headings go faster than statements, so that each gap is held against what its kind should take.
  function tick(ref) {
    const now = Date.now();
    if (last !== null && now - last <= LONGEST * 1000) {
      const gaps = store.get("paces", []);
      gaps.push((now - last) / 1000 / (asked.has(ref) ? seconds.heading : seconds.statement));
      store.set("paces", gaps.slice(-REMEMBERED));
    }
    last = now;
  }

  function measured() {
    const gaps = store.get("paces", []).slice().sort((one, other) => one - other);
    if (gaps.length < ENOUGH) { return null; }
    const middle = Math.floor(gaps.length / 2);
    return gaps.length % 2 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2;
  }

  function left(headingsLeft, others) {
    const mine = measured();
    const needed = (headingsLeft * seconds.heading + others * seconds.statement) * (mine === null ? 1 : mine);
    return { minutes: Math.ceil(needed / 60 - A_HAIR), measured: mine !== null };
  }

  return { tick, left };
})();
