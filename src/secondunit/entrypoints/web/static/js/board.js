// The stripboard: strips move by mouse, finger or key; every drop is priced and checked at once.
// @ts-check

import { say, send } from "./studio.js";

const root = /** @type {HTMLElement} */ (document.querySelector("[data-board]"));
const title = document.body.dataset.title || "";
const lists = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".strip-list")]);
const takeButton = root.querySelector("[data-take]");
const undoButton = root.querySelector("[data-undo]");
const home = arrangement();
/** @type {[string, string[]][][]} */
let past = [];
let asked = 0;
let blocked = 0;

/** Every day with its scenes, as the page stands. @returns {[string, string[]][]} */
function arrangement() {
  return lists.map((list) => [
    list.closest("section")?.getAttribute("data-date") || "",
    [...list.children].map((strip) => strip.getAttribute("data-scene") || ""),
  ]);
}

/** @param {[string, string[]][]} wanted */
function arrange(wanted) {
  const strips = new Map([...root.querySelectorAll(".strip")].map((strip) => [strip.getAttribute("data-scene"), strip]));
  wanted.forEach(([, scenes], at) => lists[at].replaceChildren(...scenes.map((scene) => /** @type {Element} */ (strips.get(scene)))));
}

/** @param {string} name */
const part = (name) => /** @type {HTMLElement} */ (root.querySelector(`[data-${name}]`));

function isChanged() {
  return JSON.stringify(arrangement()) !== JSON.stringify(home);
}

async function price() {
  const mine = ++asked;
  markMoved();
  root.classList.add("busy");
  try {
    const days = arrangement().filter(([date]) => date);
    const trial = await send(`/t/${title}/board/try`, { base: root.dataset.base, days });
    if (mine === asked) show(trial);
  } catch (error) {
    if (mine === asked) say(String(/** @type {Error} */ (error).message));
  } finally {
    if (mine === asked) root.classList.remove("busy");
  }
}

function markMoved() {
  const places = new Map(home.flatMap(([date, scenes]) => scenes.map((scene) => [scene, date])));
  for (const strip of root.querySelectorAll(".strip")) {
    const date = strip.closest("section")?.getAttribute("data-date") || "";
    strip.classList.toggle("moved", places.get(strip.getAttribute("data-scene") || "") !== date);
  }
  if (undoButton instanceof HTMLButtonElement) undoButton.disabled = past.length === 0;
}

/** @param {any} trial */
function show(trial) {
  part("cost").textContent = trial.cost;
  part("bound").textContent = trial.bound;
  part("days").textContent = trial.days;
  part("blocked").textContent = trial.blocked;
  const change = part("change");
  const less = trial.than_standing < 0;
  change.textContent = trial.than_standing ? `${less ? "−" : "+"}${trial.than_standing_words.replace("-", "")}` : isChanged() ? "±0" : "";
  change.className = `change ${trial.than_standing ? (less ? "down" : "up") : ""}`;
  part("shares").replaceChildren(...trial.shares.map(shareRow));
  part("findings").replaceChildren(...trial.findings.map(findingRow));
  /** @type {Record<string, number>} */
  const numbers = {};
  let at = 0;
  for (const list of lists) {
    const section = /** @type {HTMLElement} */ (list.closest("section"));
    if (!section.dataset.date) continue;
    const filled = list.children.length > 0;
    const numberSpot = /** @type {HTMLElement} */ (section.querySelector("[data-number]"));
    const pagesSpot = /** @type {HTMLElement} */ (section.querySelector("[data-pages]"));
    const unit = section.dataset.unit || "";
    if (filled) numbers[unit] = (numbers[unit] || 0) + 1;
    numberSpot.textContent = filled ? String(numbers[unit]) : "–";
    pagesSpot.textContent = filled ? trial.pages[at++] : "0";
  }
  blocked = trial.blocked;
  if (takeButton instanceof HTMLButtonElement) takeButton.disabled = !isChanged();
}

/** @param {[string, string, number, string]} share */
function shareRow([key, amount, change, words]) {
  const row = document.createElement("tr");
  const head = document.createElement("th");
  head.scope = "row";
  head.textContent = key;
  const now = document.createElement("td");
  now.textContent = amount;
  const than = document.createElement("td");
  than.textContent = change ? `${change > 0 ? "+" : ""}${words}` : "";
  row.append(head, now, than);
  return row;
}

/** @param {{where: string, message: string, severity: string}} finding */
function findingRow(finding) {
  const row = document.createElement("li");
  row.className = finding.severity;
  const where = document.createElement("strong");
  where.textContent = finding.where;
  row.append(where, ` ${finding.message}`);
  return row;
}

// --- by mouse and finger
/** @type {[string, string[]][] | null} */
let before = null;
addEventListener("load", () => {
  for (const list of lists) {
    window["Sortable"].create(list, {
      group: "strips",
      animation: 120,
      filter: ".locked",
      delay: 120,
      delayOnTouchOnly: true,
      onStart: () => (before = arrangement()),
      onEnd: () => {
        if (before && JSON.stringify(before) !== JSON.stringify(arrangement())) {
          past.push(before);
          price();
        }
      },
    });
  }
});

// --- by key
root.addEventListener("keydown", (event) => {
  const strip = /** @type {HTMLElement} */ (event.target).closest(".strip");
  if (!strip) return;
  const up = event.key === "ArrowUp";
  if (!up && event.key !== "ArrowDown") return;
  event.preventDefault();
  if (!event.altKey) {
    const all = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".strip")]);
    all[all.indexOf(/** @type {HTMLElement} */ (strip)) + (up ? -1 : 1)]?.focus();
    return;
  }
  if (strip.classList.contains("locked")) return say("locked");
  const old = arrangement();
  if (moveByKey(strip, up, event.shiftKey)) {
    past.push(old);
    /** @type {HTMLElement} */ (strip).focus();
    price();
  }
});

/** @param {Element} strip @param {boolean} up @param {boolean} wholeDay */
function moveByKey(strip, up, wholeDay) {
  const list = /** @type {HTMLElement} */ (strip.parentElement);
  const beside = up ? strip.previousElementSibling : strip.nextElementSibling;
  if (beside && !wholeDay) {
    if (up) beside.before(strip);
    else beside.after(strip);
    return true;
  }
  const next = lists[lists.indexOf(list) + (up ? -1 : 1)];
  if (!next) return false;
  if (up) next.append(strip);
  else next.prepend(strip);
  return true;
}

function undo() {
  const last = past.pop();
  if (!last) return;
  arrange(last);
  price();
}

undoButton?.addEventListener("click", undo);
document.addEventListener("keydown", (event) => {
  if (event.key === "u" && !/** @type {HTMLElement} */ (event.target).matches("input")) undo();
});

// --- the person's word
const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("take"));
takeButton?.addEventListener("click", () => {
  const moved = root.querySelectorAll(".strip.moved").length;
  const summary = dialog.querySelector("[data-summary]");
  if (summary) summary.textContent = `${moved} ⇄ · ${part("cost").textContent} (${part("change").textContent}) · ${part("days").textContent}`;
  /** @type {HTMLElement} */ (dialog.querySelector("[data-despite]")).hidden = blocked === 0;
  dialog.showModal();
});
dialog?.querySelector("[data-sign-now]")?.addEventListener("click", async () => {
  const reason = /** @type {HTMLInputElement} */ (dialog.querySelector("[name=reason]"));
  if (!reason.reportValidity()) return;
  const despite = /** @type {HTMLInputElement} */ (dialog.querySelector("[name=despite]")).checked;
  const wrong = /** @type {HTMLElement} */ (dialog.querySelector("[data-wrong]"));
  try {
    const days = arrangement().filter(([date]) => date);
    await send(`/t/${title}/board/take`, { base: root.dataset.base, days, reason: reason.value, despite });
    location.reload();
  } catch (error) {
    wrong.hidden = false;
    wrong.textContent = String(/** @type {Error} */ (error).message);
  }
});
