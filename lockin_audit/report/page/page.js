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

  // Evidence: filters and search. Rows are shown and hidden, never rebuilt, and only those that change are touched.
  const form = byId("filters");
  const status = byId("shown");
  const ofGroup = ["dimension", "runtime", "ownership"];
  const ofRow = ["workflow", "confidence"];
  const keys = ofGroup.concat(ofRow);
  let groups = null;
  const index = () => {
    groups = Array.from(document.querySelectorAll(".group"), (element) => {
      const words = Array.from(element.querySelectorAll("h3,p"), (e) => e.textContent).join(" ").toLowerCase();
      const pieces = Array.from(element.querySelectorAll(".piece"), (piece) => ({
        piece,
        shown: true,
        rows: Array.from(piece.querySelectorAll("tbody tr"), (row) => ({
          row, shown: true, workflow: row.dataset.workflow, confidence: row.dataset.confidence, words: row.textContent.toLowerCase(),
        })),
      }));
      return { element, pieces, words, shown: true, data: element.dataset };
    });
  };
  const show = (item, element, shown) => { if (item.shown !== shown) { item.shown = shown; element.hidden = !shown; } };
  const apply = () => {
    if (groups === null) index();
    const text = byId("f-text").value.trim().toLowerCase();
    const want = {};
    for (const key of keys) want[key] = byId("f-" + key).value;
    let total = 0, visible = 0;
    for (const group of groups) {
      const fits = ofGroup.every((key) => !want[key] || group.data[key] === want[key]);
      const inWords = !text || group.words.includes(text);
      let inGroup = 0;
      for (const piece of group.pieces) {
        total += piece.rows.length;
        if (!fits) continue;
        let inPiece = 0;
        for (const item of piece.rows) {
          const shown = (!want.workflow || item.workflow === want.workflow) && (!want.confidence || item.confidence === want.confidence) && (inWords || item.words.includes(text));
          show(item, item.row, shown);
          if (shown) inPiece += 1;
        }
        show(piece, piece.piece, inPiece > 0);
        inGroup += inPiece;
      }
      show(group, group.element, inGroup > 0);
      visible += inGroup;
    }
    status.textContent = visible.toLocaleString("en") + " of " + total.toLocaleString("en") + " places";
    byId("nothing").hidden = visible > 0;
  };
  const reset = () => { byId("f-text").value = ""; for (const key of keys) byId("f-" + key).value = ""; };
  if (form) {
    form.hidden = false;
    let waiting = 0;
    byId("f-text").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 80); });
    for (const key of keys) byId("f-" + key).addEventListener("change", apply);
    byId("f-clear").addEventListener("click", () => { reset(); apply(); byId("f-text").focus(); });
    form.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
    document.addEventListener("click", (event) => {
      const link = event.target.closest('a[href="#evidence"]');
      if (!link || !keys.some((key) => link.dataset[key])) return;
      reset();
      for (const key of keys) if (link.dataset[key]) byId("f-" + key).value = link.dataset[key];
      apply();
    });
    // Read the rows while the reader is still on the first page, so that the first filter is as quick as the next.
    window.addEventListener("load", () => setTimeout(() => { if (groups === null) index(); }, 300));
  }

  // An address within the page opens what is folded and takes away filters that hide it.
  const named = () => { try { return byId(decodeURIComponent(location.hash.slice(1))); } catch (e) { return null; } };
  const reveal = () => {
    const target = location.hash.length > 1 ? named() : null;
    if (!target) return;
    let moved = false;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) if (!fold.open) { fold.open = true; moved = true; }
    if (form && target.closest(".group") && target.closest("[hidden]")) { reset(); apply(); moved = true; }
    if (moved) target.scrollIntoView();
  };
  window.addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => { if (event.target.closest('a[href^="#site-"]')) setTimeout(reveal); });
  reveal();

  // Print everything that is folded, then fold it again.
  let opened = [];
  window.addEventListener("beforeprint", () => { opened = Array.from(document.querySelectorAll("details:not([open])")); for (const d of opened) d.open = true; });
  window.addEventListener("afterprint", () => { for (const d of opened) d.open = false; opened = []; });
})();
