// Promises and Events on a day after the build: each row in the group in which it stands then.
"use strict";

(function () {
  const { day, daysBetween, show } = notesite;
  const WEEK = 7;

  function bucketOf({ due, hidden }) {
    if (hidden && day < hidden) return "hidden";
    if (!due) return "undated";
    const days = daysBetween(day, due);
    return days < 0 ? "late" : days <= WEEK ? "week" : "later";
  }

  // By date, those without one last, as promise_order in views/rows.py; equals stay as they are.
  function byDate(one, other) {
    const [left, right] = [one.dataset.due || "9999-99", other.dataset.due || "9999-99"];
    return left < right ? -1 : left > right ? 1 : 0;
  }

  function sortIntoBuckets(side) {
    const rows = Array.from(side.querySelectorAll("[data-bucket] .promise")).sort(byDate);
    for (const bucket of side.querySelectorAll("[data-bucket]")) {
      const own = rows.filter((row) => bucketOf(row.dataset) === bucket.dataset.bucket);
      bucket.querySelector("ul").replaceChildren(...own);
      bucket.querySelector(".n").textContent = own.length;
      show(bucket, own.length > 0);
    }
  }

  if (day !== notesite.site.built) {
    document.querySelectorAll("[data-side]").forEach(sortIntoBuckets);
    for (const section of document.querySelectorAll("[data-some]")) {
      show(section, section.querySelector("li:not([hidden])") !== null);
    }
  }
})();
