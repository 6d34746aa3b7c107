// The queue by keys. Every key does what a form of the page does, and the row is shown as the server has it then.
const FIELDS = "input, textarea, select";

export function reviewByKeys() {
  const queue = document.querySelector(".queue");
  if (!queue || !document.getElementById("merging")) return;
  const last = document.querySelector(".last");
  const told = document.querySelector(".said-last");
  const rows = () => [...queue.querySelectorAll(".judging")];
  const here = () => queue.querySelector(".judging.at") || rows()[0];
  const form = (row, act) => row && row.querySelector(`form[data-act="${act}"]`);

  function go(row) {
    if (!row) return;
    for (const one of queue.querySelectorAll(".at")) one.classList.remove("at");
    row.classList.add("at");
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }

  const step = (by) => go(rows()[Math.min(Math.max(rows().indexOf(here()) + by, 0), rows().length - 1)]);

  async function send(sent) {
    const row = sent.closest(".judging");
    const answer = await fetch(sent.action, { method: "POST", body: new FormData(sent), headers: { "X-Sayso-Part": "row" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const made = page.querySelector(".judging");
    if (!answer.ok || !made) {
      told.textContent = (page.querySelector("main p") || page.body).textContent.trim();
      return;
    }
    for (const field of made.querySelectorAll("input[name=back]")) field.value = sent.elements.back.value;
    const after = rows()[rows().indexOf(row) + 1];
    const stamp = made.querySelector(".stamp");
    row.replaceWith(document.adoptNode(made));
    told.textContent = stamp ? stamp.textContent.trim() : "Undone.";
    last.hidden = false;
    last.querySelector(".note").textContent = sent.dataset.act;
    go(sent.dataset.act === "undo" || !after ? made : after);
  }

  queue.addEventListener("submit", (event) => {
    event.preventDefault();
    send(event.target);
  });
  queue.addEventListener("focusin", (event) => {
    const row = event.target.closest(".judging");
    if (!row || row.classList.contains("at")) return;
    for (const one of queue.querySelectorAll(".at")) one.classList.remove("at");
    row.classList.add("at");
  });

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    a: () => form(here(), "accept")?.requestSubmit(),
    s: () => form(here(), "split") ? form(here(), "split").requestSubmit() : (told.textContent = "This claim makes no point with others."),
    r: () => form(here(), "reject")?.elements.why.focus(),
    e: edit,
    m: mark,
    u: () => last.hidden ? (told.textContent = "You have decided nothing yet.") : last.querySelector("form").requestSubmit(),
    "/": () => document.querySelector(".finding input[name=q]").focus(),
    "?": () => document.querySelector(".keys").toggleAttribute("open"),
  };

  function edit() {
    const row = here();
    if (!row) return;
    const words = String(getSelection()).trim();
    const box = row.querySelector(".editing");
    box.open = true;
    const field = box.querySelector("textarea");
    if (words && row.querySelector(".context").contains(getSelection().anchorNode)) field.value = words;
    field.focus();
  }

  function mark() {
    const box = here()?.querySelector(".marking input");
    if (!box) return;
    box.checked = !box.checked;
    const marked = queue.querySelectorAll(".marking input:checked");
    if (marked.length > 1) document.getElementById("merging").requestSubmit();
    else told.textContent = marked.length ? "Marked: m on another claim merges the two." : "Not marked.";
  }

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") return go(here());
    if (event.target.matches(FIELDS) && !event.target.matches("[type=checkbox]")) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  const asked = location.hash.startsWith("#k") && document.getElementById(location.hash.slice(1));
  if (rows().length) go(asked || rows()[0]);
}
