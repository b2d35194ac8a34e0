// Events on a day after the build: no heading over nothing.
"use strict";

(function () {
  const { day, show } = notesite;

  if (day !== notesite.site.built) {
    for (const section of document.querySelectorAll("[data-some]")) {
      show(section, section.querySelector("li:not([hidden]), tbody tr:not([hidden])") !== null);
    }
  }
})();
