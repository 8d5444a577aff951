// A click on the timeline, or a button of its table, plays the show from there.
"use strict";
const audio = document.querySelector("audio");
const lines = [...document.querySelectorAll("svg[data-from]")].map((svg) => ({
  svg,
  head: svg.querySelector(".head"),
  from: Number(svg.dataset.from),
  to: Number(svg.dataset.to),
  left: Number(svg.dataset.x),
}));
function playFrom(ms) {
  audio.currentTime = Math.max(0, ms / 1000);
  audio.play();
}
for (const line of lines) {
  const width = line.svg.viewBox.baseVal.width;
  line.svg.addEventListener("click", (event) => {
    const box = line.svg.getBoundingClientRect();
    const x = ((event.clientX - box.left) * width) / box.width;
    if (x >= line.left) {
      playFrom(line.from + ((x - line.left) / (width - line.left)) * (line.to - line.from));
    }
  });
  line.move = (ms) => {
    const inside = ms >= line.from && ms < line.to;
    line.head.setAttribute("visibility", inside ? "visible" : "hidden");
    if (inside) {
      const x = line.left + ((ms - line.from) / (line.to - line.from)) * (width - line.left);
      line.head.setAttribute("transform", `translate(${x.toFixed(1)} 0)`);
    }
  };
}
for (const button of document.querySelectorAll("button[data-at]")) {
  button.addEventListener("click", () => playFrom(Number(button.dataset.at)));
}
function follow() {
  for (const line of lines) line.move(audio.currentTime * 1000);
  if (!audio.paused) requestAnimationFrame(follow);
}
for (const kind of ["play", "seeked", "pause"]) audio.addEventListener(kind, follow);
