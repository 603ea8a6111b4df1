// What is answered in, how far that is and how long the rest takes, in words and as a bar, out.
const progress = (() => {
  const { data } = store;
  const { byId, make, fill, plural } = elements;

  function sums() {
    const counted = lists.parts.filter((part) => part.id !== "skim");
    const done = counted.reduce((sum, part) => sum + lists.doneOf(part), 0);
    const all = counted.reduce((sum, part) => sum + part.refs.length, 0);
    const open = (id) => { const part = lists.part(id); return part ? part.refs.length - lists.doneOf(part) : 0; };
    return { done, all, headings: open("headings"), others: open("statements") + open("rules") };
  }

  function time({ headings, others }) {
    if (!headings && !others) { return ""; }
    const { minutes, measured } = pace.left(headings, others);
    return `About ${plural(minutes, "minute")} left, ${measured ? "at your pace" : data.seconds.said}.`;
  }

  const left = () => { const { done, all } = sums(); return done < all ? `${(all - done).toLocaleString("en-GB")} left.` : "Nothing is left."; };

  function partLine(part, current, begin) {
    return make("li", {}, make("button", {
      type: "button", class: "line", "aria-current": part.id === current ? "true" : null, onclick: () => begin(part.id),
    }, make("span", {}, part.name), make("span", { class: "said" }, part.refs.length
      ? `${lists.doneOf(part)} of ${part.refs.length.toLocaleString("en-GB")}` : "none waits")));
  }

  function groupLine(group, jump) {
    return make("li", {}, make("button", { type: "button", class: "line", onclick: () => jump(group) },
      make("span", {}, group.words), make("span", { class: "said" }, `${group.done} of ${group.count.toLocaleString("en-GB")}`)));
  }

  function show(current, begin, jump) {
    const sum = sums();
    const noun = data.comments ? "with a comment" : "answered";
    byId("progress").max = Math.max(sum.all, 1);
    byId("progress").value = sum.done;
    byId("progress-words").textContent = `${sum.done.toLocaleString("en-GB")} of ${sum.all.toLocaleString("en-GB")} ${noun}.`;
    byId("time-left").textContent = data.comments ? "" : time(sum);
    fill(byId("parts"), lists.parts.map((part) => partLine(part, current, begin)));
    const groups = data.comments ? [] : lists.groups();
    byId("group-part").hidden = groups.length < 2;
    fill(byId("groups"), groups.map((group) => groupLine(group, jump)));
  }

  return { show, left, sums, time };
})();
