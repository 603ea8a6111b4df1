"use strict";
// The list that this browser keeps in; where it is empty, that said before the statements have come, out.
if (!window.location.search && mylist.all().length === 0) { elements.byId("empty").hidden = false; }
