// Quick exit with one key and without a way back. The link itself works without this file.
"use strict";
(() => {
  const link = document.getElementById("leave");
  if (!link) return;
  const leave = (event) => {
    event.preventDefault();
    document.documentElement.hidden = true;
    document.title = "";
    window.location.replace(link.href);
  };
  link.addEventListener("click", leave);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave(event);
  });
})();
