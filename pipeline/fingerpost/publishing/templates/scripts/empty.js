"use strict";
// The list that this browser keeps in; what can be said of it before the statements have come, out.
elements.byId(window.location.search || mylist.all().length > 0 ? "coming" : "empty").hidden = false;
