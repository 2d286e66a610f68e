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
  const nameTheme = () => { themeButton.textContent = isDark() ? "Light" : "Dark"; themeButton.setAttribute("aria-label", isDark() ? "Switch to light colours" : "Switch to dark colours"); };
  themeButton.hidden = false;
  nameTheme();
  themeButton.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("lockin-audit-theme", root.dataset.theme); } catch (e) { /* a page from disk may not keep anything */ }
    nameTheme();
  });

  // Evidence: filters and search. Rows are shown and hidden, never rebuilt.
  const form = byId("filters");
  const shown = byId("shown");
  const keys = ["workflow", "dimension", "runtime", "ownership"];
  let groups = null;
  const index = () => {
    groups = Array.from(document.querySelectorAll(".group"), (element) => {
      const words = Array.from(element.querySelectorAll("h3,p"), (e) => e.textContent).join(" ").toLowerCase();
      const rows = Array.from(element.querySelectorAll("tbody tr"), (row) => ({ row, workflow: row.dataset.workflow, words: row.cells[0].textContent.toLowerCase() }));
      return { element, rows, words, data: element.dataset };
    });
  };
  const apply = () => {
    if (groups === null) index();
    const text = byId("f-text").value.trim().toLowerCase();
    const want = {};
    for (const key of keys) want[key] = byId("f-" + key).value;
    let total = 0, visible = 0;
    for (const group of groups) {
      const fits = keys.every((key) => key === "workflow" || !want[key] || group.data[key] === want[key]);
      const inWords = !text || group.words.includes(text);
      let left = 0;
      for (const item of group.rows) {
        const show = fits && (!want.workflow || item.workflow === want.workflow) && (inWords || item.words.includes(text));
        if (item.row.hidden === show) item.row.hidden = !show;
        if (show) left += 1;
      }
      total += group.rows.length;
      visible += left;
      if (group.element.hidden === left > 0) group.element.hidden = left === 0;
    }
    shown.textContent = visible.toLocaleString("en") + " of " + total.toLocaleString("en") + " places";
    byId("nothing").hidden = visible > 0;
  };
  const reset = () => { byId("f-text").value = ""; for (const key of keys) byId("f-" + key).value = ""; };
  if (form) {
    form.hidden = false;
    let waiting = 0;
    byId("f-text").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 80); });
    for (const key of keys) byId("f-" + key).addEventListener("change", apply);
    byId("f-clear").addEventListener("click", () => { reset(); apply(); });
    form.addEventListener("submit", (event) => event.preventDefault());
    document.addEventListener("click", (event) => {
      const link = event.target.closest('a[href="#evidence"]');
      if (!link || !keys.some((key) => link.dataset[key])) return;
      reset();
      for (const key of keys) if (link.dataset[key]) byId("f-" + key).value = link.dataset[key];
      apply();
    });
    const reveal = () => {
      const target = byId(decodeURIComponent(location.hash.slice(1)));
      if (target && target.closest(".group") && (target.hidden || target.closest(".group").hidden)) { reset(); apply(); target.scrollIntoView(); }
    };
    window.addEventListener("hashchange", reveal);
    // Read the rows once while the reader is still on the first page, so that the first filter is as quick as the next.
    window.addEventListener("load", () => setTimeout(() => { if (groups === null) index(); }, 300));
  }

  // Print everything that is folded, then fold it again.
  let opened = [];
  window.addEventListener("beforeprint", () => { opened = Array.from(document.querySelectorAll("details:not([open])")); for (const d of opened) d.open = true; });
  window.addEventListener("afterprint", () => { for (const d of opened) d.open = false; opened = []; });
})();
