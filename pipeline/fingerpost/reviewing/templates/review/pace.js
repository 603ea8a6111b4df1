// Moments of decisions in, the seconds that one takes this person, and what is left, out.
const pace = (() => {
  const LONGEST = 300;
  const ENOUGH = 10;
  const REMEMBERED = 200;
  const { seconds } = store.data;
  let last = null;

  function tick() {
    const now = Date.now();
    if (last !== null && now - last <= LONGEST * 1000) {
      const gaps = store.get("gaps", []);
      gaps.push(Math.round((now - last) / 100) / 10);
      store.set("gaps", gaps.slice(-REMEMBERED));
    }
    last = now;
  }

  function measured() {
    const gaps = store.get("gaps", []).slice().sort((one, other) => one - other);
    if (gaps.length < ENOUGH) { return null; }
    const middle = Math.floor(gaps.length / 2);
    return gaps.length % 2 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2;
  }

  function left(headings, others) {
    const mine = measured();
    const needed = mine === null
      ? headings * seconds.heading + others * seconds.statement
      : (headings + others) * mine;
    return { minutes: Math.ceil(needed / 60), measured: mine !== null };
  }

  return { tick, left };
})();
