"use strict";
(function () {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);

  // Theme: what the reader chose wins over the system; ?theme=dark or ?theme=light for links and tests.
  const asked = new URLSearchParams(location.search).get("theme");
  let kept = null;
  try { kept = localStorage.getItem("lockin-audit-theme"); } catch (e) { kept = null; }
  const first = asked === "dark" || asked === "light" ? asked : kept;
  if (first === "dark" || first === "light") root.dataset.theme = first;
  const themeButton = byId("theme");
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const nameTheme = () => { themeButton.textContent = isDark() ? "Light" : "Dark"; themeButton.setAttribute("aria-label", isDark() ? "Light colours" : "Dark colours"); };
  themeButton.hidden = false;
  nameTheme();
  themeButton.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("lockin-audit-theme", root.dataset.theme); } catch (e) { /* a page from disk may not keep anything */ }
    nameTheme();
  });

  // Evidence: filters and search. Rows are shown and hidden, never rebuilt, and at most so many at once, so that thousands stay quick.
  const form = byId("filters");
  const more = byId("more");
  const LIMIT = 150;
  let limit = LIMIT;
  const ofGroup = ["dimension", "runtime", "ownership"];
  const ofRow = ["workflow", "confidence"];
  const keys = ofGroup.concat(ofRow);
  let groups = [];
  const index = () => {
    groups = Array.from(document.querySelectorAll(".group"), (element) => {
      const words = Array.from(element.querySelectorAll("h3,p"), (e) => e.textContent).join(" ").toLowerCase();
      const pieces = Array.from(element.querySelectorAll(".piece"), (piece) => ({
        element: piece,
        shown: true,
        rows: Array.from(piece.querySelectorAll("tbody tr"), (row) => ({
          element: row, shown: true, workflow: row.dataset.workflow, confidence: row.dataset.confidence, words: row.textContent.toLowerCase(),
        })),
      }));
      return { element, pieces, words, shown: true, data: element.dataset };
    });
  };
  const show = (item, shown) => { if (item.shown !== shown) { item.shown = shown; item.element.hidden = !shown; } };
  const count = (number) => number.toLocaleString("en");
  const apply = (target) => {
    const text = byId("f-text").value.trim().toLowerCase();
    const want = {};
    for (const key of keys) want[key] = byId("f-" + key).value;
    let total = 0, matching = 0, left = limit;
    for (const group of groups) {
      const fits = ofGroup.every((key) => !want[key] || group.data[key] === want[key]);
      const inWords = !text || group.words.includes(text);
      let inGroup = 0;
      for (const piece of group.pieces) {
        total += piece.rows.length;
        if (!fits) continue;
        const found = piece.rows.filter((row) => (!want.workflow || row.workflow === want.workflow) && (!want.confidence || row.confidence === want.confidence) && (inWords || row.words.includes(text)));
        matching += found.length;
        const taken = new Set(target && found.some((row) => row.element === target) ? found : found.slice(0, Math.max(0, left)));
        if (taken.size > 0) for (const row of piece.rows) show(row, taken.has(row));
        show(piece, taken.size > 0);
        left -= taken.size;
        inGroup += taken.size;
      }
      show(group, inGroup > 0);
    }
    const hidden = left < 0 ? matching - limit + left : matching - (limit - left);
    byId("shown").textContent = count(matching) + " of " + count(total) + " places" + (hidden > 0 ? "; the first " + count(matching - hidden) + " are listed" : "");
    byId("nothing").hidden = matching > 0;
    more.hidden = hidden <= 0;
    more.textContent = "List " + count(Math.min(LIMIT, hidden)) + " more";
  };
  const reset = () => { byId("f-text").value = ""; for (const key of keys) byId("f-" + key).value = ""; };
  const anew = () => { limit = LIMIT; apply(); };
  if (form) {
    form.hidden = false;
    index();
    anew();
    let waiting = 0;
    byId("f-text").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(anew, 80); });
    for (const key of keys) byId("f-" + key).addEventListener("change", anew);
    byId("f-clear").addEventListener("click", () => { reset(); anew(); byId("f-text").focus(); });
    form.addEventListener("submit", (event) => { event.preventDefault(); anew(); });
    more.addEventListener("click", () => { limit += LIMIT; apply(); });
    document.addEventListener("click", (event) => {
      const link = event.target.closest('a[href="#evidence"]');
      if (!link || !keys.some((key) => link.dataset[key])) return;
      reset();
      for (const key of keys) if (link.dataset[key]) byId("f-" + key).value = link.dataset[key];
      anew();
    });
  }

  // An address within the page opens what is folded and takes away filters that hide it.
  const named = () => { try { return byId(decodeURIComponent(location.hash.slice(1))); } catch (e) { return null; } };
  const reveal = () => {
    const target = location.hash.length > 1 ? named() : null;
    if (!target) return;
    let moved = false;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) if (!fold.open) { fold.open = true; moved = true; }
    if (form && target.closest(".group") && target.closest("[hidden]")) { reset(); limit = LIMIT; apply(target); moved = true; }
    if (moved) target.scrollIntoView({ block: "center" });
  };
  window.addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => { if (event.target.closest('a[href^="#site-"]')) setTimeout(reveal); });
  reveal();

  // Print everything that is folded or not listed yet, then put it back.
  let opened = [];
  window.addEventListener("beforeprint", () => { if (form) { limit = Infinity; apply(); } opened = Array.from(document.querySelectorAll("details:not([open])")); for (const d of opened) d.open = true; });
  window.addEventListener("afterprint", () => { for (const d of opened) d.open = false; opened = []; if (form) anew(); });
})();
