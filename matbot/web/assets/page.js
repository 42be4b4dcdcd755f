// matbot's additions to the textual-serve client; runs after the client has loaded and before it starts.
"use strict";

const LARGEST = 16; // pixels
const SMALLEST = 9;
const COLUMNS = 80;
const WIDTH = 0.61; // of a letter of Roboto Mono, relative to the font size

const terminal = document.getElementById("terminal");
const ended = document.getElementById("closed");

// Reduce the font so that 80 columns fit a small screen, as long as it stays legible.
const fitting = Math.floor(window.innerWidth / (COLUMNS * WIDTH));
terminal.dataset.fontSize = Math.max(SMALLEST, Math.min(LARGEST, fitting));

// The client measures a letter only once, so it must start after the font has loaded.
const begin = window.onload;
window.onload = async (event) => {
  await Promise.allSettled([document.fonts.load("16px 'Roboto Mono'"), document.fonts.load("bold 16px 'Roboto Mono'")]);
  begin(event);
};

// Leave Ctrl+V to the browser, which pastes; the client would send it as a key.
document.addEventListener(
  "keydown",
  (event) => {
    if (event.ctrlKey && !event.altKey && event.key.toLowerCase() === "v") {
      event.stopImmediatePropagation();
    }
  },
  true,
);

// Download within this page, because a new window might be blocked.
const openWindow = window.open.bind(window);
window.open = (url, ...others) => {
  if (!String(url ?? "").startsWith(`${window.location.origin}/download/`)) {
    return openWindow(url, ...others);
  }
  const link = document.createElement("a");
  link.href = url;
  link.download = "";
  link.click();
  return null;
};

new MutationObserver(() => {
  const is = document.body.classList;
  if (is.contains("-closed") && !ended.open) {
    const title = document.getElementById("closed-title");
    title.textContent = is.contains("-first-byte") ? title.textContent : title.dataset.unopened;
    ended.showModal();
  } else if (is.contains("-first-byte") && document.activeElement === document.body) {
    terminal.querySelector("textarea").focus(); // so that people can type without clicking first
  }
}).observe(document.body, { attributeFilter: ["class"] });
ended.addEventListener("cancel", (event) => event.preventDefault());

// If the server does not respond, stay on this page: the browser's error page would not help.
const silent = document.getElementById("silent");
document.getElementById("again").addEventListener("click", async () => {
  silent.hidden = true;
  try {
    await fetch(window.location.href, { cache: "no-store" });
    window.location.reload();
  } catch {
    silent.hidden = false;
  }
});
