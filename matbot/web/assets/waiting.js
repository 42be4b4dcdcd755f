// Every place is taken: look again until one is free. A page that is loaded again gives back its own in a moment.
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
