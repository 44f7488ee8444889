// Sends files in pieces (tus 1.0), goes on after a lost connection, and shows their receipts.
// Without this the page is a plain form. Nothing here asks any other host.

const form = document.getElementById("give");
const drop = document.getElementById("drop");
const input = document.getElementById("files");
const sendings = document.getElementById("sendings");
const told = document.getElementById("told");
const receipts = document.getElementById("receipts");
const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
const arabic = document.documentElement.lang === "ar";
const numbers = new Intl.NumberFormat(arabic ? "ar-u-nu-arab" : "en", { style: "percent" });
const words = form.dataset;
const SMALLEST = 1 << 18, FIRST = 1 << 20, LARGEST = 1 << 24; // bytes of a piece
const LONGEST_WAIT = 30_000; // ms between two tries
const waiting = [];
let busy = false;

for (const hint of form.querySelectorAll(".only-script")) hint.hidden = false;
drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  add(event.dataTransfer.files);
  start();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  add(input.files);
  input.value = "";
  start();
});

function add(files) {
  for (const file of files) waiting.push(row(file));
}

function start() {
  if (!form.reportValidity()) return; // what was dropped waits until it is said from whom it comes
  if (!busy) work();
}

async function work() {
  busy = true;
  while (waiting.length) await send(waiting.shift());
  busy = false;
}

function row(file) {
  const line = document.createElement("li");
  const name = document.createElement("bdi");
  name.textContent = file.name;
  name.className = "name";
  const bar = document.createElement("progress");
  bar.max = file.size || 1;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  const state = document.createElement("span");
  state.className = "state";
  state.textContent = words.waits;
  const stop = document.createElement("button");
  stop.type = "button";
  stop.className = "btn quiet";
  stop.textContent = words.stop;
  line.append(name, bar, state, stop);
  sendings.append(line);
  const one = { file, line, bar, state, stop, stopped: false };
  stop.addEventListener("click", () => { one.stopped = true; one.wake?.(); });
  return one;
}

function say(one, text, state) {
  one.state.textContent = text;
  one.line.dataset.state = state;
  told.textContent = `${one.file.name}: ${text}`;
}

async function send(one) {
  const { file } = one;
  if (one.stopped) return give_up(one, "");
  if (!file.size) return fail(one, words.empty);
  const key = await mark(file);
  let address = remembered(key), at = -1, size = FIRST, wait = 500;
  while (at < file.size) {
    if (one.stopped) return give_up(one, address, key);
    try {
      if (at < 0) ({ address, at } = await find(file, address, key));
      progress(one, at);
      if (at >= file.size) break;
      const began = performance.now();
      const answer = await piece(file, address, at, size);
      if (answer.status === 204) {
        at = Number(answer.headers.get("Upload-Offset"));
        wait = 500;
        if (performance.now() - began < 2_000) size = Math.min(size * 2, LARGEST);
      } else if ([409, 423, 460].includes(answer.status)) {
        at = -1; // ask again how much has come
        await rest(one, wait);
      } else if (answer.status === 404) {
        forget(key);
        [address, at] = ["", -1];
      } else {
        return fail(one, await answer.text());
      }
    } catch (lost) {
      if (!(lost instanceof TypeError)) throw lost;
      say(one, words.lost, "lost");
      size = Math.max(size / 4, SMALLEST);
      at = -1;
      await rest(one, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }
  await take(one, address, key);
}

async function find(file, address, key) {
  if (address) {
    const answer = await ask(address, "HEAD");
    const same = Number(answer.headers.get("Upload-Length")) === file.size;
    if (answer.ok && same) return { address, at: Number(answer.headers.get("Upload-Offset")) };
    forget(key);
  }
  const begun = await ask(words.uploads, "POST", {
    "Upload-Length": String(file.size),
    "Upload-Metadata": `filename ${base64(new TextEncoder().encode(file.name))}`,
  });
  if (begun.status !== 201) throw new Error(await begun.text());
  remember(key, begun.headers.get("Location"));
  return { address: begun.headers.get("Location"), at: 0 };
}

async function piece(file, address, at, size) {
  const bytes = await file.slice(at, at + size).arrayBuffer();
  const headers = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(at) };
  if (crypto.subtle) {
    const digest = await crypto.subtle.digest("SHA-256", bytes);
    headers["Upload-Checksum"] = `sha256 ${base64(new Uint8Array(digest))}`;
  }
  return ask(address, "PATCH", headers, bytes);
}

async function take(one, address, key) {
  say(one, words.seals, "seals");
  const said = new FormData(form);
  said.delete("files");
  for (let wait = 500; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    try {
      const answer = await fetch(`${address}take/`, { method: "POST", body: said });
      const told = await answer.text();
      if (!answer.ok) return fail(one, "", told);
      forget(key);
      one.bar.value = one.bar.max;
      say(one, words.kept, "kept");
      one.stop.remove();
      receipts.hidden = false;
      show(receipts, told);
      return;
    } catch (lost) {
      if (!(lost instanceof TypeError)) throw lost;
      say(one, words.lost, "lost");
      await rest(one, wait);
    }
  }
}

function show(place, markup) {
  const piece = document.createElement("template");
  piece.innerHTML = markup; // written by our server, which lets nothing of a file through as markup
  place.append(piece.content);
}

function progress(one, at) {
  one.bar.value = at;
  one.line.dataset.state = "sends";
  one.state.textContent = `${words.sends} ${numbers.format(at / one.file.size)}`;
}

function fail(one, text, markup = "") {
  say(one, `${words.fails} ${text}`, "failed");
  if (markup) show(one.line, markup);
  one.stop.remove();
}

async function give_up(one, address, key) {
  if (address) {
    forget(key);
    await ask(address, "DELETE").catch(() => undefined);
  }
  say(one, words.stopped, "stopped");
  one.stop.remove();
}

function ask(address, method, headers = {}, body = undefined) {
  return fetch(address, {
    method, body, headers: { "Tus-Resumable": "1.0.0", "X-CSRFToken": token, ...headers },
  });
}

function rest(one, time) {
  return new Promise((go) => {
    one.wake = go;
    setTimeout(go, time);
    addEventListener("online", go, { once: true });
  });
}

function base64(bytes) {
  return btoa(String.fromCharCode(...bytes));
}

// What this browser remembers of an unfinished sending: a digest of name, size and date, and where
// it goes on; so that nobody who looks at the machine reads the names of files.

async function mark(file) {
  const text = [words.case, file.name, file.size, file.lastModified].join("\n");
  if (!crypto.subtle) return `tus ${text.length} ${file.size} ${file.lastModified}`;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `tus ${base64(new Uint8Array(digest))}`;
}

function remembered(key) {
  try { return localStorage.getItem(key) ?? ""; } catch { return ""; }
}

function remember(key, address) {
  try { localStorage.setItem(key, address); } catch { /* it begins anew next time */ }
}

function forget(key) {
  try { localStorage.removeItem(key); } catch { /* nothing was kept */ }
}
