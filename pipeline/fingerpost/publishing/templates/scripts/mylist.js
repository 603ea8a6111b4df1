"use strict";
// The ids of the statements that a person gathers, kept in this browser; in this window where it keeps nothing.
const mylist = (() => {
  const NAME = `fingerpost/${document.body.dataset.site}/list`;
  const ID = /^[A-Za-z0-9-]{1,80}$/;
  // A link to more would be longer than web hosts take.
  const MOST = 500;
  const listeners = [];
  let keeps = true;

  try {
    window.localStorage.setItem(`${NAME}/trial`, "1");
    window.localStorage.removeItem(`${NAME}/trial`);
  } catch (refused) {
    keeps = false;
  }

  // What has the form of ids, each once; words that somebody typed into an address never get further.
  const ids = (several) => [...new Set(several.filter((one) => typeof one === "string" && ID.test(one)))].slice(0, MOST);

  function parsed(text) {
    try {
      const value = JSON.parse(text);
      return Array.isArray(value) ? ids(value) : [];
    } catch (damaged) {
      return [];
    }
  }

  // A window's name outlives the page, so that the list lasts for the visit where nothing is kept.
  const inWindow = () => (window.name.startsWith(`${NAME}=`) ? window.name.slice(NAME.length + 1) : "[]");

  const all = () => parsed(keeps ? window.localStorage.getItem(NAME) : inWindow());

  function set(several) {
    const text = JSON.stringify(ids(several));
    if (keeps) {
      try {
        window.localStorage.setItem(NAME, text);
      } catch (full) {
        keeps = false;
      }
    }
    if (!keeps) { window.name = `${NAME}=${text}`; }
    tell();
  }

  const tell = () => listeners.forEach((listener) => listener());
  const has = (id) => all().includes(id);
  const add = (id) => set([...all(), id]);
  const remove = (id) => set(all().filter((one) => one !== id));

  // Another window with the same list changed it, or this page comes back as it was left.
  window.addEventListener("storage", (event) => { if (event.key === NAME || event.key === null) { tell(); } });
  window.addEventListener("pageshow", (event) => { if (event.persisted) { tell(); } });

  return { MOST, ids, all, set, has, add, remove, onChange: (act) => listeners.push(act), get keeps() { return keeps; } };
})();
