"use strict";
// A list on the page in, moves within it out: by its buttons, and by dragging with a mouse, a pen or a finger.
const ordering = (() => {
  function listen(list, { move, remove }) {
    const items = () => Array.from(list.children);
    const placeOf = (inside) => items().indexOf(inside.closest("li[data-statement]"));

    list.addEventListener("click", (event) => {
      const button = event.target.closest("[data-does]");
      if (!button || button.getAttribute("aria-disabled") === "true") { return; }
      const from = placeOf(button);
      const { does } = button.dataset;
      if (does === "remove") { remove(from); } else { move(from, from + (does === "up" ? -1 : 1), does); }
    });

    let held = null;

    // The place that a statement would get if it were let go at this height.
    function placeAt(height) {
      const others = items().filter((item) => item !== held);
      return others.filter((item) => { const { top, bottom } = item.getBoundingClientRect(); return (top + bottom) / 2 < height; }).length;
    }

    function letGo(event, isDone) {
      if (!held) { return; }
      const from = items().indexOf(held);
      const to = placeAt(event.clientY);
      held.classList.remove("held");
      items().forEach((item) => item.classList.remove("here"));
      held = null;
      if (isDone && to !== from) { move(from, to, null); }
    }

    list.addEventListener("pointerdown", (event) => {
      const grip = event.target.closest(".grip");
      if (!grip || event.button !== 0) { return; }
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      held = grip.closest("li");
      held.classList.add("held");
    });
    list.addEventListener("pointermove", (event) => {
      if (!held) { return; }
      const others = items().filter((item) => item !== held);
      others.forEach((item, place) => item.classList.toggle("here", place === placeAt(event.clientY)));
    });
    list.addEventListener("pointerup", (event) => letGo(event, true));
    list.addEventListener("pointercancel", (event) => letGo(event, false));
  }

  // Return the ids with the one at a place taken to another.
  function moved(ids, from, to) {
    const rest = ids.filter((_, place) => place !== from);
    return [...rest.slice(0, to), ids[from], ...rest.slice(to)];
  }

  return { listen, moved };
})();
