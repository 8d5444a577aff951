/* Votes without leaving the page, and hears from the show. Plain ES5: an old phone understands it,
   and without any script the form still works. Text is only ever set as text. */
(function () {
  "use strict";
  var form = document.getElementById("form");
  var status = document.getElementById("status");
  var lead = document.getElementById("lead");
  if (!form || !window.XMLHttpRequest || !window.JSON || !document.querySelectorAll) { return; }
  var words = JSON.parse(document.getElementById("words").textContent);
  var buttons = form.querySelectorAll(".vote");
  var again = document.querySelector(".again");
  var gate = "";
  var seen = words.receipt || 0;
  var endsAt = 0;
  var result = "";
  var standing = "";
  var refusedTimer = 0;
  var sent = { vote: 0, notes: "" };
  var early = {};
  var source = null;
  var room = document.getElementById("room");
  var ticket = document.getElementById("ticket");
  if (again) { again.parentNode.removeChild(again); }

  function say(text, kind) {
    if (refusedTimer) { clearTimeout(refusedTimer); refusedTimer = 0; }
    status.className = kind || "";
    status.textContent = text;
  }

  function phrase(key, instrument, n, name) {
    var text = (words.texts[key] || "")
      .replace("{}", words.names[instrument] || "")
      .replace("{n}", String(n || 0))
      .replace("{name}", name || "");
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  function secondsLeft() {
    return endsAt ? Math.max(0, Math.ceil((endsAt - new Date().getTime()) / 1000)) : 0;
  }

  function each(list, call) {
    for (var i = 0; i < list.length; i += 1) { call(list[i]); }
  }

  function mark(instrument) {
    each(buttons, function (button) {
      button.classList[button.value === instrument ? "add" : "remove"]("mine");
    });
  }

  function answered(answer) {
    var text;
    if (answer.ticket) { letIn(answer); }
    if (answer.code === "sent") {
      text = "";
      each(answer.notes, function (note) { text += " " + phrase(note, "", 0, answer.name); });
      sent = { vote: answer.vote, notes: text };
      say(phrase("sent", answer.instrument) + text, "good");
      mark(answer.instrument);
      if (early[answer.vote]) { outcome(early[answer.vote]); }
      early = {};
      var message = document.getElementById("message");
      message.value = "";
      var name = document.getElementById("name");
      if (name.value && answer.name) { name.value = answer.name; }
      if (answer.name) { keep(name.value); }
      if (navigator.vibrate) { try { navigator.vibrate(20); } catch (ignored) { /* not allowed */ } }
    } else {
      say(phrase(answer.code, answer.instrument, answer.wait), "bad");
      if (answer.code.indexOf("room") === 0) {
        // What a page kept may be of another show.
        letOut();
      }
      if (answer.code === "stale") { refusedTimer = setTimeout(function () { location.reload(); }, 1500); }
      if (answer.code === "slow") {
        refusedTimer = setTimeout(function () { say(phrase("lead"), ""); }, 1000 * answer.wait);
      }
    }
  }

  // Who was let in once stays the same voter, also when the browser has dropped its cookie.
  function letIn(answer) {
    ticket.value = answer.ticket;
    if (answer.token) {
      form.elements.token.value = answer.token;
      if (source) { source.close(); listen(); }
    }
    room.hidden = true;
    document.getElementById("code").value = "";
    try { window.localStorage.setItem("mwk-room", answer.ticket); } catch (ignored) { /* private mode */ }
  }

  function letOut() {
    ticket.value = "";
    room.hidden = false;
    try { window.localStorage.removeItem("mwk-room"); } catch (ignored) { /* private mode */ }
    document.getElementById("code").focus();
  }

  function keep(name) {
    try { window.localStorage.setItem("mwk-name", name); } catch (ignored) { /* private mode */ }
  }

  function kept() {
    try { return window.localStorage.getItem("mwk-name") || ""; } catch (ignored) { return ""; }
  }

  function vote(instrument) {
    var request = new XMLHttpRequest();
    var body = "instrument=" + encodeURIComponent(instrument);
    each(form.querySelectorAll("input"), function (input) {
      body += "&" + input.name + "=" + encodeURIComponent(input.value);
    });
    request.open("POST", "/vote", true);
    request.timeout = 8000;
    request.setRequestHeader("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
    request.setRequestHeader("Accept", "application/json");
    request.onload = function () {
      var answer;
      try { answer = JSON.parse(request.responseText); } catch (error) { answer = { code: "offline" }; }
      answered(answer);
    };
    request.onerror = request.ontimeout = function () { say(phrase("offline"), "bad"); };
    say(phrase("sending", instrument), "");
    request.send(body);
  }

  function show(state) {
    var wasShut = gate;
    gate = state.gate;
    endsAt = state.left_ms ? new Date().getTime() + state.left_ms : 0;
    each(buttons, function (button) {
      var votes = (state.votes || {})[button.value] || 0;
      var playing = (state.playing || []).indexOf(button.value) >= 0;
      var note = button.querySelector("i");
      button.disabled = gate === "closed" || gate === "replay";
      button.classList[playing ? "add" : "remove"]("playing");
      var text = (votes ? String(votes) : "") + (votes && playing ? " \u00b7 " : "")
        + (playing ? words.texts.plays_now : "");
      if (note.textContent !== text) { note.textContent = text; }
    });
    result = (state.result || []).map(function (name) { return words.names[name] || name; })
      .join(words.texts.comma);
    if (gate && gate !== wasShut) { say(phrase(gate), "bad"); }
    if (!gate && wasShut) { say(phrase("lead"), ""); }
    if (state.receipt) { receipt(state.receipt); }
    if (state.outcome) { outcome(state.outcome); }
  }

  function receipt(news) {
    if (news.serial === seen) { return; }
    seen = news.serial;
    say(phrase(news.plays ? "plays" : "not", news.instrument), news.plays ? "plays" : "");
    mark("");
    if (news.plays && navigator.vibrate) {
      try { navigator.vibrate([60, 60, 60]); } catch (ignored) { /* not allowed */ }
    }
  }

  function stand(news) {
    if (!news.votes) { return; }
    standing = phrase("votes_so_far", "", news.votes);
    if (news.place) { standing += " " + phrase("place", "", news.place); }
  }

  function outcome(news) {
    stand(news);
    // The show may be quicker than the answer to the vote itself.
    if (news.vote > sent.vote) { early[news.vote] = news; return; }
    if (news.vote !== sent.vote) { return; }
    sent.vote = 0;
    say(phrase(news.code, news.instrument) + sent.notes, news.code === "counted" ? "good" : "bad");
    if (news.code !== "counted") { mark(""); }
  }

  function poll() {
    var request = new XMLHttpRequest();
    request.open("GET", "/state", true);
    request.timeout = 8000;
    request.onload = function () {
      try { show(JSON.parse(request.responseText)); } catch (ignored) { /* next time */ }
    };
    request.onloadend = function () { setTimeout(poll, 4000 + Math.random() * 2000); };
    request.send();
  }

  function listen() {
    if (!window.EventSource) { poll(); return; }
    source = new EventSource("/events");
    source.addEventListener("state", function (event) { show(JSON.parse(event.data)); });
    source.addEventListener("outcome", function (event) { outcome(JSON.parse(event.data)); });
    source.addEventListener("standing", function (event) { stand(JSON.parse(event.data)); });
    source.addEventListener("receipt", function (event) { receipt(JSON.parse(event.data)); });
    source.onerror = function () {
      if (source.readyState === 2) { source.close(); setTimeout(poll, 3000); }
    };
  }

  each(buttons, function (button) {
    button.addEventListener("click", function (event) {
      event.preventDefault();
      vote(button.value);
    });
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  each(form.querySelectorAll("input"), function (input) {
    // "Done" on the keyboard of a phone puts it away; it must not press the first button.
    input.addEventListener("keydown", function (event) {
      if (event.keyCode === 13) { event.preventDefault(); input.blur(); }
    });
  });
  setInterval(function () {
    var left = gate ? 0 : secondsLeft();
    var text = left ? phrase("next_in", "", left) : "";
    text += (text && standing ? " \u00b7 " : "") + standing;
    if (result) { text = phrase("result", "", 0, result); }
    if (lead.textContent !== text) { lead.textContent = text; }
  }, 500);
  var name = document.getElementById("name");
  if (!name.value) { name.value = kept(); }
  if (words.ticket) {
    letIn(words);
    // The code of a scan is for once: the address without it can be opened again.
    if (window.history && history.replaceState) { history.replaceState(null, "", "/"); }
  } else if (!room.hidden) {
    try { ticket.value = window.localStorage.getItem("mwk-room") || ""; } catch (ignored) { /* private mode */ }
  }
  listen();
}());
