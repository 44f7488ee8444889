// Keys for the page on which pairs are reviewed. The page works without it: every key is a
// button. Keys are told by where they lie on the keyboard, so that the digits are the same in
// an Arabic layout, on the number pad, and where digits need the shift key.

const WRITING = "input:not([type=hidden]):not([type=checkbox]), textarea, select";
let isBusy = false;

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isBusy) return;
  if (event.target.closest(WRITING)) return;
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code);
  const button = digit && document.querySelector(`[data-key="${digit[1]}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});

// One key, one decision: until the next pair is there, keys do nothing.
addEventListener("htmx:beforeRequest", () => { isBusy = true; });
addEventListener("htmx:afterSettle", () => { isBusy = false; });
addEventListener("htmx:responseError", () => { isBusy = false; });
addEventListener("htmx:sendError", () => { isBusy = false; });
