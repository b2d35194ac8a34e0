// Finding somebody in the drawing of the network, and showing a part of it only.
"use strict";

notesite.networkStarts(function (net) {
  const { box, graph } = net;
  const MOST = 8;
  const field = box.querySelector("#seek"), list = box.querySelector("#found");
  const boxes = [...box.querySelectorAll("fieldset input")], circle = box.querySelector("#circle");
  const status = box.querySelector("[role=status]"), { found: counted, none } = box.dataset;
  const folded = graph.names.map(fold);
  let matches = [], active = -1;

  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/['’]/g, "").toLowerCase();
  }

  // Names of which a word begins so come before those that only hold it, and those of many ties before others.
  function seek(text) {
    const wanted = fold(text.trim());
    if (!wanted) return [];
    const inside = graph.order.filter((node) => net.isShown(node) && folded[node].includes(wanted));
    const begins = inside.filter((node) => ` ${folded[node]}`.includes(` ${wanted}`));
    return [...begins, ...inside.filter((node) => !begins.includes(node)).slice(0, MOST)].slice(0, MOST);
  }

  function mark(number) {
    active = number;
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
    if (active >= 0) field.setAttribute("aria-activedescendant", `found-${active}`);
    else field.removeAttribute("aria-activedescendant");
  }

  function show(text) {
    matches = seek(text);
    list.replaceChildren(...matches.map(function (node, place) {
      const item = document.createElement("li");
      item.id = `found-${place}`;
      item.role = "option";
      item.textContent = graph.names[node];
      item.addEventListener("pointerdown", (event) => event.preventDefault());
      item.addEventListener("click", () => go(node));
      return item;
    }));
    list.hidden = !matches.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
    if (text.trim()) status.textContent = matches.length ? counted.replace("%n", matches.length) : none;
    mark(matches.length ? 0 : -1);
  }

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
  }

  function go(node) {
    field.value = graph.names[node];
    close();
    net.choose(node);
    net.centre(node);
  }

  field.addEventListener("input", () => show(field.value));
  field.addEventListener("blur", close);
  field.addEventListener("keydown", function (event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && matches.length) {
      event.preventDefault();
      mark((active + step + matches.length) % matches.length);
    } else if (event.key === "Enter" && active >= 0) {
      go(matches[active]);
    } else if (event.key === "Escape") {
      close();
    }
  });

  function filter() {
    const kinds = new Set(boxes.filter((each) => each.checked).map((each) => net.kinds.indexOf(each.value)));
    const wanted = Number(circle.value);
    for (let node = 0; node < graph.count; node += 1) {
      const isIn = graph.kinds[node] !== 0 || !wanted || graph.circleOf[node] === wanted;
      graph.shown[node] = Number(kinds.has(graph.kinds[node]) && isIn);
    }
    if (net.chosen >= 0 && !net.isShown(net.chosen)) net.choose(-1);
    net.redraw();
  }

  graph.circles.forEach(function (name, place) {
    const option = document.createElement("option");
    option.value = place + 1;
    option.textContent = name;
    circle.append(option);
  });
  box.querySelector(".circles").hidden = !graph.circles.length;
  for (const each of [...boxes, circle]) each.addEventListener("change", filter);
});
