// A contact's page: which reasons stand on the day, in which order and words; drafts to copy; the time where
// the contact is; a code for a telephone's camera.
"use strict";

(function () {
  const { _, dayWords, day, hueOf, setHue, show } = notesite;
  const own = document.currentScript.src;

  function time(on, form = "long") {
    return `<time datetime="${on}">${dayWords(on, form)}</time>`;
  }

  function dueWords(row) {
    if (row.state === "overdue") return _("Due since %(day)s", { day: time(row.on) });
    if (row.state === "snoozed") {
      return _("Snoozed until %(until)s, due on %(day)s", { until: time(row.window.hidden), day: time(row.on) });
    }
    return _("Due on %(day)s", { day: time(row.on, "weekday") });
  }

  function windowOf(item) {
    const { reason, due, from, to, hidden, bands, last, weight, drifting, tie } = item.dataset;
    const days = bands ? bands.split(" ") : [];
    return {
      item, reason, on: due, since: from, until: to, hidden, last,
      bands: days.filter((_each, index) => index % 2 === 0).map((since, index) => [since, days[2 * index + 1]]),
      weight: Number(weight), drifting: drifting !== undefined,
      key: "", path: "", origin: [Number(tie)],
    };
  }

  function showReasons(list) {
    const windows = Array.from(list.children, windowOf);
    const rows = notesite.standing(windows, day).filter(
      (row) => !["birthday", "date"].includes(row.window.reason) || ["today", "week"].includes(row.state)
    );
    for (const window of windows) show(window.item, false);
    for (const row of rows) {
      const { item, bands } = row.window;
      show(item, true);
      setHue(item, hueOf(bands, row.state, day));
      item.dataset.state = row.state;
      item.querySelector("b").innerHTML = dueWords(row);
      list.append(item);
    }
    show(list, rows.length > 0);
  }

  if (day !== notesite.site.built) document.querySelectorAll("main .now").forEach(showReasons);

  // A link to a draft opens it.
  function openTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const details = target && target.closest("details");
    if (details) {
      details.open = true;
      details.scrollIntoView({ block: "nearest" });
    }
  }

  function copy(button) {
    const text = button.closest("details").querySelector("pre").textContent;
    const done = () => { button.textContent = button.dataset.copy; };
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, () => select(button));
    else select(button);
  }

  // Where the clipboard is out of reach, the text is marked for the reader to copy.
  function select(button) {
    getSelection().selectAllChildren(button.closest("details").querySelector("pre"));
  }

  // The time there, with the weekday where that is another than here.
  function tellTime(place) {
    const now = new Date(), language = document.documentElement.lang, { zone } = place.dataset;
    const inZone = (form, timeZone) => new Intl.DateTimeFormat(language, { ...form, timeZone }).format(now);
    try {
      const weekday = inZone({ weekday: "short" }, zone);
      const time = inZone({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, zone);
      place.textContent = weekday === inZone({ weekday: "short" }) ? time : `${weekday} ${time}`;
    } catch {
      show(place, false); // a zone that the browser does not know
    }
  }

  // The lines of a vCard that a telephone needs to call and to write: the fewer, the easier the code to read.
  function shortCards(address) {
    const text = decodeURIComponent(address.slice(address.indexOf(",") + 1)).replaceAll("\r\n ", "");
    const without = (names) => text.split("\r\n").filter((line) => !names.test(line)).join("\r\n");
    return [without(/^(ADR|BDAY|CATEGORIES|UID)[:;]/), without(/^(ADR|BDAY|CATEGORIES|ORG|TITLE|UID|URL)[:;]/)];
  }

  // What draws the code is read when somebody opens it.
  function drawCode(details) {
    const script = document.createElement("script");
    script.src = own.replace("contact.js", "qr.js");
    script.addEventListener("load", () => {
      const label = details.querySelector("summary").textContent;
      const cards = shortCards(document.querySelector(".card > a").href);
      const code = cards.map((card) => notesite.qr.picture(card, label)).find(Boolean);
      if (code) details.append(code);
      else show(details, false);
    });
    document.head.append(script);
  }

  const zones = document.querySelectorAll("[data-zone]");
  zones.forEach(tellTime);
  if (zones.length) setInterval(() => zones.forEach(tellTime), 10_000);
  document.querySelector(".card details")?.addEventListener("toggle", (event) => drawCode(event.target), { once: true });

  addEventListener("hashchange", openTarget);
  openTarget();
  for (const button of document.querySelectorAll("[data-copy]")) {
    show(button, true);
    button.addEventListener("click", () => copy(button));
  }
})();
