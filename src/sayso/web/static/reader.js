// The Reader's address: a stretch after "#c=" is asked for, and switches are kept in it.
const STRETCH = /^#c=(\d{1,9}-\d{1,9})$/;

export function followStretch() {
  const follow = () => {
    const found = STRETCH.exec(location.hash);
    if (!found || !document.querySelector(".reader") || document.getElementById("c=" + found[1])) return;
    const address = new URL(location.href);
    if (address.searchParams.get("c") === found[1]) return;
    address.searchParams.set("c", found[1]);
    location.replace(address);
  };
  follow();
  addEventListener("hashchange", follow);
}

export function keepSwitches() {
  const form = document.querySelector(".switches");
  if (!form) return;
  form.addEventListener("change", () => {
    const address = new URL(location.href);
    address.searchParams.delete("show");
    address.searchParams.set("shown", "1");
    for (const box of form.querySelectorAll("input[name=show]:checked")) address.searchParams.append("show", box.value);
    history.replaceState(null, "", address);
  });
}
