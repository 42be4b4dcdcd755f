// What the page of matbot adds to the client that draws it: it runs after that one was read, before it begins.
"use strict";

const LARGEST = 16; // pixels
const SMALLEST = 9;
const COLUMNS = 80;
const WIDTH = 0.61; // of a letter of Roboto Mono, as part of its height

const terminal = document.getElementById("terminal");
const ended = document.getElementById("closed");

// 80 columns fit a small screen, too, as long as the letters can be read.
const fitting = Math.floor(window.innerWidth / (COLUMNS * WIDTH));
terminal.dataset.fontSize = Math.max(SMALLEST, Math.min(LARGEST, fitting));

// The client measures a letter once: it begins when the font is there.
const begin = window.onload;
window.onload = async (event) => {
  await Promise.allSettled([document.fonts.load("16px 'Roboto Mono'"), document.fonts.load("bold 16px 'Roboto Mono'")]);
  begin(event);
};

// Ctrl+V is the browser's own paste, as in any page; the client would send it as a key.
document.addEventListener(
  "keydown",
  (event) => {
    if (event.ctrlKey && !event.altKey && event.key.toLowerCase() === "v") {
      event.stopImmediatePropagation();
    }
  },
  true,
);

// A download is taken in this page: a new window for it might be blocked.
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
    terminal.querySelector("textarea").focus(); // type at once, without a click
  }
}).observe(document.body, { attributeFilter: ["class"] });
ended.addEventListener("cancel", (event) => event.preventDefault());

// Where nothing answers, the browser's own page would say so in words that help nobody.
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
