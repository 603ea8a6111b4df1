"use strict";
// An address in; where it asks for something, the first results of all held back until those that fit stand, out.
if (window.location.search) { document.documentElement.classList.add("asked"); }
