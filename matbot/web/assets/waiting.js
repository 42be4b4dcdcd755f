// Every place is taken: retry until one is free. The first retry is soon, because a page that is being reloaded
// returns its place within a moment.
"use strict";

const FIRST = 500; // milliseconds
const LATER = 5000;

const look = async () => {
  const answer = await fetch(window.location.href, { cache: "no-store" }).catch(() => null);
  if (answer && answer.status !== 503) {
    window.location.reload();
  } else {
    setTimeout(look, LATER);
  }
};

setTimeout(look, FIRST);
