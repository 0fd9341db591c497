// Keys for whoever reads many pairs. Each presses or reaches something that stands on the page; nothing needs this file.
"use strict";
(() => {
  const rows = [...document.querySelectorAll("[data-row]")];
  const typing = (at) => at.matches("textarea, select, input:not([type=checkbox]):not([type=radio])");
  const move = (step) => {
    const next = rows[Math.min(Math.max(rows.indexOf(document.activeElement) + step, 0), rows.length - 1)];
    next.focus();
    next.scrollIntoView({ block: "center" });
  };
  const press = (it) => {
    it.scrollIntoView({ block: "center" });
    it.focus();
    // What decides is reached, and pressed by hand.
    if (!("reach" in it.dataset)) it.click();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    if (rows.length && (event.key === "j" || event.key === "k")) {
      event.preventDefault();
      move(event.key === "j" ? 1 : -1);
      return;
    }
    const it = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
    if (!it) return;
    event.preventDefault();
    press(it);
  });
})();
