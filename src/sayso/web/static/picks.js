// Claims picked on several pages of one ledger go into one report: they are remembered until the tab is closed.
export function keepPicks() {
  const form = document.getElementById("picks");
  if (!form) return;
  const shelf = "picks " + form.getAttribute("action");
  const picked = new Set(JSON.parse(sessionStorage.getItem(shelf) || "[]"));
  const boxes = [...document.querySelectorAll("input[name=c][form=picks]")];
  const told = form.querySelector(".how-many");
  const tell = () => {
    form.classList.toggle("some", picked.size > 0);
    told.textContent = picked.size ? `${picked.size} picked:` : "Tick claims, then";
  };
  for (const box of boxes) {
    box.checked = picked.has(box.value);
    box.addEventListener("change", () => {
      box.checked ? picked.add(box.value) : picked.delete(box.value);
      sessionStorage.setItem(shelf, JSON.stringify([...picked]));
      tell();
    });
  }
  form.addEventListener("submit", () => {
    const here = new Set(boxes.map((box) => box.value));
    for (const old of form.querySelectorAll("input[type=hidden]")) old.remove();
    for (const pick of picked) {
      if (here.has(pick)) continue;
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = "c";
      field.value = pick;
      form.append(field);
    }
  });
  tell();
}
