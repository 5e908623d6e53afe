// What makes the page answer: the filter box, the card of the claim pointed at, the network's lines.
// Without it the page still shows everything: numbers lead to claims, claims back to their place.
"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = one("form.filters");
  if (!form) return;
  const card = one("#card");
  const only = one("button.only", form);

  // ── spelling: the same folding as the program's own search
  const letters = JSON.parse(one("#spelling").textContent);
  const fold = text => [...text.normalize("NFKC")].map(c => letters[c] ?? c).join("").toLowerCase();
  const plain = word => word.length > 4 && word.startsWith("ال") ? word.slice(2) : word;
  window.claimtrack = { fold };

  // ── the articles and claims of the page
  const articles = all("article").map(node => ({
    node,
    details: one("details", node),
    outlet: node.dataset.outlet || "",
    claims: all(".claims > li", node).map(item => ({
      item, number: item.dataset.n, kind: item.dataset.kind, stance: item.dataset.stance,
      quote: item.dataset.quote, by: item.dataset.by.split(" "), hidden: false,
    })),
  }));
  const at = new Map(articles.map(article => [article.node, article]));
  const heading = article => article.heading ??= fold(one("summary", article.node).textContent);
  const words = claim => claim.words ??= fold(claim.item.textContent);

  // ── filtering
  let source = null; // {number, name}: one source alone
  const wanted = () => {
    const given = new FormData(form);
    return {
      words: fold(given.get("words")).split(/\s+/).filter(Boolean).map(plain),
      kind: given.get("kind"), stance: given.get("stance"), quote: given.get("quote"), outlet: given.get("outlet"),
    };
  };
  const fits = (claim, article, want) =>
    (!want.kind || claim.kind === want.kind) && (!want.stance || claim.stance === want.stance) &&
    (!want.quote || claim.quote === want.quote) && (!source || claim.by.includes(source.number)) &&
    want.words.every(word => words(claim).includes(word) || heading(article).includes(word));

  function filter() {
    const want = wanted();
    let claims = 0, shown = 0;
    for (const article of articles) {
      const possible = !want.outlet || article.outlet === want.outlet;
      let left = 0;
      for (const claim of article.claims) {
        claim.hidden = !(possible && fits(claim, article, want));
        if (claim.item.hidden !== claim.hidden) claim.item.hidden = claim.hidden;
        left += !claim.hidden;
      }
      article.node.hidden = !left;
      article.stale = true;
      if (article.details.open) paint(article);
      claims += left;
      shown += left > 0;
    }
    tell(claims, shown, want);
  }

  // marks of claims that are filtered out fall back to plain text; closed articles wait until they open
  function paint(article) {
    if (!article.stale) return;
    article.stale = false;
    const off = new Set(article.claims.filter(claim => claim.hidden).map(claim => claim.number));
    for (const mark of all(".text [data-c]", article.node))
      mark.classList.toggle("off", mark.dataset.c.split(" ").every(number => off.has(number)));
  }

  function tell(claims, shown, want) {
    const output = one("output", form);
    output.textContent = `${output.dataset.claims}: ${claims} · ${output.dataset.articles}: ${shown}`;
    one(".nothing").hidden = claims > 0;
    only.hidden = !source;
    only.textContent = source ? `${source.name} ✕` : "";
    for (const bar of all("button[data-filter]"))
      bar.setAttribute("aria-pressed", want[bar.dataset.filter] === bar.dataset.value);
  }

  let waiting;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
  form.addEventListener("submit", event => { event.preventDefault(); filter(); });
  form.addEventListener("reset", () => { source = null; setTimeout(filter); });
  only.addEventListener("click", () => { source = null; filter(); });

  const goToArticles = () => one("#articles_section").scrollIntoView();
  function choose(name, value) {
    const menu = form.elements[name];
    menu.value = menu.value === value ? "" : value;
    filter();
    if (menu.value) goToArticles();
  }
  function chooseSource(number, name) {
    source = { number, name };
    filter();
    goToArticles();
  }
  for (const bar of all("button[data-filter]"))
    bar.addEventListener("click", () => choose(bar.dataset.filter, bar.dataset.value));
  for (const button of all("button.source"))
    button.addEventListener("click", () => chooseSource(button.dataset.by, button.textContent));

  // ── opening and closing
  const toggle = one("button.open", form);
  const swap = button => [button.textContent, button.dataset.other] = [button.dataset.other, button.textContent];
  let opened = false;
  toggle.addEventListener("click", () => {
    opened = !opened;
    for (const article of articles) article.details.open = opened && !article.node.hidden;
    swap(toggle);
  });
  document.addEventListener("toggle", event => {
    const article = at.get(event.target.parentElement);
    if (article && article.details.open) paint(article);
  }, true);
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = articles.filter(article => !article.node.hidden && !article.details.open);
    for (const article of closed) { article.details.open = true; paint(article); }
  });
  window.addEventListener("afterprint", () => { for (const article of closed) article.details.open = false; });

  // ── the card of a claim
  let lit = [], pinned = null;
  const numbered = (article, number) => article.claims.find(claim => claim.number === number);
  const claimAt = target => {
    const mark = target.closest?.("[data-c]");
    const article = mark && at.get(mark.closest("article"));
    if (!article || mark.classList.contains("off")) return null;
    const claims = mark.dataset.c.split(" ").map(number => numbered(article, number));
    const claim = claims.find(found => found && !found.hidden);
    return claim && { mark, article, claim };
  };
  const part = (claim, name) => one(name, claim.item).cloneNode(true);
  function describe(claim) {
    const number = document.createElement("span");
    number.className = "number";
    number.textContent = claim.number;
    const who = part(claim, ".who");
    who.prepend(number);
    return [who, part(claim, ".how")];
  }
  // the claims this one stands in, and whatever else the words pointed at belong to
  function around(claim, mark, article) {
    const numbers = new Set(mark.dataset.c.split(" ")), seen = new Set();
    for (let inner = claim; inner && !seen.has(inner); inner = numbered(article, inner.item.dataset.in)) {
      seen.add(inner);
      numbers.add(inner.item.dataset.in);
    }
    return article.claims.filter(other => other !== claim && !other.hidden && numbers.has(other.number));
  }
  function show({ mark, article, claim }) {
    hide();
    card.replaceChildren(...describe(claim));
    for (const other of around(claim, mark, article)) {
      const within = document.createElement("div");
      within.className = "within";
      within.append(...describe(other));
      card.append(within);
    }
    const shut = document.createElement("button");
    shut.className = "shut";
    shut.textContent = card.dataset.close;
    shut.addEventListener("click", hide);
    card.append(shut);
    for (const link of all("a", card)) link.replaceWith(...link.childNodes);
    card.hidden = false;
    beside(mark);
    lit = all(`.text [data-c~="${claim.number}"]`, article.node).concat(claim.item);
    for (const node of lit) node.classList.add("lit");
  }
  function beside(mark) {
    const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    const width = card.offsetWidth, height = card.offsetHeight;
    const left = Math.min(Math.max(8, box.left + box.width / 2 - width / 2), document.documentElement.clientWidth - width - 8);
    const above = box.top - height - 10;
    const top = above > 8 && box.bottom + height + 10 > innerHeight ? above : box.bottom + 10;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  }
  function hide() {
    card.hidden = true;
    for (const node of lit) node.classList.remove("lit");
    lit = [];
  }
  document.addEventListener("pointerover", event => {
    if (event.pointerType === "touch" || pinned) return;
    const found = claimAt(event.target);
    if (found) show(found);
    else if (!event.target.closest?.("#card") && lit.length) hide();
  });
  document.addEventListener("focusin", event => {
    const found = claimAt(event.target);
    if (found) { pinned = null; show(found); }
  });
  document.addEventListener("focusout", event => { if (claimAt(event.target) && !pinned) hide(); });
  document.addEventListener("click", event => {
    const found = claimAt(event.target);
    if (found) {
      event.preventDefault();
      show(found);
      pinned = found.mark;
    } else if (!event.target.closest?.("#card")) {
      pinned = null;
      hide();
    }
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") { pinned = null; hide(); }
    const typing = event.target.closest?.("input, select, textarea");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      one("input", form).focus();
    }
    const node = event.target.closest?.(".node[data-by]");
    if (node && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      press(node);
    }
  });

  // ── the network
  const press = node => chooseSource(node.dataset.by, one("title", node).textContent.replace(/: \d+$/, ""));
  for (const drawing of all("svg.network")) {
    const nodes = all(".node", drawing), paths = all(".bands path", drawing);
    const pick = node => {
      const near = new Set([node.dataset.node]);
      for (const path of paths) {
        const mine = path.dataset.from === node.dataset.node || path.dataset.to === node.dataset.node;
        path.classList.toggle("lit", mine);
        if (mine) near.add(path.dataset.from).add(path.dataset.to);
      }
      for (const other of nodes) other.classList.toggle("lit", near.has(other.dataset.node));
      drawing.classList.add("picked");
    };
    for (const node of nodes) {
      for (const event of ["pointerenter", "focus"]) node.addEventListener(event, () => pick(node));
      for (const event of ["pointerleave", "blur"]) node.addEventListener(event, () => drawing.classList.remove("picked"));
      if (node.dataset.by) node.addEventListener("click", () => press(node));
    }
  }

  form.hidden = false;
  filter();
})();
