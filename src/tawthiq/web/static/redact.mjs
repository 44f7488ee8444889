// Boxes drawn over the pages of an item; the same boxes stand as lines in the form below, which
// works without this. A box is reached, moved and sized with the keyboard too.

const lines = document.querySelector("#redact [name=boxes]");
const pages = document.getElementById("pages");
const told = document.getElementById("told");
const STEP = 1, LEAST = 0.5; // percent of the page
const places = [...document.querySelectorAll(".draw")];

document.getElementById("how").hidden = false;
for (const place of places) prepare(place);
for (const line of lines.value.split("\n")) {
  const [page, ...sides] = line.split(/[,،]/).map(Number);
  const place = places.find((one) => Number(one.dataset.page) === page);
  if (place && sides.length === 4 && sides.every(Number.isFinite)) put(place, sides);
}

function prepare(place) {
  const more = document.createElement("button");
  more.type = "button";
  more.className = "btn quiet";
  more.textContent = pages.dataset.add;
  more.addEventListener("click", () => { put(place, [40, 40, 20, 20]).focus(); write(); });
  place.parentElement.querySelector("figcaption").append(more);
  place.addEventListener("pointerdown", (event) => {
    if (event.button || event.target.closest(".black")) return;
    event.preventDefault();
    draw(place, event);
  });
}

// Drawing: from where the pointer went down to where it is lifted.

function draw(place, event) {
  const [x, y] = at(place, event);
  const box = put(place, [x, y, LEAST, LEAST]);
  place.setPointerCapture(event.pointerId);
  const grow = (moved) => {
    const [to_x, to_y] = at(place, moved);
    set(box, [Math.min(x, to_x), Math.min(y, to_y), Math.abs(to_x - x), Math.abs(to_y - y)]);
  };
  place.addEventListener("pointermove", grow);
  place.addEventListener("pointerup", () => {
    place.removeEventListener("pointermove", grow);
    if (box.sides[2] < LEAST || box.sides[3] < LEAST) box.remove(); // a touch, not a box
    else box.focus();
    write();
  }, { once: true });
}

function at(place, event) {
  const edge = place.getBoundingClientRect();
  const part = (value, size) => Math.min(Math.max((value / size) * 100, 0), 100);
  return [part(event.clientX - edge.left, edge.width), part(event.clientY - edge.top, edge.height)];
}

// A box: a thing that can be focused, with its four sides in percent.

function put(place, sides) {
  const box = document.createElement("div");
  box.className = "black";
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.page = place.dataset.page;
  place.append(box);
  set(box, sides);
  box.addEventListener("keydown", (event) => turn(box, event));
  return box;
}

function set(box, [left, top, width, height]) {
  width = Math.min(Math.max(width, 0), 100);
  height = Math.min(Math.max(height, 0), 100);
  left = Math.min(Math.max(left, 0), 100 - width);
  top = Math.min(Math.max(top, 0), 100 - height);
  box.sides = [left, top, width, height];
  box.style.left = `${left}%`;
  box.style.top = `${top}%`;
  box.style.width = `${width}%`;
  box.style.height = `${height}%`;
  box.setAttribute("aria-label", `${pages.dataset.box}: ${box.sides.map(round).join(", ")}`);
}

function turn(box, event) {
  const way = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key];
  const [left, top, width, height] = box.sides;
  if (way && event.shiftKey) {
    set(box, [left, top, Math.max(width + way[0], LEAST), Math.max(height + way[1], LEAST)]);
  } else if (way) {
    set(box, [left + way[0], top + way[1], width, height]);
  } else if (event.key === "Delete" || event.key === "Backspace") {
    box.remove();
  } else {
    return;
  }
  event.preventDefault();
  write();
}

function write() {
  const boxes = [...document.querySelectorAll(".black")];
  lines.value = boxes.map((box) => [box.page, ...box.sides.map(round)].join(", ")).join("\n");
  told.textContent = boxes.map((box) => box.getAttribute("aria-label")).join("; ");
}

function round(value) {
  return Math.round(value * 100) / 100;
}
