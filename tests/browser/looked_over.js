// Looks a page over as it is laid out: what sticks out, what is cut off, the order of the tab key, headings and names.
// Shown in one document whose contents are exchanged, so that the sheets and the checker are read once.
(() => {
  const MARK_BEGIN = "⟦", MARK_END = "⟧";
  const sheets = {};
  let here;

  const look = {
    // Keeps a sheet under the name that pages call it by.
    keep(name, text) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      sheets[name] = sheet;
    },

    // Everything that is wrong with a page, as it is and with text twice as large.
    async over(text, asked) {
      look.show(text);
      // A list shows the beginning of a long choice, and the whole once it is opened: in a language that is spoken the whole always.
      const found = [...look.cutOff(!asked.marked), ...look.order()];
      if (asked.marked) found.push(...look.untranslated().map((one) => `untranslated: ${one}`));
      if (asked.axe && isNew()) found.push(...await look.faults());
      look.enlarge();
      if (document.adoptedStyleSheets.length) found.push(...[...look.cutOff(false), ...look.pressed()].map((one) => `twice as large: ${one}`));
      return found;
    },

    // Puts a page into this document.
    show(text) {
      here = new DOMParser().parseFromString(text, "text/html");
      const names = [...here.querySelectorAll("link[rel=stylesheet]")].map((one) => one.getAttribute("href").split("/").pop());
      for (const one of here.querySelectorAll("link, script, meta[http-equiv]")) one.remove();
      const root = document.documentElement;
      for (const name of ["lang", "dir"]) root.setAttribute(name, here.documentElement.getAttribute(name));
      root.removeAttribute("style");
      root.replaceChildren(...here.documentElement.children);
      document.adoptedStyleSheets = names.map((name) => sheets[name]);
      for (const one of document.querySelectorAll("details")) one.open = true;
      window.scrollTo(0, 0);
    },

    // Twice as large, as whoever needs it sets it.
    enlarge() {
      document.documentElement.style.fontSize = "200%";
    },

    // What cannot be read without pushing the page aside, or not at all.
    cutOff(lists = true) {
      const wide = document.documentElement.clientWidth, found = [];
      if (document.scrollingElement.scrollWidth > wide) found.push(`the page is ${document.scrollingElement.scrollWidth} wide, with ${widest(wide)}`);
      for (const one of document.body.querySelectorAll("*")) {
        if (!hasWords(one) || !isSeen(one)) continue;
        const box = one.getBoundingClientRect(), style = getComputedStyle(one);
        if (box.left < -1 || box.right > wide + 1) found.push(`${named(one)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)}`);
        if (style.display === "inline" || one.closest("svg")) continue;
        if (one.scrollWidth > one.clientWidth + 1) found.push(`${named(one)} has ${one.clientWidth} and needs ${one.scrollWidth}`);
        if (style.overflowY !== "visible" && one.tagName !== "TEXTAREA" && one.scrollHeight > one.clientHeight + 1) found.push(`${named(one)} is cut off below`);
      }
      for (const one of lists ? document.querySelectorAll("select") : []) {
        const shown = one.selectedOptions[0], room = one.clientWidth - 20;
        if (shown && isSeen(one) && widthOf(shown.label, one) > room) found.push(`${named(one)} has ${room} for "${shown.label}"`);
      }
      return found;
    },

    // Words of a place on a drawing, which stand there once it is pressed, that reach over an edge.
    pressed() {
      const wide = document.documentElement.clientWidth, found = [];
      for (const one of document.querySelectorAll(".spot > input")) {
        const before = one.checked, words = one.nextElementSibling;
        one.checked = true;
        const box = words.getBoundingClientRect();
        if (box.left < -1 || box.right > wide + 1 || words.scrollWidth > words.clientWidth + 1) found.push(`pressed, ${named(words)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)}`);
        one.checked = before;
      }
      return found;
    },

    // Words outside of the marks of an invented language.
    untranslated() {
      const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let depth = 0;
      while (walker.nextNode()) {
        let outside = "";
        for (const one of walker.currentNode.data) {
          if (one === MARK_BEGIN) depth += 1;
          else if (one === MARK_END) depth -= 1;
          else if (depth === 0) outside += one;
        }
        // The name of the world's clock is the same in every language.
        outside = outside.replace(/\bUTC\b/, "");
        const parent = walker.currentNode.parentElement;
        if (/\p{Script=Latin}|\p{Script=Hebrew}/u.test(outside) && !parent.closest("bdi, [translate=no], style, textarea, [lang]:not(html)")) found.push(outside.trim());
      }
      for (const one of document.body.querySelectorAll("[aria-label], [alt], [title], [placeholder], [data-label]")) {
        for (const name of ["aria-label", "alt", "title", "placeholder", "data-label"]) {
          const said = one.getAttribute(name);
          if (said && /\p{Script=Latin}|\p{Script=Hebrew}/u.test(said) && !said.includes(MARK_BEGIN) && !one.closest("[lang]:not(html)")) found.push(`${name}: ${said}`);
        }
      }
      return found;
    },

    // The order in which the tab key and a screen reader meet things, headings, landmarks, and names that say enough alone.
    order() {
      const found = [];
      const stops = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]")]
        .filter((one) => one.tabIndex >= 0 && !one.disabled && isSeen(one));
      if (stops.some((one) => one.tabIndex > 0)) found.push("an order of its own by tabindex");
      // What is saved as a file has neither sheet nor frame.
      const framed = document.adoptedStyleSheets.length > 0;
      if (framed && (!stops[0]?.matches(".leave") || !stops[1]?.matches(".skip-link"))) found.push("leaving and skipping are not the first two stops");
      const back = document.documentElement.dir === "rtl" ? -1 : 1;
      const laid = stops.filter((one) => one.closest("main, footer") && !one.closest(".canvas"));
      for (let place = 1; place < laid.length; place += 1) {
        const before = boxOf(laid[place - 1]), after = boxOf(laid[place]);
        const higher = after.bottom <= before.top + 1;
        const earlier = after.top < before.bottom - 1 && before.top < after.bottom - 1 && (after.left - before.left) * back < -1 && Math.abs(after.top - before.top) < 4;
        if (higher || earlier) found.push(`${named(laid[place])} stands before ${named(laid[place - 1])}`);
      }
      // What is to be mended stands above everything, under a heading of its own.
      const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((one) => isSeen(one) && one.id !== "problems-title").map((one) => Number(one.tagName[1]));
      if (headings.filter((level) => level === 1).length !== 1) found.push(`${headings.filter((level) => level === 1).length} first headings`);
      headings.forEach((level, place) => { if (level > (place ? headings[place - 1] : 0) + 1) found.push(`a heading of level ${level} after ${headings[place - 1]}`); });
      for (const mark of framed ? ["main", "body > header", "body > footer"] : ["main"]) if (document.querySelectorAll(mark).length !== 1) found.push(`not one ${mark}`);
      const called = new Map();
      for (const one of document.querySelectorAll("main a[href], main button")) {
        if (!isSeen(one)) continue;
        const name = nameOf(one), leads = one.getAttribute("href") ?? `${one.form?.getAttribute("action")} ${one.name} ${one.value}`;
        if (!name) found.push(`${named(one)} has no name`);
        if (called.has(name) && called.get(name) !== leads) found.push(`"${name}" leads to ${called.get(name)} and to ${leads}`);
        called.set(name, leads);
      }
      return found;
    },

    async faults() {
      const answer = await axe.run(document, { resultTypes: ["violations"], preload: false });
      return answer.violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 160)}`);
    },
  };

  const built = new Set();

  // Whether no page was built of the same parts before, whatever words stand in them.
  function isNew() {
    const parts = [...document.querySelectorAll("html, body *")].map((one) => [one.tagName, one.className, one.getAttribute("type"), one.getAttribute("role"), one.getAttribute("aria-describedby")].join());
    const same = [...new Set(parts)].sort().join(";");
    if (built.has(same)) return false;
    built.add(same);
    return true;
  }

  function hasWords(one) {
    return [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  }

  // Not what is there for screen readers alone, and not what is folded.
  function isSeen(one) {
    const box = one.getBoundingClientRect();
    return one.checkVisibility({ visibilityProperty: true }) && !(box.width <= 1 || box.height <= 1 || one.parentElement.matches(".spot > bdi") && one.parentElement.clientWidth <= 1) && !one.closest(".unseen, .skip-link:not(:focus)") || one.matches(".skip-link");
  }

  function widest(wide) {
    const outside = (one) => { const box = one.getBoundingClientRect(); return box.width > 1 && (box.right > wide + 1 || box.left < -1); };
    const all = [...document.body.querySelectorAll("*")].filter(outside);
    return all.length ? named(all[all.length - 1]) : "nothing";
  }

  function boxOf(one) {
    return (one.matches("input[type=radio], input[type=checkbox]") ? one.closest("label") ?? one : one).getBoundingClientRect();
  }

  function nameOf(one) {
    const by = one.getAttribute("aria-labelledby");
    if (by) return by.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
    return (one.getAttribute("aria-label") ?? one.textContent).replace(/\s+/g, " ").trim();
  }

  function widthOf(text, like) {
    const pen = look.pen ??= document.createElement("canvas").getContext("2d");
    pen.font = getComputedStyle(like).font;
    return pen.measureText(text).width;
  }

  function named(one) {
    const said = one.textContent.replace(/\s+/g, " ").trim().slice(0, 40);
    return `<${one.tagName.toLowerCase()}${one.id ? `#${one.id}` : ""}${one.className && typeof one.className === "string" ? `.${one.className.split(" ").join(".")}` : ""}> "${said}"`;
  }

  window.look = look;
})();
