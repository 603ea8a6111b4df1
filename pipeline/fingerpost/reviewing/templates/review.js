"use strict";
(function () {
  var form = document.getElementById("filters");
  var cards = Array.prototype.slice.call(document.querySelectorAll("[data-card]"));
  var groups = Array.prototype.slice.call(document.querySelectorAll("[data-group], [data-section]"));
  var shown = document.getElementById("shown");
  var fields = ["doubt", "heading", "document"];
  function fits(card) {
    var sought = document.getElementById("words").value.toLocaleLowerCase("en-GB").split(/\s+/);
    var has = sought.every(function (word) { return card.dataset.words.indexOf(word) >= 0; });
    return has && fields.every(function (field) {
      var chosen = document.getElementById(field).value;
      return !chosen || card.dataset[field] === chosen;
    });
  }
  function filter() {
    var count = 0;
    cards.forEach(function (card) {
      card.hidden = !fits(card);
      if (!card.hidden) { count += 1; }
    });
    groups.forEach(function (group) {
      group.hidden = !group.querySelector("[data-card]:not([hidden])");
    });
    shown.textContent = "Showing " + count + " of " + cards.length + " statements.";
  }
  if (!cards.length) { return; }
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("reset", function () { window.setTimeout(filter, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  filter();
}());
