"use strict";
// The presenter's phone. State comes as server-sent events, acts go as POSTs. Nothing is queued:
// what is pressed while the laptop does not answer is not done, then or later.
const find = id => document.getElementById(id);
const SILENT_MS = 6500; // three heartbeats
const HOLD_MS = 600;
let texts = {};
let state = null;
let source = null;
let heardAt = 0;
let offsetMs = 0;
let connected = false;
let ended = false;

function setStatus(name, text) {
  find("status").dataset.state = name;
  find("statusText").textContent = text;
  connected = name === "connected";
  document.body.dataset.off = String(!connected);
  for (const button of document.querySelectorAll("button")) button.setAttribute("aria-disabled", String(!connected));
}

function notice(text) {
  find("notice").textContent = text;
  find("notice").hidden = !text;
}

function end(text) {
  ended = true;
  if (source) source.close();
  for (const part of document.querySelectorAll(".part")) part.hidden = true;
  setStatus("unpaired", text);
}

async function post(path, body) {
  return fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), signal: AbortSignal.timeout(2000) });
}

// Whether the show took it.
async function act(action, value) {
  if (!connected) return false;
  const pressed = Math.round(Date.now() + offsetMs);
  // Serials go on after the page is loaded again.
  const serial = Math.max(Date.now(), Number(sessionStorage.getItem("serial") || 0) + 1);
  sessionStorage.setItem("serial", String(serial));
  try {
    const answer = await post("/r/act", { action, value: value === undefined ? null : value, serial, pressed_ms: pressed });
    if (answer.status === 401) { end(texts.unpaired); return false; }
    const told = await answer.json().catch(() => ({ done: false, why: "" }));
    notice(told.done ? "" : told.why === "late" || told.why === "repeated" ? texts.late : told.why || texts.refused);
    return Boolean(told.done);
  } catch {
    lost();
    return false;
  }
}

function lost() {
  if (!ended) setStatus("lost", texts.lost);
}

function connect() {
  if (ended) return;
  if (source) source.close();
  setStatus("connecting", texts.connecting);
  heardAt = Date.now();
  source = new EventSource("/r/events");
  source.addEventListener("time", event => {
    heardAt = Date.now();
    offsetMs = Number(event.data) - heardAt;
    if (!connected && state) setStatus("connected", connectedText());
  });
  source.addEventListener("revoked", () => end(texts.unpaired));
  source.onmessage = event => {
    heardAt = Date.now();
    state = JSON.parse(event.data);
    show();
  };
  source.onerror = () => {
    lost();
    // Refused for good is not lost: ask once.
    if (source.readyState === EventSource.CLOSED) check();
  };
}

async function check() {
  try {
    const answer = await post("/r/act", {});
    if (answer.status === 401) return end(texts.unpaired);
  } catch {
    // not there
  }
  setTimeout(connect, 1000);
}

function connectedText() {
  return `${texts.connected} · ${state.roles.map(role => texts[role]).join(", ")}`;
}

function press(id, on, text) {
  find(id).setAttribute("aria-pressed", String(on));
  if (text) find(`${id}Text`).textContent = text;
}

function show() {
  setStatus("connected", connectedText());
  const mixes = state.roles.includes("mix");
  const silent = state.panic === "silent" || state.fade === "silent";
  find("clock").hidden = false;
  find("bar").textContent = `${state.bar}.${state.beat}`;
  find("lock").textContent = `${Math.floor(state.lock_s / 60)}:${String(state.lock_s % 60).padStart(2, "0")}`;
  find("next").textContent = state.next_bars === null ? "–" : String(state.next_bars);
  find("mix").hidden = !mixes;
  find("moderate").hidden = !state.roles.includes("moderate");
  if (state.locked) notice(texts.locked);
  else if (find("notice").textContent === texts.locked) notice("");
  if (mixes) {
    showModes();
    showStage();
    showTalk();
    press("nextNow", state.next_now);
    press("hold", state.hold, state.hold ? texts.held : texts.hold);
    press("skip", state.skipped, state.skipped ? texts.skipped : texts.skip);
    press("fade", state.fade !== "", state.fade === "fading" ? texts.fading : texts.fade);
    find("panicText").textContent = state.panic === "fading" ? texts.cut : texts.panic;
    find("silent").hidden = !silent;
    find("acts").hidden = silent;
    find("big").hidden = silent;
  }
  if (state.messages) showModeration();
}

function showStage() {
  for (const button of find("stage").children) button.setAttribute("aria-pressed", String(button.dataset.stage === state.stage));
  find("endText").textContent = state.end_asked ? texts.stage_end_again : texts.stage_end;
}

let talkSeen = null;
let talkAt = 0;

function showTalk() {
  const talk = state.talk;
  find("talk").hidden = !talk;
  if (!talk) return;
  const key = JSON.stringify(talk);
  if (key !== talkSeen) { talkSeen = key; talkAt = Date.now(); }
  find("talk").dataset.level = talk.level;
  find("talkMore").hidden = talk.level !== "amber" && talk.level !== "red";
  find("talkRunText").textContent = talk.running ? texts.talk_pause : texts.talk_start;
  drawTalk();
}

// Goes on by itself while the laptop does not answer.
function drawTalk() {
  const talk = state && state.talk;
  const now = Date.now() + offsetMs;
  find("wall").textContent = clockTime(now);
  if (!talk) return;
  const left = talk.left_s - (talk.running ? Math.floor((Date.now() - talkAt) / 1000) : 0);
  const some = Math.abs(left);
  find("talkLeft").textContent = `${left < 0 ? "+" : ""}${Math.floor(some / 60)}:${String(some % 60).padStart(2, "0")}`;
  find("talkNote").textContent = left < 0 ? texts.talk_over : texts.talk_left;
  find("talkEnds").textContent = talk.running && left > 0 ? `${texts.talk_ends} ${clockTime(now + left * 1000)}` : "";
}

function clockTime(ms) {
  return new Date(ms).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

function showModes() {
  const modes = find("modes");
  while (modes.children.length < state.strips.length) {
    const place = modes.children.length + 1;
    const button = document.createElement("button");
    for (const part of ["name", "mode"]) {
      const span = document.createElement("span");
      span.className = part;
      button.append(span);
    }
    button.addEventListener("click", () => act(`strip.${place}.mode.next`));
    modes.append(button);
  }
  state.strips.forEach((strip, at) => {
    const button = modes.children[at];
    button.dataset.hue = strip.instrument;
    button.dataset.mode = strip.mode;
    button.dataset.pending = String(strip.pending !== "");
    button.dataset.sounding = String(strip.sounding);
    button.children[0].textContent = strip.name;
    button.children[1].textContent = strip.pending ? `${texts[strip.mode]} › ${texts[strip.pending]}` : texts[strip.mode];
  });
}

function holdToResume() {
  const button = find("resume");
  let timer = 0;
  const begin = () => {
    if (!connected || timer) return;
    button.classList.add("held");
    timer = setTimeout(() => { stop(); act("show.resume"); }, HOLD_MS);
  };
  const stop = () => {
    clearTimeout(timer);
    timer = 0;
    button.classList.remove("held");
  };
  button.addEventListener("pointerdown", begin);
  for (const name of ["pointerup", "pointercancel", "pointerleave", "blur"]) button.addEventListener(name, stop);
  button.addEventListener("keydown", event => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); begin(); } });
  button.addEventListener("keyup", stop);
  // A screen reader's press has no pointer: it acts at once.
  button.addEventListener("click", event => { if (event.detail === 0 && !timer) act("show.resume"); });
}

async function begin() {
  texts = await (await fetch("/r/texts")).json();
  for (const item of document.querySelectorAll("[data-text]")) item.textContent = texts[item.dataset.text];
  for (const item of document.querySelectorAll("[data-label]")) item.setAttribute("aria-label", texts[item.dataset.label]);
  find("talkRun").addEventListener("click", () => act(state && state.talk && state.talk.running ? "talk.pause" : "talk.start"));
  beginModeration();
  for (const button of document.querySelectorAll("[data-action]")) {
    if (button.id !== "undoMessage") button.addEventListener("click", () => act(button.dataset.action));
  }
  holdToResume();
  const secret = new URLSearchParams(location.hash.slice(1)).get("pair");
  if (secret) {
    history.replaceState(null, "", "/r");
    const answer = await post("/r/pair", { secret }).catch(() => null);
    if (answer === null || !answer.ok) {
      const known = await post("/r/act", {}).catch(() => null);
      if (known === null || known.status === 401) return end(texts.bad_link);
    }
  }
  connect();
}

// A phone that was locked has a stream that may be dead without knowing it.
function woken() {
  if (document.visibilityState === "visible" && !ended && Object.keys(texts).length) connect();
}
document.addEventListener("visibilitychange", woken);
window.addEventListener("pageshow", event => { if (event.persisted) woken(); });
window.addEventListener("online", woken);
window.addEventListener("offline", lost);
setInterval(() => {
  if (state) drawTalk();
  if (ended || !source) return;
  if (Date.now() - heardAt > SILENT_MS) { lost(); if (Date.now() - heardAt > 2 * SILENT_MS) connect(); }
}, 500);
begin();
