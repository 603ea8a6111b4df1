"use strict";
// Buttons that name a statement in, buttons that put it on the list or take it off out; and the number on the list.
const adding = (() => {
  const { make, plural } = elements;

  function label(button) {
    const on = mylist.has(button.dataset.id);
    button.firstChild.data = on ? "Remove from my list" : "Add to my list";
    button.classList.toggle("on-list", on);
    button.hidden = false;
  }

  function count() {
    const number = mylist.all().length;
    for (const place of document.querySelectorAll("[data-list-count]")) {
      place.textContent = `(${number})`;
      place.hidden = number === 0;
    }
  }

  function toggled(button) {
    const { id } = button.dataset;
    const on = mylist.has(id);
    if (!on && mylist.all().length >= mylist.MOST) {
      say(`A list holds ${plural(mylist.MOST, "statement")} at most.`);
      return;
    }
    if (on) { mylist.remove(id); } else { mylist.add(id); }
    const now = plural(mylist.all().length, "statement");
    const kept = mylist.keeps ? "" : " This browser keeps nothing, so the list lasts as long as this window is open.";
    say(on ? `Removed. My list has ${now}.` : `Added. My list has ${now}.${kept}`);
  }

  const told = make("p", { class: "heard", role: "status" });
  function say(words) { told.textContent = words; }

  const show = (within) => within.querySelectorAll("button[data-id]").forEach(label);

  document.body.append(told);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-id]");
    if (button) { toggled(button); }
  });
  mylist.onChange(() => { show(document); count(); });
  show(document);
  count();

  return { show, say };
})();
