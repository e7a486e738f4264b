"use strict";
// Filters, search, keys and linked highlighting. The page is whole without it.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const form = one("filters"), search = one("search"), shown = one("shown"), help = one("help");
  const items = all(".divergences > .card, .single");
  const rows = all("#rows > .row");
  const sentences = all(".body .s");
  const selects = all("select[data-by]", form);
  const RANK = { error: 0, warning: 1, note: 2 };
  const words = new Map();

  const text = (node) => {
    if (!words.has(node)) words.set(node, node.textContent.toLowerCase());
    return words.get(node);
  };

  // ---- filters and search
  for (const select of selects) {
    const by = select.dataset.by;
    const values = new Set(items.flatMap((item) => by === "report" ? item.dataset[by].split(" ") : [item.dataset[by]]));
    const sorted = [...values].filter(Boolean);
    if (by === "severity") sorted.sort((a, b) => RANK[a] - RANK[b]);
    else if (by === "report") sorted.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    else sorted.sort();
    for (const value of sorted) select.append(new Option(value, value));
    if (sorted.length < 2) select.parentElement.classList.add("off");
  }

  const wanted = (item, query) =>
    selects.every((s) => !s.value || (item.dataset[s.dataset.by] || "").split(" ").includes(s.value)) &&
    (!query || text(item).includes(query));

  function filter() {
    const query = search.value.trim().toLowerCase();
    const active = query || selects.some((s) => s.value);
    let count = 0;
    for (const item of items) {
      const on = wanted(item, query);
      item.classList.toggle("off", !on);
      count += on;
    }
    let told = 0, said = 0;
    for (const row of rows) {
      const on = !query || text(row).includes(query);
      row.classList.toggle("off", !on);
      told += on;
    }
    for (const sentence of sentences) {
      const on = query && text(sentence).includes(query);
      sentence.classList.toggle("hit", Boolean(on));
      said += on ? 1 : 0;
    }
    for (const block of all("#alone > details")) {
      const some = !active || all(".single:not(.off)", block).length > 0;
      block.classList.toggle("off", !some);
    }
    shown.textContent = !active ? "" :
      `${count} of ${items.length} divergences` + (query ? `, ${told} rows, ${said} sentences` : "");
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  one("help-button").addEventListener("click", () => help.showModal());

  // ---- permalinks: what is linked to is never hidden
  function arrive() {
    const target = one(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest(".off")) { form.reset(); filter(); }
    for (let d = target.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
    const body = target.closest(".body");
    target.scrollIntoView({ block: body ? "center" : "start", inline: "nearest" });
    if (target.matches(".card, .row, .single")) target.focus({ preventScroll: true });
    if (target.matches(".s")) light(target, true);
  }
  addEventListener("hashchange", arrive);

  // ---- keys
  let here = -1;
  function step(by) {
    const open = items.filter((item) => item.matches(".card:not(.off)"));
    if (!open.length) return;
    const at = open.indexOf(items[here]);
    const next = open[Math.max(0, Math.min(open.length - 1, at < 0 ? (by > 0 ? 0 : open.length - 1) : at + by))];
    if (here >= 0) items[here].classList.remove("here");
    here = items.indexOf(next);
    next.classList.add("here");
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  }
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "Escape" && typing) return event.target.blur();
    if (typing) return;
    const act = {
      j: () => step(1), k: () => step(-1), "?": () => help.showModal(),
      "/": () => { search.focus(); search.select(); },
    }[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // ---- linked highlighting: partners of a sentence light up, and scroll beside it in their own texts
  const strip = document.querySelector(".strip");
  const byRow = new Map();
  for (const sentence of sentences)
    for (const row of sentence.dataset.r.split(" "))
      (byRow.get(row) || byRow.set(row, []).get(row)).push(sentence);
  let lit = [];

  function light(sentence, firmly) {
    for (const node of lit) node.classList.remove("lit", "own");
    lit = [];
    if (!sentence) return;
    const partners = new Set(sentence.dataset.r.split(" ").flatMap((row) => byRow.get(row)));
    partners.delete(sentence);
    lit = [sentence, ...partners];
    for (const node of lit) node.classList.add("lit");
    sentence.classList.add("own");
    const frame = strip.getBoundingClientRect(), top = sentence.getBoundingClientRect().top;
    const seen = new Set([sentence.closest(".body")]);
    for (const partner of partners) {
      const body = partner.closest(".body");
      if (seen.has(body) || body.scrollHeight <= body.clientHeight) continue;
      seen.add(body);
      const box = body.getBoundingClientRect();
      if (!firmly && (box.right < frame.left || box.left > frame.right)) continue;
      body.scrollTop += partner.getBoundingClientRect().top - Math.max(top, box.top);
    }
    if (firmly && lit.length > 1) {
      const box = lit[1].closest(".text").getBoundingClientRect();
      if (box.right < frame.left || box.left > frame.right) strip.scrollLeft += box.left - frame.left;
    }
  }
  let pending = 0;
  strip.addEventListener("mouseover", (event) => {
    clearTimeout(pending);
    const sentence = event.target.closest(".s");
    if (sentence && sentence !== lit[0]) pending = setTimeout(light, 120, sentence, false);
  });
  strip.addEventListener("mouseleave", () => clearTimeout(pending));
  strip.addEventListener("focusin", (event) => {
    const sentence = event.target.closest(".s");
    if (sentence) light(sentence, true);
  });

  if (location.hash) arrive();
})();
