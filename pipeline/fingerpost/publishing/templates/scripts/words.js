"use strict";
// A text in, its words as they are searched out: just as publishing/finding/search_index.py tells them apart.
const words = (() => {
  const APOSTROPHES = /['’‘ʼ＇`´]/g;
  const MARKS = /\p{M}/gu;
  const WORD = /[\p{L}\p{N}]+/gu;

  const cased = (text) => text.toUpperCase().toLowerCase();
  const plain = (text) => cased(text.normalize("NFKD")).normalize("NFKD").replace(MARKS, "");

  const of = (text) => cased(plain(text.replace(APOSTROPHES, ""))).replaceAll("ς", "σ").match(WORD) || [];

  return { of };
})();
