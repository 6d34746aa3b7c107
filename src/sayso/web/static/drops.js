// A file dropped anywhere on a page with a form for it is read at once.
export function takeDrops() {
  const field = document.getElementById("paste-file");
  if (!field) return;
  const body = document.body;
  addEventListener("dragover", (event) => {
    event.preventDefault();
    body.classList.add("dropping");
  });
  addEventListener("dragleave", () => body.classList.remove("dropping"));
  addEventListener("drop", (event) => {
    event.preventDefault();
    body.classList.remove("dropping");
    if (!event.dataTransfer || !event.dataTransfer.files.length) return;
    field.files = event.dataTransfer.files;
    field.form.requestSubmit();
  });
  field.addEventListener("change", () => field.files.length && field.form.requestSubmit());
}
