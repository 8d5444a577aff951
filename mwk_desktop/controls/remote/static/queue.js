"use strict";
// The moderator's messages: what the stage shows, and a page of those that wait. The page holds
// still: rows change places only when all of them are decided, or when the next page is asked for.
const SAY_EVERY_MS = 5000;
let page = [];
const decided = new Map(); // serial: "approved", "refused", "gone"
let saidAt = 0;
let recent = []; // messages decided here, the newest last
let undone = null; // {at, before}: serials that waited when a decision was taken back
const UNDO_MS = 2000;
const MOST_RECENT = 100;

function isWide() {
  return window.innerWidth >= 700;
}

function pageSize() {
  return isWide() ? 8 : 5;
}

function beginModeration() {
  find("open").addEventListener("click", () => act("message.moderation", 0));
  find("approving").addEventListener("click", () => act("message.moderation", 1));
  find("undoMessage").addEventListener("click", async () => {
    const before = new Set(state ? state.queue.map(item => item.serial) : []);
    if (await act("message.undo")) undone = { at: Date.now(), before };
    showModeration();
  });
  find("clean").addEventListener("click", () => decide(undecided().filter(item => !item.mark), true));
  find("marked").addEventListener("click", () => decide(undecided().filter(item => item.mark), false));
  find("page").addEventListener("click", () => {
    if (!connected) return;
    for (const item of undecided()) decided.set(item.serial, "left");
    showModeration();
  });
}

function undecided() {
  return page.filter(item => !decided.has(item.serial));
}

// Taken back where the show refuses it.
async function decide(items, approve) {
  if (!connected || !items.length) return;
  const many = items.length > 1;
  for (const item of items) decided.set(item.serial, approve ? "approved" : "refused");
  recent = [...recent, ...items].slice(-MOST_RECENT);
  drawQueue();
  const action = `message.${approve ? "approve" : "refuse"}${many ? "_many" : ""}`;
  const done = await act(action, many ? items.map(item => item.serial).join(" ") : items[0].serial);
  if (!done) for (const item of items) decided.delete(item.serial);
  showModeration();
}

function showModeration() {
  if (!state || !state.messages) return;
  press("open", !state.approve);
  press("approving", state.approve);
  find("waiting").textContent = String(state.waiting);
  showMessages();
  noteGone();
  bringBack();
  if (!undecided().length) turnPage();
  drawQueue();
  find("waits").hidden = !state.approve && !page.length;
  const now = Date.now();
  if (now - saidAt >= SAY_EVERY_MS) {
    saidAt = now;
    const words = `${state.waiting} ${texts.waiting}`;
    if (find("said").textContent !== words) find("said").textContent = words;
  }
}

// Somebody else decided: the console, or another phone.
function noteGone() {
  const there = new Set(state.queue.map(item => item.serial));
  const oldest = state.queue.length ? state.queue[state.queue.length - 1].serial : 0;
  for (const item of page) {
    const gone = !there.has(item.serial) && (item.serial > oldest || state.waiting === 0);
    if (gone && !decided.has(item.serial)) decided.set(item.serial, "gone");
  }
}

// What was taken back comes to the head of the page. A message whose approval is taken back has
// another serial.
function bringBack() {
  if (!undone) return;
  if (Date.now() - undone.at > UNDO_MS) { undone = null; return; }
  const mine = item => recent.some(one => one.user === item.user && one.text === item.text);
  const back = state.queue.filter(item => !undone.before.has(item.serial) && mine(item));
  if (!back.length) return;
  undone = null;
  for (const item of back) decided.delete(item.serial);
  const rest = undecided().filter(item => !back.some(one => one.serial === item.serial));
  page = [...back, ...rest].slice(0, pageSize());
}

function turnPage() {
  page = state.queue.filter(item => !decided.has(item.serial)).slice(0, pageSize());
  const kept = new Set(state.queue.map(item => item.serial));
  for (const serial of decided.keys()) if (!kept.has(serial)) decided.delete(serial);
}

function drawQueue() {
  const list = find("queue");
  const rows = keptRows(list, page, queueRow);
  page.forEach((item, at) => {
    const what = decided.get(item.serial) || "";
    const row = rows[at];
    row.dataset.decided = what;
    row.querySelector(".decided").textContent = { approved: texts.approved, refused: texts.refused_row, gone: texts.gone }[what] || "";
    for (const button of row.querySelectorAll("button")) button.hidden = what !== "";
  });
  const open = undecided();
  const marked = open.filter(item => item.mark).length;
  find("cleanCount").textContent = String(open.length - marked);
  find("markedCount").textContent = String(marked);
  find("clean").disabled = open.length === marked;
  find("marked").disabled = marked === 0;
  find("page").disabled = open.length === 0;
  find("noneWaits").hidden = page.length > 0;
  find("foot").hidden = page.length === 0;
}

function showMessages() {
  const shown = state.approve ? state.messages.slice(0, isWide() ? 3 : 1) : state.messages;
  keptRows(find("messages"), shown, shownRow);
  find("none").hidden = shown.length > 0;
}

// The rows of a list for some messages; rows that are there stay the same elements.
function keptRows(list, items, make) {
  const there = new Map([...list.children].map(row => [row.dataset.serial, row]));
  const rows = items.map(item => there.get(String(item.serial)) || make(item));
  if (rows.length !== list.children.length || rows.some((row, at) => list.children[at] !== row)) list.replaceChildren(...rows);
  return rows;
}

function part(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

// All text of people goes through textContent: it stays text.
function messageRow(item) {
  const row = part("li", "", "");
  row.dataset.serial = String(item.serial);
  const said = part("p", "said", "");
  const head = part("span", "user", "");
  const name = part("bdi", "name", item.user);
  head.append(name);
  if (item.vote) head.append(" · ", part("span", "vote", item.vote));
  if (item.mark) {
    row.dataset.marked = "true";
    head.append(" · ", part("span", "mark", `${texts.listed}: ${item.mark}`));
  }
  const words = part("bdi", "words", item.text);
  said.append(head, words);
  row.append(said);
  return row;
}

function rowButton(item, what, press) {
  const button = part("button", what, texts[what]);
  button.setAttribute("aria-label", `${texts[what]}: ${item.user}`);
  button.setAttribute("aria-disabled", String(!connected));
  button.addEventListener("click", press);
  return button;
}

function shownRow(item) {
  const row = messageRow(item);
  for (const what of ["hide", "block"]) row.append(rowButton(item, what, () => act(`message.${what}`, item.serial)));
  return row;
}

function queueRow(item) {
  const row = messageRow(item);
  row.append(part("span", "decided small", ""));
  row.append(
    rowButton(item, "block", () => blockAuthor(item)),
    rowButton(item, "refuse", () => decide([item], false)),
    rowButton(item, "approve", () => decide([item], true)),
  );
  return row;
}

async function blockAuthor(item) {
  if (await act("message.block", item.serial)) {
    for (const other of page) if (other.user === item.user && !decided.has(other.serial)) decided.set(other.serial, "gone");
    showModeration();
  }
}
