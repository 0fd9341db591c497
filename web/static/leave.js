// Quick exit with the Shift key pressed three times, and without a way back. The link itself works without this file.
"use strict";
(() => {
  const link = document.getElementById("leave");
  if (!link) return;
  const leave = (event) => {
    event.preventDefault();
    document.documentElement.hidden = true;
    window.location.replace(link.href);
  };
  link.addEventListener("click", leave);
  // Escape and single presses belong to whoever types, above all to input methods; a capital letter is no press of Shift alone.
  let presses = [];
  document.addEventListener("keydown", (event) => {
    if (event.repeat || event.isComposing || event.keyCode === 229) return;
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    presses = [...presses, event.timeStamp].slice(-3);
    if (presses.length === 3 && event.timeStamp - presses[0] < 5000) leave(event);
  });
  // A page that the browser kept whole for Back shows what its reader left: the server has to say whether it still may.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    document.documentElement.hidden = true;
    window.location.reload();
  });
})();
