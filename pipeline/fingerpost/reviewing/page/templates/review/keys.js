// Single keys in, what they stand for out; nothing while somebody types, and nothing once switched off.
const keys = (() => {
  const { byId, make, fill } = elements;
  const LETTERS = {
    Keep: "K", Change: "C", Reject: "R", "Not sure": "N", "For the meeting": "M", "Doesn't fit": "F",
    Accept: "A", Decline: "D",
  };
  const LISTED = [
    ["K", "Keep it as it stands, or answer as we think"],
    ["C", "Change: keep it with your wording and labels"],
    ["R", "Reject: not for the directory"],
    ["N", "Not sure: somebody else should look (skip a heading instead)"],
    ["M", "For the meeting: talk about it together"],
    ["F", "Doesn't fit: good advice, but no category is right"],
    ["1 to 9", "Choose that label in place of the main one of its kind, or take it away (All labels gives several); for a heading, that answer"],
    ["E", "Edit the wording (Escape leaves it, Ctrl and Enter decide)"],
    ["A, D", "Accept or decline a proposed rule"],
    ["B", "Decide about statements that are alike together"],
    ["L or →", "Next"],
    ["J or ←", "Previous"],
    ["U", "Undo"],
    ["/", "Search"],
    ["S", "Save my answers"],
    ["?", "This list"],
  ];
  const FOR_COMMENTS = new Set(["L or →", "J or ←", "S", "?"]);
  const TYPING = "input, textarea, select, [contenteditable]";

  const areOn = () => store.getShared("keys", true);

  function showSwitch() {
    document.body.classList.toggle("keys-off", !areOn());
    for (const box of document.querySelectorAll("[data-keys]")) { box.checked = areOn(); }
  }

  function begin(act) {
    document.addEventListener("keydown", (event) => {
      const plain = !(event.ctrlKey || event.metaKey || event.altKey) && !event.isComposing;
      const busy = event.target.closest(TYPING) || document.querySelector("dialog[open]");
      if (!plain || busy || event.defaultPrevented || !areOn()) { return; }
      if (act(event.key.length === 1 ? event.key.toUpperCase() : event.key)) { event.preventDefault(); }
    });
    for (const box of document.querySelectorAll("[data-keys]")) {
      box.addEventListener("change", () => { store.setShared("keys", box.checked); showSwitch(); });
    }
    const listed = LISTED.filter(([key]) => !store.data.comments || FOR_COMMENTS.has(key));
    fill(byId("key-list"), listed.flatMap(([key, words]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, words)]));
    showSwitch();
  }

  return { LETTERS, areOn, begin };
})();
