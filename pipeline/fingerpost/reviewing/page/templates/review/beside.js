// One card in, what helps to decide about it out: its passage in Word, its categories, the past, the answers.
const beside = (() => {
  const { data } = store;
  const { byId, make, fill } = elements;
  const { passage } = passages;
  const word = (number) => data.words[number];
  const covered = new Map(data.categories.map((row) => [`${row.Kind}/${row.Category}`, row]));

  function inWord(one) {
    const shown = one.passage
      ? [make("div", { class: "copy passage", role: "region", tabindex: "0", "aria-label": "The passage in Word" }, passage(one.passage))]
      : [one.lead ? make("p", { class: "quiet" }, one.lead) : "",
        make("p", {}, make("mark", {}, one.word || one.wording)),
        one.around ? make("p", { class: "quiet lines" }, one.around) : ""];
    return [
      make("p", { class: "quiet" }, make("strong", {}, word(one.document))),
      ...shown,
      one.copy && !data.pack ? make("p", {}, make("a", { href: one.copy }, "See it in the whole document")) : "",
    ];
  }

  function categories(one) {
    const named = data.kinds.flatMap((kind, number) =>
      Array.from(new Set([...answers.labelsOf(one, number), ...one.choices.filter(([of]) => of === number).map(([, label]) => word(label))]))
        .map((label) => [kind.name, label]));
    const shown = named.map(([kind, label]) => covered.get(`${kind}/${label}`)).filter(Boolean);
    return shown.length ? make("dl", { class: "covers" }, shown.flatMap((row) => [
      make("dt", {}, make("span", { class: "kind" }, `${row.Kind}: `), row.Category),
      make("dd", {}, row["What it covers"] || "", row["What it is not"] ? make("span", { class: "quiet not" }, ` Not: ${row["What it is not"]}`) : ""),
    ])) : make("p", {}, "No category is proposed.");
  }

  function past(one) {
    const found = one.past || [];
    return found.length ? make("ul", { class: "past" }, found.map(([text, said, person, named]) => make("li", {},
      make("p", {}, `“${text}”`),
      make("p", { class: "quiet" }, [said, person ? ` by ${person}` : "", named ? `. ${named}` : ""].join("")))))
      : make("p", {}, "Nobody has decided about a statement like this one yet.");
  }

  const told = (words, says) => [make("dt", {}, make("span", { class: "kind" }, words)), make("dd", {}, says)];

  // What follows from each answer about a heading, and what the category covers that we think it means.
  function meant(one) {
    const row = data.categories.find(({ Category }) => Category === one.proposed);
    return [
      make("dl", { class: "covers" }, data.answers.flatMap(([words, says]) => told(words, says)),
        row && row["What it covers"] ? told(row.Category, row["What it covers"]) : []),
      make("p", { class: "quiet" }, "Whatever else we think the heading says stays, if you answer as we think."),
    ];
  }

  function showHeading(one) {
    fill(byId("meant"), meant(one));
  }

  function show(one, part) {
    byId("beside").hidden = !one;
    for (const about of byId("beside").children) { about.hidden = about.dataset.about !== part; }
    if (one) { (part === "headings" ? showHeading : showStatement)(one); }
  }

  function bringIntoSight(mark, box) {
    const frame = box.getBoundingClientRect();
    box.scrollTop += mark.top - frame.top - box.clientHeight / 3;
    box.scrollLeft += Math.max(Math.ceil(mark.right - frame.left - box.clientWidth), 0);
  }

  function showStatement(one) {
    fill(byId("in-word"), inWord(one));
    fill(byId("covers"), categories(one));
    fill(byId("past"), past(one));
    const mark = byId("in-word").querySelector("mark");
    const box = byId("in-word").querySelector(".passage");
    if (mark && box) { bringIntoSight(mark.getBoundingClientRect(), box); }
  }

  return { show };
})();
