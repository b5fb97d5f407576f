// What every page of the studio does: keys, the palette, forms that send themselves, live changes.
// @ts-check

const here = document.body.dataset.title || "";
const french = document.documentElement.lang === "fr";

/** @param {string} text */
export function say(text) {
  const spot = document.getElementById("said");
  if (!spot) return;
  const line = document.createElement("p");
  line.textContent = text;
  spot.replaceChildren(line);
  setTimeout(() => line.remove(), 5000);
}

/** @param {string} address @param {unknown} body @returns {Promise<any>} */
export async function send(address, body) {
  const csrf = document.querySelector("meta[name=csrf]")?.getAttribute("content") || "";
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-Csrf": csrf },
    body: JSON.stringify(body),
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error([said.title, said.detail].filter(Boolean).join(". ")), { status: answer.status });
  return said;
}

/** True while somebody types. @param {Event} event */
function isTyping(event) {
  const spot = /** @type {HTMLElement} */ (event.target);
  return spot.matches?.("input:not([type=checkbox]), select, textarea") || false;
}

function items() {
  return /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-lane] .item")]);
}

/** @param {number} step */
function stepItem(step) {
  const all = items();
  const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement?.closest(".item")));
  const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
}

/** @param {string} verdict */
function ruleItem(verdict) {
  const item = document.activeElement?.closest(".item") || items()[0];
  const spot = item?.querySelector(`[data-verdict=${verdict}]`);
  if (spot instanceof HTMLDetailsElement) {
    spot.open = true;
    /** @type {HTMLElement | null} */ (spot.querySelector("input:not([type=hidden])"))?.focus();
  } else if (spot instanceof HTMLButtonElement) {
    spot.click();
  }
}

let waitingForPage = 0;

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    openPalette();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
  if (Date.now() - waitingForPage < 1200) {
    waitingForPage = 0;
    const link = document.querySelector(`.tabs a[data-key="g ${event.key}"]`);
    if (link instanceof HTMLAnchorElement) link.click();
    return;
  }
  if (event.key === "g") waitingForPage = Date.now();
  if (event.key === "?") open_("keys");
  if (event.key === "j") stepItem(1);
  if (event.key === "k") stepItem(-1);
  const verdict = { a: "accept", r: "reject", e: "amend" }[event.key];
  if (verdict && document.querySelector("[data-lane]")) {
    event.preventDefault();
    ruleItem(verdict);
  }
});

/** @param {string} id */
function open_(id) {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
  return dialog;
}

document.addEventListener("click", (event) => {
  const spot = /** @type {HTMLElement} */ (event.target);
  const opener = spot.closest("[data-open]");
  if (opener?.getAttribute("data-open") === "palette") openPalette();
  else if (opener) open_(opener.getAttribute("data-open") || "");
});

function openPalette() {
  const dialog = open_("palette");
  const input = dialog?.querySelector("input");
  if (!dialog || !input) return;
  input.value = "";
  input.focus();
  fill(dialog, "");
}

/** @param {HTMLElement} dialog @param {string} words */
function fill(dialog, words) {
  const links = [...document.querySelectorAll(".tabs a, .brand, .who, .cards h2, .scenes a, .flow a")];
  const list = dialog.querySelector("ul");
  const rows = links
    .map((link) => [link.textContent?.trim().replace(/\s+/g, " ") || "", link.closest("a")?.getAttribute("href") || ""])
    .filter(([name, href]) => href && name.toLowerCase().includes(words.toLowerCase()))
    .slice(0, 12)
    .map(([name, href], at) => {
      const row = document.createElement("li");
      row.role = "option";
      row.ariaSelected = String(at === 0);
      const link = document.createElement("a");
      [link.href, link.textContent] = [href, name];
      row.append(link);
      return row;
    });
  list?.replaceChildren(...rows);
}

const palette = document.getElementById("palette");
palette?.addEventListener("input", (event) => fill(palette, /** @type {HTMLInputElement} */ (event.target).value));
palette?.addEventListener("keydown", (event) => {
  const rows = [...palette.querySelectorAll("li")];
  const at = rows.findIndex((row) => row.ariaSelected === "true");
  if (event.key === "Enter") rows[at]?.querySelector("a")?.click();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !rows.length) return;
  event.preventDefault();
  rows.forEach((row, place) => (row.ariaSelected = String(place === (at + step + rows.length) % rows.length)));
});

document.addEventListener("change", (event) => {
  const spot = /** @type {HTMLElement} */ (event.target);
  if (spot.matches("[data-submit]")) spot.closest("form")?.requestSubmit();
  if (spot.matches(".dropzone input")) {
    const name = /** @type {HTMLInputElement} */ (spot).files?.[0]?.name;
    const words = spot.parentElement?.querySelector("strong");
    if (name && words) words.textContent = name;
  }
});

for (const [type, over] of /** @type {const} */ ([["dragover", true], ["dragleave", false], ["drop", false]])) {
  document.addEventListener(type, (event) => {
    const zone = /** @type {HTMLElement} */ (event.target).closest?.(".dropzone");
    zone?.classList.toggle("over", over);
  });
}

// A verdict puts its item's new state in place; the next open one is ready for the next key.
let ruled = "";
let ruledAt = 0;
document.addEventListener("submit", (event) => {
  ruled = /** @type {HTMLElement} */ (event.target).closest(".item")?.id || "";
  ruledAt = Date.now();
});
document.addEventListener("htmx:after:swap", () => {
  const item = ruled && document.getElementById(ruled);
  ruled = "";
  if (!item) return;
  const all = items();
  const next = all.slice(all.indexOf(item) + 1).find((each) => each.matches(".proposed, .stale"));
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
});

if (here && "EventSource" in window) {
  const live = new EventSource(`/t/${here}/live`);
  live.addEventListener("changed", async () => {
    const spot = document.querySelector("[data-live]");
    document.dispatchEvent(new CustomEvent("studio:changed"));
    if (!spot) return;
    const page = await fetch(location.href, { headers: { Accept: "text/html" } });
    const made = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("[data-live]");
    if (made) spot.replaceChildren(...made.childNodes);
    window["htmx"]?.process?.(spot);
  });
  if (document.querySelector("[data-lane]")) {
    document.addEventListener("studio:changed", () => Date.now() - ruledAt < 3000 || say(french ? "Quelqu’un a décidé ; rouvrez pour le voir." : "Somebody decided; open again to see it."));
  }
}
