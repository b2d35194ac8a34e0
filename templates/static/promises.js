// Promises on a day after the build: each in the part in which it stands then, and of each part the first.
"use strict";

(function () {
  const { ngettext, digits, day, daysBetween, show } = notesite;
  const { readMonths, readRows, rowOf, fill } = notesite;
  const WEEK = 7;

  function bucketOf({ on, hidden }) {
    if (hidden && day < hidden) return "hidden";
    if (!on) return "undated";
    const days = daysBetween(day, on);
    return days < 0 ? "late" : days <= WEEK ? "week" : "later";
  }

  function showPart({ part, count, shown }) {
    fill(part.querySelector("ul"), shown.map(rowOf));
    part.querySelector(".n").textContent = digits(count);
    show(part, count > 0);
    const rest = part.querySelector(".after");
    show(rest, count > shown.length);
    rest.innerHTML =
      ngettext("%(num)s more, on the page of the person", "%(num)s more, on the pages of the people",
        count - shown.length);
  }

  notesite.onAnotherDay(async (holder) => {
    const found = await readMonths();
    const parts = Array.from(holder.querySelectorAll("[data-side] [data-bucket]"), (part) => {
      const promises = found[part.closest("[data-side]").dataset.side];
      const own = promises.filter((each) => bucketOf(each) === part.dataset.bucket);
      return { part, count: own.length, shown: own.slice(0, Number(holder.dataset.most)) };
    });
    await readRows(parts.flatMap(({ shown }) => shown));
    parts.forEach(showPart);
  });
})();
