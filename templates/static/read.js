// Makes a page right on the day on which it is read. What depends on the day stands in it as dates:
// data-from and data-to say when something shows, data-away, data-near and data-now which words a day has.
"use strict";

(function () {
  const { dayWords, away, daysBetween } = notesite;
  const HUES = { overdue: "late", today: "soon", week: "fine", later: "calm", snoozed: "calm" };
  const ALL_HUES = ["late", "soon", "fine", "calm"];

  // The reader's day, in their own time zone.
  function today() {
    const now = new Date();
    const year = String(now.getFullYear()).padStart(4, "0");
    return `${year}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
  }

  // The day that the page is to show: the build's, where the reader's is before it or too far ahead.
  function dayToShow() {
    const { built, last, pinned } = notesite.site;
    const day = today();
    return pinned || day < built || day > last ? built : day;
  }

  function all(root, selector) {
    return root.querySelectorAll(selector);
  }

  function isNow(element, day) {
    const { from, to } = element.dataset;
    return (!from || from <= day) && (!to || day < to);
  }

  function setHue(element, hue) {
    element.classList.remove(...ALL_HUES);
    element.classList.add(hue);
  }

  // The hue of a row: that of its clock where it has one, else that of its state.
  function hueOf(bands, state, day) {
    const band = (bands || []).filter(([since]) => since <= day).pop();
    return band ? band[1] : HUES[state];
  }

  // How the hue of something with a date comes about: of promises near today, of others, of a follow-up.
  const RULES = {
    near: (days) => (days < 0 ? "late" : days <= 1 ? "soon" : days <= 7 ? "fine" : "calm"),
    late: (days) => (days < 0 ? "late" : "calm"),
    state: (_days, due, day) => HUES[notesite.stateOf(due, "", day)],
  };

  function show(element, isShown) {
    element.hidden = !isShown;
  }

  function tellFarAway(time, day) {
    const days = daysBetween(day, time.dateTime);
    const bounds = time.dataset.away.split(" ").filter(Boolean).map(Number);
    const most = bounds.length ? bounds[bounds.length - 1] : Infinity;
    if (bounds.length === 2) {
      const isShown = days >= bounds[0] && days <= most;
      show(time.parentElement, isShown);
      time.textContent = isShown ? away(days) : "";
    } else {
      time.textContent = days <= most ? away(days) : dayWords(time.dateTime, "short", day);
    }
  }

  // Of several places with one name, the one that shows has it.
  function nameShown(root) {
    for (const each of all(root, "[data-id]")) {
      if (each.closest("[hidden]")) continue;
      document.getElementById(each.dataset.id)?.removeAttribute("id");
      each.id = each.dataset.id;
    }
  }

  // Says of a part of the page what it says on a day.
  function refresh(root, day) {
    for (const time of all(root, "[data-now]")) {
      time.dateTime = day;
      const words = dayWords(day, time.dataset.now);
      time.textContent = time.dataset.now === "weekday-day" ? notesite.capitalized(words) : words;
    }
    for (const time of all(root, "[data-near]")) {
      if (time.dateTime.length === 10) time.textContent = dayWords(time.dateTime, time.dataset.near, day);
    }
    for (const each of all(root, "[data-from]:not([data-reason]), [data-to]:not([data-reason])")) {
      show(each, isNow(each, day));
    }
    for (const each of all(root, "[data-in]")) {
      show(each, each.dataset.in.split(" ").includes(each.closest("[data-state]").dataset.state));
    }
    for (const time of all(root, "[data-away]")) tellFarAway(time, day);
    for (const each of all(root, "[data-hue]")) {
      const due = each.closest("[data-due]").dataset.due;
      setHue(each, RULES[each.dataset.hue](daysBetween(day, due), due, day));
    }
    for (const each of all(root, "[data-ahead]")) each.classList.toggle("ahead", each.dataset.ahead > day);
    for (const each of all(root, "[data-open-to]")) each.open = day < each.dataset.openTo;
    nameShown(root);
  }

  Object.assign(notesite, { today, dayToShow, refresh, setHue, hueOf, show });

  const day = dayToShow();
  notesite.day = day;
  if (day !== notesite.site.built) refresh(document.getElementById("main"), day);

  // A page that stays open over midnight is right again when one comes back to it.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && dayToShow() !== day) location.reload();
  });
})();
