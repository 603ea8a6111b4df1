// Who answers is asked once, with what this is for and how it works.
const welcome = (() => {
  const { data } = store;
  const { byId, make, plural } = elements;

  function asked() {
    const parts = lists.parts.filter((part) => part.refs.length);
    const named = parts.filter((part) => part.id !== "skim").map((part) => `${part.refs.length.toLocaleString("en-GB")} ${part.name.toLowerCase()}`);
    return named.length ? `${named.join(", then ")}. ${progress.time(progress.sums())}` : "Nothing waits; you may look through what is settled.";
  }

  const PURPOSE = "This is about your Word guidance, before it goes into the directory. A program sorted what it could, and asks you about the rest. ";
  const HEADINGS = "One answer about a heading settles what stands below it. ";
  const BLIND = "Somebody else answers the same questions; you are not shown what they say. ";

  function purpose() {
    return PURPOSE + (lists.part("headings") ? HEADINGS : "") + (data.blind ? BLIND : "");
  }

  const STEPS = [
    "Read a card. Mend the words or choose other labels where you need to.",
    "Decide with a button or one key. The next card comes by itself. Undo is always there.",
    "Stop whenever you like: your answers stay in this browser. Then save them to a file and send it back.",
  ];
  const COMMENT_STEPS = [
    "Read a card. Write what you think of it, if you like. You need not decide anything.",
    "When you stop, save your comments to a file and send it back.",
  ];

  // Who had begun on an earlier page of the same questions need not begin again.
  function earlier(begin) {
    const found = Array.from(store.earlier()).filter(([ref]) => answers.asked(ref) && !answers.all.has(ref));
    return found.length ? make("p", {}, make("button", {
      type: "button", class: "plain", onclick: () => { answers.bringIn(found); begin(); },
    }, `Bring in ${plural(found.length, "answer")} that you gave on an earlier page`)) : "";
  }

  function card(begin) {
    const go = (event) => { event.preventDefault(); answers.reviewer = byId("your-name").value; begin(); };
    return [
      cards.title("Before you start"),
      data.comments ? make("p", {}, `${plural(data.statements.length, "statement")}. We would like to know what you think of them.`) : make("p", {}, purpose(), make("strong", {}, asked())),
      make("ol", { class: "steps" }, (data.comments ? COMMENT_STEPS : STEPS).map((words) => make("li", {}, words))),
      make("form", { class: "name", onsubmit: go },
        make("label", { for: "your-name" }, data.comments ? "Your name, if you like" : "Your name, so that the team knows who answered"),
        make("input", { id: "your-name", autocomplete: "name", value: answers.reviewer }),
        make("button", { class: "act yes", type: "submit" }, "Start")),
      earlier(() => { answers.reviewer = byId("your-name").value; begin(); }),
      make("p", {}, make("button", { type: "button", class: "plain", onclick: () => byId("load-file").click() }, "Take up where I left on another computer")),
    ];
  }

  return { card };
})();
