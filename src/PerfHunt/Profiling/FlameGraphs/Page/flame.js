"use strict";
// Data: names, and for each node (a caller comes before what it calls): name, caller, self before, self after; in parts of a whole of 1.
const data = JSON.parse(document.getElementById("data").textContent);
const { names, callers, symbols, before, after, isDifference } = data;
const count = callers.length;
const sums = { before: before.slice(), after: after.slice() };
const children = callers.map(() => []);
const depths = new Int32Array(count);
for (let node = count - 1; node > 0; node--) {
  sums.before[callers[node]] += sums.before[node];
  sums.after[callers[node]] += sums.after[node];
}
for (let node = 1; node < count; node++) {
  children[callers[node]].push(node);
  depths[node] = depths[callers[node]] + 1;
}
for (const list of children) list.sort((a, b) => names[symbols[a]] < names[symbols[b]] ? -1 : 1);

const graph = document.getElementById("graph");
const about = document.getElementById("about");
const search = document.getElementById("search");
const matched = document.getElementById("matched");
const views = document.getElementById("views");
const rowPixels = 18;
const narrowestPixels = 0.6;
let side = "after";
let focus = 0;

const percent = part => (100 * part).toFixed(2) + " %";
const signed = part => (part > -0.00005 ? "+" : "\u2212") + Math.abs(100 * part).toFixed(2) + " points";

function color(node) {
  if (!isDifference) {
    let hash = 0;
    for (const character of names[symbols[node]]) hash = (hash * 31 + character.codePointAt(0)) >>> 0;
    return `hsl(${20 + hash % 40} 85% ${62 + (hash >>> 8) % 12}%)`;
  }
  const change = sums.after[node] - sums.before[node];
  const strength = Math.min(1, Math.abs(change) / 0.05);
  return Math.abs(change) < 0.0005 ? "#d8d8d8" : `hsl(${change > 0 ? 5 : 215} ${40 + 50 * strength}% ${85 - 25 * strength}%)`;
}

function tell(node) {
  const share = isDifference
    ? `before ${percent(sums.before[node])}, after ${percent(sums.after[node])}, ${signed(sums.after[node] - sums.before[node])}`
    : `${percent(sums.after[node])} of all samples, itself ${percent(after[node])}`;
  return `${names[symbols[node]]}: ${share}`;
}

function place(node, left, width, top, isOuter) {
  const box = document.createElement("div");
  const hasRoom = width > 24;
  box.textContent = hasRoom ? names[symbols[node]] : "";
  box.classList.toggle("narrow", !hasRoom);
  box.title = tell(node);
  box.tabIndex = 0;
  box.style.cssText = `left:${left}px;width:${Math.max(width, 1)}px;top:${top * rowPixels}px;background:${color(node)}`;
  box.classList.toggle("outer", isOuter);
  box.classList.toggle("found", found(node));
  box.onmouseenter = box.onfocus = () => { about.textContent = tell(node); };
  box.onclick = () => zoom(node);
  box.onkeydown = event => { if (event.key === "Enter") zoom(node); };
  graph.append(box);
}

function found(node) {
  return search.value !== "" && names[symbols[node]].toLowerCase().includes(search.value.toLowerCase());
}

function draw() {
  graph.replaceChildren();
  const width = graph.clientWidth;
  const shares = sums[side];
  let deepest = 0;
  const outer = [];
  for (let node = focus; node > 0; node = callers[node]) outer.push(node);
  if (focus !== 0) outer.push(0);
  outer.reverse().slice(0, focus === 0 ? 0 : -1).forEach(node => place(node, 0, width, depths[node], true));
  const rest = [[focus, 0]];
  while (rest.length > 0) {
    const [node, left] = rest.pop();
    const own = shares[focus] > 0 ? width * shares[node] / shares[focus] : 0;
    if (own < narrowestPixels) continue;
    place(node, left, own, depths[node], false);
    deepest = Math.max(deepest, depths[node]);
    let next = left;
    for (const child of children[node]) {
      rest.push([child, next]);
      next += width * shares[child] / shares[focus];
    }
  }
  graph.style.height = (deepest + 1) * rowPixels + "px";
  tellMatches();
}

// A stack counts once, whatever it holds of the name.
function tellMatches() {
  if (search.value === "") { matched.textContent = ""; return; }
  let sum = 0;
  const rest = [0];
  while (rest.length > 0) {
    const node = rest.pop();
    if (found(node)) sum += sums[side][node];
    else rest.push(...children[node]);
  }
  matched.textContent = `${percent(sum)} of all samples`;
}

function zoom(node) { focus = node; about.textContent = tell(node); draw(); }

function show(which) {
  side = which;
  for (const button of views.children) button.setAttribute("aria-pressed", button.dataset.side === side);
  draw();
}

if (isDifference) {
  for (const [name, label] of [["more", "a larger share after"], ["less", "a smaller share after"], ["same", "as before"]]) {
    const mark = document.createElement("span");
    mark.className = name;
    mark.textContent = label;
    document.getElementById("legend").append(mark);
  }
  for (const [name, label] of [["after", "After: what appeared"], ["before", "Before: what vanished"]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.side = name;
    button.textContent = label;
    button.onclick = () => show(name);
    views.append(button);
  }
}
document.getElementById("reset").onclick = () => { search.value = ""; zoom(0); };
search.oninput = draw;
window.addEventListener("resize", draw);
// As in other viewers: / to search, Escape to go back.
window.addEventListener("keydown", event => {
  if (event.key === "Escape") document.getElementById("reset").click();
  if (event.key === "/" && document.activeElement !== search) { event.preventDefault(); search.focus(); }
});
document.querySelector("form").onsubmit = event => event.preventDefault();
about.textContent = tell(0);
show("after");
