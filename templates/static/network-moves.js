// Moving about in the drawing of the network: pointer, wheel, keys, and what one has chosen there.
"use strict";

notesite.networkStarts(function (net) {
  const { box, canvas, graph, at } = net;
  const CLOSEST = 4, STEP = 60, ZOOM = 1.3, NEAR = 8, MOMENT = 220;
  const status = box.querySelector("[role=status]"), panel = box.querySelector(".chosen");
  const { tiesOne, tiesMany, more } = box.dataset;
  let far = 0.02;

  net.fit = function () {
    const seen = graph.order.filter(net.isShown);
    if (!seen.length) return;
    const xs = seen.map((node) => graph.xs[node]), ys = seen.map((node) => graph.ys[node]);
    const most = (list) => list.reduce((a, b) => Math.max(a, b)), least = (list) => list.reduce((a, b) => Math.min(a, b));
    const [left, right, top, bottom] = [least(xs), most(xs), least(ys), most(ys)];
    const width = canvas.clientWidth, height = canvas.clientHeight;
    far = Math.min((width - 90) / (right - left + 30), (height - 50) / (bottom - top + 30), 1.6);
    Object.assign(at, { x: (left + right) / 2, y: (top + bottom) / 2, scale: far });
    net.redraw();
  };

  function zoom(by, x = net.width / 2, y = net.height / 2) {
    const scale = Math.max(far / 2, Math.min(CLOSEST, at.scale * by));
    at.x += (x - net.width / 2) * (1 / at.scale - 1 / scale);
    at.y += (y - net.height / 2) * (1 / at.scale - 1 / scale);
    at.scale = scale;
    net.redraw();
  }

  function pan(x, y) {
    at.x += x / at.scale;
    at.y += y / at.scale;
    net.redraw();
  }

  // Goes to a node, at once for those who want no motion.
  net.centre = function (node) {
    const from = { ...at }, to = { x: graph.xs[node], y: graph.ys[node], scale: Math.max(at.scale, 1.2) };
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const began = performance.now();
    function step(now) {
      const part = isStill ? 1 : Math.min(1, Math.max(0, (now - began) / MOMENT));
      const eased = 1 - (1 - part) ** 3;
      for (const key of ["x", "y", "scale"]) at[key] = from[key] + (to[key] - from[key]) * eased;
      net.redraw();
      if (part < 1) requestAnimationFrame(step);
    }
    step(isStill ? began + MOMENT : began);
  };

  net.choose = function (node) {
    net.chosen = node;
    panel.hidden = node < 0;
    if (node >= 0) tell(node);
    net.redraw();
  };

  function ties(count) {
    return (count === 1 ? tiesOne : tiesMany).replace("%n", count);
  }

  function tell(node) {
    const [name, count] = panel.querySelector("p").children, around = graph.near[node];
    name.textContent = graph.names[node];
    name.href = graph.routes[node];
    count.textContent = `· ${ties(around.length)}`;
    const shown = graph.order.length ? [...around].sort((a, b) => graph.near[b].length - graph.near[a].length).slice(0, NEAR) : [];
    const links = shown.map(function (other) {
      const link = document.createElement("a");
      link.textContent = graph.names[other];
      link.href = graph.routes[other];
      return link;
    });
    if (around.length > NEAR) links.push(more.replace("%n", around.length - NEAR));
    panel.querySelector(".near").replaceChildren(...links);
    status.textContent = `${graph.names[node]} · ${ties(around.length)}`;
  }

  function open(node) {
    if (node >= 0 && graph.routes[node]) location.href = graph.routes[node];
  }

  // The node under a point, or the nearest to it within a finger's reach.
  function nodeAt(x, y, reach = 8) {
    let best = -1, least = Infinity;
    for (let node = 0; node < graph.count; node += 1) {
      if (!net.isShown(node)) continue;
      const [u, v] = net.toScreen(node), away = Math.hypot(u - x, v - y) - net.radius(node);
      if (away < reach && away < least) [best, least] = [node, away];
    }
    return best;
  }

  // The next node in a direction: nearest, and not far aside.
  function beside(node, dx, dy) {
    let best = -1, least = Infinity;
    for (let other = 0; other < graph.count; other += 1) {
      const x = graph.xs[other] - graph.xs[node], y = graph.ys[other] - graph.ys[node];
      const ahead = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
      if (net.isShown(other) && ahead > aside && ahead + 2 * aside < least) [best, least] = [other, ahead + 2 * aside];
    }
    return best;
  }

  const fingers = new Map();
  let moved = 0;

  canvas.addEventListener("pointerdown", function (event) {
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, [event.offsetX, event.offsetY]);
    if (fingers.size === 1) moved = 0;
  });
  canvas.addEventListener("pointermove", function (event) {
    const { offsetX: x, offsetY: y, pointerId: id } = event, before = fingers.get(id);
    if (!before) return hover(x, y);
    moved += Math.hypot(x - before[0], y - before[1]);
    if (fingers.size === 2) {
      const [u, v] = [...fingers].find(([other]) => other !== id)[1];
      zoom(Math.hypot(x - u, y - v) / Math.max(1, Math.hypot(before[0] - u, before[1] - v)), (x + u) / 2, (y + v) / 2);
    } else {
      pan(before[0] - x, before[1] - y);
    }
    fingers.set(id, [x, y]);
  });
  canvas.addEventListener("pointerup", function (event) {
    if (fingers.delete(event.pointerId) && moved < 5) {
      const node = nodeAt(event.offsetX, event.offsetY, event.pointerType === "touch" ? 16 : 8);
      if (node >= 0 && (event.pointerType !== "touch" || node === net.chosen)) open(node);
      else net.choose(node);
    }
  });
  canvas.addEventListener("pointercancel", (event) => fingers.delete(event.pointerId));
  canvas.addEventListener("pointerleave", () => hover(-99, -99));
  canvas.addEventListener("wheel", function (event) {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0018)), event.offsetX, event.offsetY);
  }, { passive: false });

  function hover(x, y) {
    const node = nodeAt(x, y);
    canvas.classList.toggle("over", node >= 0);
    if (node === net.over) return;
    net.over = node;
    net.redraw();
  }

  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  function key(event) {
    const arrow = ARROWS[event.key];
    if (arrow && event.shiftKey) {
      const middle = net.chosen < 0 ? nodeAt(net.width / 2, net.height / 2, Infinity) : beside(net.chosen, ...arrow);
      if (middle >= 0) {
        net.choose(middle);
        net.centre(middle);
      }
    } else if (arrow) pan(arrow[0] * STEP, arrow[1] * STEP);
    else if (event.key === "+" || event.key === "=") zoom(ZOOM);
    else if (event.key === "-") zoom(1 / ZOOM);
    else if (event.key === "0") net.fit();
    else if (event.key === "Enter") open(net.chosen);
    else if (event.key === "Escape") net.choose(-1);
    else return false;
    return true;
  }
  canvas.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !key(event)) return;
    event.preventDefault();
    event.stopPropagation();
  });

  for (const button of box.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", function () {
      if (button.dataset.zoom === "fit") net.fit();
      else zoom(button.dataset.zoom === "in" ? ZOOM : 1 / ZOOM);
    });
  }
  net.fit();
});
