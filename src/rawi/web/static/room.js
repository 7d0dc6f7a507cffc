// Explanations where the marks are: on hover, focus and tap. Without this script every mark is a link to its entry in the record.
"use strict";
(() => {
  const pop = document.createElement("div");
  pop.id = "pop";
  pop.setAttribute("role", "tooltip");
  pop.hidden = true;
  let owner = null, closing = 0;

  const idents = (mark) => (mark.dataset.of || "").split(" ").filter(Boolean);
  const light = (mark, on) => {
    for (const ident of idents(mark)) {
      document.getElementById(ident)?.classList.toggle("lit", on);
      document.querySelectorAll(`.story [data-of~="${CSS.escape(ident)}"]`).forEach((twin) => twin.classList.toggle("lit", on));
    }
  };

  function hide() {
    clearTimeout(closing);
    if (!owner) return;
    light(owner, false);
    owner.removeAttribute("aria-describedby");
    owner = null;
    pop.hidden = true;
  }

  function show(mark) {
    clearTimeout(closing);
    if (owner === mark) return;
    hide();
    const cards = idents(mark).map((ident) => document.querySelector(`#${CSS.escape(ident)} > .card`)).filter(Boolean);
    if (!cards.length) return;
    pop.replaceChildren(...cards.slice(0, 3).map((card) => card.cloneNode(true)));
    pop.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
    pop.querySelectorAll("a").forEach((link) => link.setAttribute("tabindex", "-1"));
    owner = mark;
    light(mark, true);
    pop.hidden = false;
    mark.setAttribute("aria-describedby", "pop");
    const box = mark.getClientRects()[0] || mark.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const left = Math.min(Math.max(16, box.left + box.width / 2 - pop.offsetWidth / 2), room - pop.offsetWidth - 16);
    const below = box.bottom + pop.offsetHeight + 12 < window.innerHeight || box.top < pop.offsetHeight + 12;
    pop.style.left = `${left + window.scrollX}px`;
    pop.style.top = `${(below ? box.bottom + 8 : box.top - pop.offsetHeight - 8) + window.scrollY}px`;
  }

  const markOf = (event) => event.target.closest?.(".story [data-of]");
  const later = () => { clearTimeout(closing); closing = setTimeout(hide, 220); };
  if (document.querySelector(".story [data-of]")) {
    document.body.append(pop);
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch") return;
      const mark = markOf(event);
      if (mark) show(mark); else if (pop.contains(event.target)) clearTimeout(closing); else if (owner) later();
    });
    document.addEventListener("focusin", (event) => { const mark = markOf(event); if (mark) show(mark); else if (!pop.contains(event.target)) hide(); });
    document.addEventListener("click", (event) => {
      const mark = markOf(event);
      if (mark && !event.ctrlKey && !event.metaKey && event.detail > 0) { event.preventDefault(); show(mark); }
      else if (!pop.contains(event.target)) hide();
    });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  }

  document.querySelectorAll("[data-fill]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      document.getElementById(button.dataset.fill).value = document.getElementById(button.dataset.from).content.textContent.trim();
    });
  });
  document.querySelectorAll(".choices").forEach((box) => {
    document.addEventListener("click", (event) => { if (!box.contains(event.target)) box.open = false; });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape" && box.open) { box.open = false; box.querySelector("summary").focus(); } });
  });
  document.querySelectorAll("select[data-go]").forEach((select) => select.addEventListener("change", () => select.form.requestSubmit()));
})();
