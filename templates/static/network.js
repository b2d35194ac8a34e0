// The drawing of the network: what was laid out when the site was built, as much of it as one looks at.
"use strict";

(function () {
  const box = document.querySelector("[data-network]");
  const KINDS = ["contact", "event", "organisation"];
  const MOST_LABELS = 70, LABEL_PIXELS = 4, TESTED = 900, FEW = 400;
  const parts = {}, starts = [];

  // The data comes in several files: a name, a circle or a tie that changes leaves the others as they are.
  notesite.network = function (part) {
    Object.assign(parts, part);
    if (box && parts.spots && parts.names && parts.circles) start();
  };
  notesite.networkStarts = (begin) => starts.push(begin);

  function graphOf() {
    const count = parts.spots.length, near = Array.from({ length: count }, () => []);
    const kinds = parts.kinds.flatMap((many, kind) => Array(many).fill(kind));
    let one = 0;
    for (let at = 0; at < parts.edges.length; at += 2) {
      one += parts.edges[at];
      const other = one + parts.edges[at + 1];
      near[one].push(other);
      near[other].push(one);
    }
    const order = [...near.keys()].sort((a, b) => near[b].length - near[a].length || a - b);
    return {
      count, near, kinds, order, circles: parts.circles, circleOf: parts.of,
      xs: parts.spots.map((each) => each[0]), ys: parts.spots.map((each) => each[1]),
      names: kinds.map((_kind, node) => parts.names[2 * node]),
      routes: kinds.map((_kind, node) => parts.names[2 * node + 1]),
      sizes: near.map((each) => 4 + Math.min(6, Math.sqrt(each.length))),
      shown: new Uint8Array(count).fill(1),
    };
  }

  function start() {
    box.classList.add("ready");
    const canvas = box.querySelector("canvas"), pen = canvas.getContext("2d");
    const graph = graphOf();
    const net = { box, canvas, graph, kinds: KINDS, at: { x: 0, y: 0, scale: 1 }, width: 0, height: 0, chosen: -1, over: -1 };
    const thin = Math.min(1, Math.max(0.15, Math.sqrt(800 / (1 + parts.edges.length / 2)))); // thousands of ties are a haze
    let asked = false;

    net.redraw = function () {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => { asked = false; draw(); });
    };
    net.toScreen = (node) => [
      (graph.xs[node] - net.at.x) * net.at.scale + net.width / 2,
      (graph.ys[node] - net.at.y) * net.at.scale + net.height / 2,
    ];
    net.radius = (node) => Math.max(1.6, Math.min(graph.sizes[node] * net.at.scale, 11));
    net.isShown = (node) => graph.shown[node] === 1;

    // The colours are those of the page, as the browser works them out: light or dark.
    function colours() {
      const of = (element, name) => getComputedStyle(element)[name];
      return {
        kinds: KINDS.map((kind) => of(box.querySelector(`.key-${kind} i`), "color")),
        ink: of(canvas, "color"), sheet: of(canvas, "backgroundColor"),
        line: of(box.querySelector("button"), "borderTopColor"), font: of(canvas, "fontFamily"),
      };
    }

    function draw() {
      const ratio = window.devicePixelRatio || 1, look = colours();
      net.width = canvas.clientWidth;
      net.height = canvas.clientHeight;
      if (canvas.width !== Math.round(net.width * ratio) || canvas.height !== Math.round(net.height * ratio)) {
        canvas.width = Math.round(net.width * ratio);
        canvas.height = Math.round(net.height * ratio);
      }
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.clearRect(0, 0, net.width, net.height);
      const focus = net.chosen >= 0 ? net.chosen : net.over;
      const lit = focus >= 0 ? new Set([focus, ...graph.near[focus]]) : null;
      drawEdges(look, focus);
      drawNodes(look, lit, focus);
      drawLabels(look, lit, focus);
    }

    function drawEdges(look, focus) {
      pen.lineWidth = 1;
      pen.strokeStyle = look.line;
      pen.globalAlpha = thin * (focus >= 0 ? 0.35 : Math.min(1, 0.5 + net.at.scale * 0.4));
      pen.beginPath();
      for (let one = 0; one < graph.count; one += 1) {
        if (!net.isShown(one)) continue;
        for (const other of graph.near[one]) if (one < other && net.isShown(other)) stroke(one, other);
      }
      pen.stroke();
      pen.globalAlpha = 1;
      if (focus < 0) return;
      pen.lineWidth = 1.5;
      pen.strokeStyle = look.kinds[0];
      pen.beginPath();
      for (const other of graph.near[focus]) if (net.isShown(other)) stroke(focus, other);
      pen.stroke();
    }

    function stroke(one, other) {
      const [x, y] = net.toScreen(one), [u, v] = net.toScreen(other);
      if ((x < 0 && u < 0) || (y < 0 && v < 0) || (x > net.width && u > net.width) || (y > net.height && v > net.height)) return;
      pen.moveTo(x, y);
      pen.lineTo(u, v);
    }

    function drawNodes(look, lit, focus) {
      for (const isLit of lit ? [false, true] : [true]) {
        pen.globalAlpha = isLit ? 1 : 0.3;
        KINDS.forEach((_kind, kind) => {
          pen.fillStyle = look.kinds[kind];
          pen.beginPath();
          for (let node = 0; node < graph.count; node += 1) {
            if (graph.kinds[node] === kind && net.isShown(node) && (!lit || lit.has(node) === isLit)) shape(node, kind);
          }
          pen.fill();
        });
      }
      pen.globalAlpha = 1;
      if (focus < 0) return;
      const [x, y] = net.toScreen(focus);
      pen.lineWidth = 2;
      pen.strokeStyle = look.ink;
      pen.beginPath();
      pen.arc(x, y, net.radius(focus) + 4, 0, 2 * Math.PI);
      pen.stroke();
    }

    // A disc for people, a diamond for events, a square for organisations: not by colour alone.
    function shape(node, kind) {
      const [x, y] = net.toScreen(node), size = net.radius(node);
      if (x < -size || y < -size || x > net.width + size || y > net.height + size) return;
      if (kind === 0) {
        pen.moveTo(x + size, y);
        pen.arc(x, y, size, 0, 2 * Math.PI);
      } else if (kind === 1) {
        pen.moveTo(x, y - size);
        pen.lineTo(x + size, y);
        pen.lineTo(x, y + size);
        pen.lineTo(x - size, y);
        pen.closePath();
      } else {
        pen.rect(x - size * 0.85, y - size * 0.85, size * 1.7, size * 1.7);
      }
    }

    // Names, those of many ties first, beside their nodes where neither another name nor a node is in the way.
    function drawLabels(look, lit, focus) {
      const seen = graph.order.filter((node) => net.isShown(node) && isInside(...net.toScreen(node)));
      const taken = seen.length > FEW ? [] : seen.map(boxOf);
      const first = lit ? [focus, ...graph.near[focus]].filter(net.isShown) : [];
      const begins = taken.length;
      pen.font = `12px ${look.font}`;
      pen.textBaseline = "middle";
      for (const node of [...first, ...(lit ? [] : seen.slice(0, TESTED))]) {
        if (taken.length - begins >= MOST_LABELS) break;
        if (lit || graph.kinds[node] !== 0 || net.radius(node) >= LABEL_PIXELS) label(node, look, taken, node === focus);
      }
    }

    function isInside(x, y) {
      return x >= 0 && y >= 0 && x <= net.width && y <= net.height;
    }

    function boxOf(node) {
      const [x, y] = net.toScreen(node), size = net.radius(node);
      return [x - size, y - size, x + size, y + size];
    }

    function label(node, look, taken, isFocus) {
      const [x, y] = net.toScreen(node), away = net.radius(node) + 4;
      const width = pen.measureText(graph.names[node]).width;
      const places = [[x + away, y], [x - away - width, y], [x - width / 2, y + away + 6], [x - width / 2, y - away - 6]];
      const isFree = ([left, middle]) => taken.every((each) =>
        left - 1 > each[2] || left + width + 1 < each[0] || middle - 8 > each[3] || middle + 8 < each[1]);
      const place = places.find(isFree) || (isFocus ? places[0] : null);
      if (!place) return;
      taken.push([place[0], place[1] - 8, place[0] + width, place[1] + 8]);
      pen.lineWidth = 3;
      pen.lineJoin = "round";
      pen.strokeStyle = look.sheet;
      pen.strokeText(graph.names[node], ...place);
      pen.fillStyle = look.ink;
      pen.fillText(graph.names[node], ...place);
    }

    new ResizeObserver(net.redraw).observe(canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", net.redraw);
    addEventListener("beforeprint", draw);
    for (const begin of starts) begin(net);
    net.redraw();
  }
})();
