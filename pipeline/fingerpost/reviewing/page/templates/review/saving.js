// The dialogs: save the answers to a file, take up a saved file, and the list of keys.
const saving = (() => {
  const { byId, plural } = elements;
  const dialog = byId("save-dialog");
  const noun = store.data.comments ? "comment" : "answer";
  let after = { done() {}, brought() {} };

  // Notes and mended words count with an answer only: whoever has none beside them is told.
  function counted() {
    const refs = Array.from(answers.all.keys());
    const done = refs.filter(lists.isDone).length;
    const begun = refs.length - done;
    const first = done ? `${plural(done, noun)} so far.` : `There is no ${noun} yet.`;
    return begun ? `${first} ${plural(begun, "question has", "questions have")} a note or a change of yours, but no answer, and will simply wait.` : first;
  }

  function open() {
    byId("saver-name").value = answers.reviewer;
    byId("saved-as").textContent = "";
    byId("save-count").textContent = counted();
    dialog.showModal();
    byId("save-title").focus();
  }

  function save(kind) {
    answers.reviewer = byId("saver-name").value;
    const name = files.save(kind);
    byId("saved-as").textContent = `Saved as ${name}, where your browser puts downloads. Now send that file to whoever sent you this page.`;
    after.done();
  }

  async function load(input) {
    const [file] = input.files;
    input.value = "";
    if (!file) { return; }
    let words = "";
    try {
      const count = answers.bringIn(files.fromData(await file.text()));
      words = count ? `${plural(count, "answer")} taken up from ${file.name}.` : `${file.name} holds no answer to these questions.`;
    } catch (fault) {
      words = `${file.name} cannot be read. Choose the file that ends in .json, which this page saved.`;
    }
    byId("saved-as").textContent = words;
    after.brought(words);
  }

  function help() {
    byId("help-dialog").showModal();
    byId("help-title").focus();
  }

  function begin(acts) {
    after = acts;
    byId("save").addEventListener("click", open);
    byId("save-workbook").addEventListener("click", () => save("workbook"));
    byId("save-data").addEventListener("click", () => save("data"));
    byId("load").addEventListener("click", () => byId("load-file").click());
    byId("load-file").addEventListener("change", (event) => load(event.target));
    byId("help").addEventListener("click", help);
    for (const button of document.querySelectorAll("dialog [data-close]")) {
      button.addEventListener("click", () => button.closest("dialog").close());
    }
  }

  return { begin, open, help };
})();
