// Brings the words about the end of a visit to the front five minutes before it. Without this file they stand at the foot.
"use strict";
(() => {
  const visit = document.getElementById("visit");
  if (!visit) return;
  const before = Number(visit.dataset.minutes) - 5;
  window.setTimeout(() => {
    visit.setAttribute("role", "alert");
    visit.classList.add("soon");
    document.getElementById("main").before(visit);
  }, Math.max(before, 0) * 60_000);
})();
