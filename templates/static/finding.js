// What the search knows, and what it finds: names first, then other fields, then the words of the texts.
"use strict";

(function () {
  const { _, APOSTROPHES, folded, wordsOf, distance, load, base, day } = notesite;
  const RANK = { c: 0, p: 0.1, o: 0.2, e: 0.3, g: 0.3, t: 0.4, l: 0.5, n: 0.6 };
  const [EXACT, PREFIX, TYPO] = [1, 2, 3];
  const COSTS = { name: [0, 0, 1, 12], field: [0, 6, 7, 16] };
  const IN_TEXT = 20;
  const APART = 0.4;
  const SPREAD = 2 ** 30;
  const FEW = 5;
  const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
  const KEYS = { tag: "tags", etichetta: "tags", org: "orgs", ente: "orgs", azienda: "orgs", place: "places",
    luogo: "places", circle: "circles", cerchia: "circles", is: "is", da: "is" };

  const entries = [];
  const texts = [];
  const ids = new Map();
  const vocabulary = [];
  const letters = [];
  const identified = new Map();
  const levels = new Map();
  let labels = null;

  function split(text) {
    return text ? text.split("\n") : [];
  }

  // Each file hands over the notes and names of a bucket, or the words of its texts in the same order.
  notesite.names = (bucket, notes, names) => {
    for (const list of [notes, names]) {
      list.forEach((record, number) => {
        const entry = entryOf(record, bucket, list === notes ? number : -1);
        entry.route = `${entry.sort === "c" && !entry.route.includes("/") ? "contacts/" : ""}${entry.route}.html`;
        entries.push(entry);
      });
    }
  };
  function entryOf(record, bucket, number) {
    const [sort, route, name, on = "", next = "", late = "", role = "", orgs = "", places = "", circle = "", tags = "",
      more = "", tone = 0, status = "", photo = ""] = record;
    return { sort, route, name, on, next, late, role, orgs: split(orgs), places: split(places), circle, tags: split(tags),
      more: split(more), tone, status, photo, bucket, number, icon: "", text: "", order: 0, plain: "", folded: "",
      names: [], fields: [] };
  }

  notesite.texts = (bucket, words) => { texts[bucket] = words; };

  // The pages of the site, as its navigation has them, and the places of the notes.
  function pages() {
    return Array.from(document.querySelectorAll(".side nav a"), (link, number) => (
      Object.assign(entryOf(["p", link.href, link.textContent.trim()], -1, number), { icon: link.dataset.icon })
    ));
  }

  function places() {
    const names = new Map();
    for (const entry of entries) for (const name of entry.places) names.set(folded(name), name);
    return Array.from(names.values(), (name) => (
      entryOf(["l", `contacts.html#q=${encodeURIComponent(`place:"${name}"`)}`, name], -1, -1)
    ));
  }

  // The words of a text as they may be typed: of D'Amico damico and amico, of 佐藤 美咲 also both together.
  function typed(text) {
    const words = wordsOf(text);
    const apart = text.replace(APOSTROPHES, " ");
    if (apart !== text) words.push(...wordsOf(apart));
    if (words.length > 1 && (CJK.test(text) || text.includes("-"))) words.push(words.join(""));
    return words;
  }

  function letterMask(word) {
    let mask = 0;
    for (let index = 0; index < word.length; index++) mask |= 1 << (word.charCodeAt(index) & 31);
    return mask;
  }

  function identify(word) {
    let id = ids.get(word);
    if (id === undefined) {
      id = vocabulary.length;
      ids.set(word, id);
      vocabulary.push(word);
      letters.push(letterMask(word));
    }
    return id;
  }

  // The numbers of the words of a field; many notes have the same.
  function identifiers(text) {
    let found = identified.get(text);
    if (!found) {
      found = typed(text).map(identify);
      identified.set(text, found);
    }
    return found;
  }

  function index(entry) {
    const { role, circle, orgs, places, tags, more } = entry;
    entry.folded = folded(entry.name);
    entry.plain = entry.folded.replaceAll(" ", "");
    entry.names = typed(entry.name).map(identify);
    if (role) entry.fields.push(...identifiers(role));
    if (circle) entry.fields.push(...identifiers(circle));
    for (const list of [orgs, places, tags]) for (const text of list) entry.fields.push(...identifiers(text));
    for (const text of more) entry.fields.push(...typed(text).map(identify));
  }

  let reading = null;
  let wording = null;

  function readAll(name) {
    return Promise.all(Array.from({ length: notesite.buckets }, (_each, number) => load(`${name}-${number}`)));
  }

  // Reads all names and fields, once; tells whether that went well.
  function readNames() {
    reading = reading || readAll("found").then((read) => {
      entries.push(...places(), ...pages());
      entries.forEach(index);
      entries.sort((one, other) => (one.folded < other.folded ? -1 : one.folded > other.folded ? 1 : 0));
      entries.forEach((entry, order) => { entry.order = order; });
      return read.every(Boolean);
    });
    return reading;
  }

  function readTexts() {
    wording = wording || readAll("words").then((read) => {
      for (const entry of entries) {
        const words = texts[entry.bucket]?.[entry.number];
        if (words) entry.text = ` ${words}`;
      }
      notesite.hasTexts = true;
      return read.every(Boolean);
    });
    return wording;
  }

  // A query as words, and filters such as tag:data or org:"Ponte Nord".
  function parsed(query) {
    const found = { words: [], filters: [] };
    for (const [whole, key, quoted, plain] of query.matchAll(/(?:(\p{L}+):)?(?:["“”]([^"“”]*)["“”]?|(\S+))/gu)) {
      const filter = key && KEYS[key.toLowerCase()];
      const value = quoted === undefined ? plain : quoted;
      if (filter) found.filters.push({ filter, value });
      else if (!/^\p{L}+:$/u.test(whole) || !KEYS[whole.slice(0, -1).toLowerCase()]) found.words.push(...wordsOf(whole));
    }
    return found;
  }

  // How each word of the vocabulary fits one that was typed.
  function levelsOf(word) {
    if (!levels.has(word)) {
      if (levels.size > 50) levels.clear();
      levels.set(word, fitting(word));
    }
    return levels.get(word);
  }

  function fitting(word) {
    const found = new Uint8Array(vocabulary.length);
    const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    const [mask, isInside] = [letterMask(word), CJK.test(word)];
    for (let id = 0; id < vocabulary.length; id++) {
      const other = vocabulary[id];
      if (other.startsWith(word)) found[id] = other.length === word.length ? EXACT : PREFIX;
      else if (isInside && other.includes(word)) found[id] = PREFIX;
      else if (most && bits(mask & ~letters[id]) <= most && distance(word, other, most, word.length > 4) <= most) {
        found[id] = TYPO;
      }
    }
    return found;
  }

  function bits(mask) {
    let count = 0;
    for (let rest = mask; rest; rest &= rest - 1) count++;
    return count;
  }

  // What a word costs in an entry: the less the better, Infinity where it is not there.
  function cost(entry, word, fits) {
    let best = Infinity;
    for (const id of entry.names) if (fits[id] && COSTS.name[fits[id]] < best) best = COSTS.name[fits[id]];
    if (best <= COSTS.name[PREFIX]) return best;
    for (const id of entry.fields) if (fits[id] && COSTS.field[fits[id]] < best) best = COSTS.field[fits[id]];
    if (best <= COSTS.field[PREFIX] || !entry.text) return best;
    return entry.text.includes(CJK.test(word) ? word : ` ${word}`) ? Math.min(best, IN_TEXT) : best;
  }

  function isLate(entry) {
    if (entry.late === "=") return entry.next <= day;
    return entry.late !== "" && entry.late.split(" ").some((span) => {
      const [since, until] = span.split("/");
      return since <= day && (!until || day < until);
    });
  }

  // The labels of a kind that a filter means: those with its words, else those with words that begin so.
  function accepted(filter, value) {
    const wanted = wordsOf(value);
    const parts = filter === "tags" ? folded(value).split("/") : null;
    const hit = (words, fits) => (parts
      ? parts.every((part, depth) => (depth === parts.length - 1 ? fits(words[depth], part) : words[depth] === part))
      : wanted.every((one) => words.some((word) => fits(word, one))));
    for (const fits of [(word, one) => word === one, (word, one) => word !== undefined && word.startsWith(one)]) {
      const found = new Set(Array.from(labelsOf(filter)).filter(([_label, words]) => hit(words, fits)).map((pair) => pair[0]));
      if (found.size) return found;
    }
    return new Set();
  }

  function labelsOf(filter) {
    if (!labels) {
      labels = { tags: new Map(), orgs: new Map(), places: new Map(), circles: new Map() };
      for (const entry of entries) {
        for (const tag of entry.tags) labels.tags.set(tag, folded(tag).split("/"));
        for (const org of entry.orgs) labels.orgs.set(org, typed(org));
        for (const place of entry.places) labels.places.set(place, typed(place));
        if (entry.circle) labels.circles.set(entry.circle, typed(`${entry.circle} ${wordOf(entry.circle)}`));
      }
    }
    return labels[filter];
  }

  function testOf({ filter, value }) {
    if (filter === "is") {
      if (["due", "late", "sentire"].includes(folded(value))) return isLate;
      return (entry) => entry.status.split(" ").includes(folded(value));
    }
    if (!folded(value).trim()) return () => true;
    const set = accepted(filter, value);
    return filter === "circles" ? (entry) => set.has(entry.circle) : (entry) => entry[filter].some((label) => set.has(label));
  }

  // All that a query finds, the best first; near misses only where there is little else.
  function find(query, isWanted = () => true, few = FEW) {
    const { words, filters } = parsed(query);
    const tests = filters.map(testOf);
    const fits = words.map(levelsOf);
    const whole = words.join("");
    const [sure, unsure] = [[], []];
    for (const entry of entries) {
      if (!isWanted(entry) || !tests.every((test) => test(entry))) continue;
      let [total, worst] = [RANK[entry.sort] + (entry.status ? APART : 0), 0];
      for (let number = 0; number < words.length && total < Infinity; number++) {
        const one = cost(entry, words[number], fits[number]);
        total += one;
        if (one > worst) worst = one;
      }
      if (total === Infinity) continue;
      if (whole && entry.plain.startsWith(whole)) total -= 1;
      const isUnsure = worst === COSTS.name[TYPO] || worst === COSTS.field[TYPO];
      (isUnsure ? unsure : sure).push(Math.round((total + 1) * 10) * SPREAD + entry.order * 2 + Number(worst === IN_TEXT));
    }
    return resultsOf(sure.length < few ? [...sure, ...unsure] : sure);
  }

  // Each result is one number, so that ten thousand are sorted at once: its cost, its place by name, and whether
  // it was found in a text.
  function resultsOf(numbers) {
    return Array.from(Float64Array.from(numbers).sort(), (number) => {
      const rest = number % SPREAD;
      return { entry: entries[Math.floor(rest / 2)], inText: rest % 2 === 1 };
    });
  }

  // The words of ours for circles and states; a circle of the user's is called as it is.
  function wordOf(name) {
    const words = { inner: _("inner"), close: _("close"), warm: _("warm"), wide: _("wide"), you: _("you"),
      dormant: _("dormant"), archived: _("archived"), deceased: _("deceased") };
    return words[name] || name;
  }

  function hrefOf(route) {
    return new URL(route, base).href;
  }

  Object.assign(notesite, { entries, readNames, readTexts, find, parsed, isLate, wordOf, hrefOf });
})();
