// The period: a bar for each month (or year), two sliders for the days, and play.
let playing = 0;

function periods() {
  const date = (day) => new Date(day * 86400000);
  const [a, b] = [date(G.first), date(G.last)];
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth() + 1;
  const step = months > 48 ? 12 : 1;
  const out = [];
  let at = step === 12 ? new Date(Date.UTC(a.getUTCFullYear(), 0)) : new Date(Date.UTC(a.getUTCFullYear(), a.getUTCMonth()));
  while (at <= b) {
    const next = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + step));
    const name = step === 12 ? String(at.getUTCFullYear()) : `${String(at.getUTCMonth() + 1).padStart(2, "0")}.${at.getUTCFullYear()}`;
    out.push({ from: at / 86400000, to: next / 86400000 - 1, name, count: 0 });
    at = next;
  }
  return out;
}

function countPeriods(list) {
  for (const days of G.edges.days) {
    for (const day of days || []) {
      const held = list.find((p) => day >= p.from && day <= p.to);
      if (held) held.count++;
    }
  }
  return list;
}

let counted = null;
function drawTime() {
  const host = $("time");
  if (G.first === null || G.first === G.last) { host.hidden = true; return; }
  counted = counted || countPeriods(periods());
  const top = Math.max(1, ...counted.map((p) => p.count));
  const isOn = (p) => (state.from === null || p.to >= state.from) && (state.to === null || p.from <= state.to);
  const bars = counted.map((p) => {
    const bar = button("", (event) => pickPeriod(p, event.shiftKey), { className: "bar", "aria-pressed": String(isOn(p) && (state.from !== null || state.to !== null)), "aria-label": `${p.name}: ${p.count}`, title: `${p.name}: ${p.count}`, data: { period: p.name } });
    bar.classList.toggle("on", isOn(p));
    const fillBar = h("i");
    fillBar.style.height = `${p.count ? Math.max(8, (100 * p.count) / top) : 0}%`;
    bar.append(fillBar, counted.length <= 26 && h("span", null, counted.length > 12 || innerWidth < 700 + 48 * counted.length ? p.name.slice(0, 2) : p.name));
    return bar;
  });
  const slider = (key, otherwise) => h("input", { type: "range", min: G.first, max: G.last, value: state[key] ?? otherwise, "aria-label": `${t("period")}: ${t(key)}`, className: `day ${key}`,
    on: { input: (e) => { slide(key, Number(e.target.value)); }, change: drawTime } });
  fill(host,
    button(icon(playing ? "pause" : "play"), play, { className: "icon-only play", "aria-label": t(playing ? "pause" : "play"), title: t(playing ? "pause" : "play") }),
    h("div", { className: "bars", role: "group", "aria-label": t("period") }, bars),
    h("div", { className: "days" }, slider("from", G.first), slider("to", G.last), h("output", { id: "period" }, periodText())),
    (state.from !== null || state.to !== null) && button(t("allTime"), () => { stop(); setPeriod(null, null); }, { className: "link" }));
}

const periodText = () => state.from === null && state.to === null ? t("allTime") : `${dayText(state.from ?? G.first)} – ${dayText(state.to ?? G.last)}`;

function setPeriod(from, to) {
  state.from = from;
  state.to = to;
  drawTime();
  changed();
}

function pickPeriod(p, extend) {
  if (extend && state.from !== null) return setPeriod(Math.min(state.from, p.from), Math.max(state.to ?? p.to, p.to));
  if (state.from === p.from && state.to === p.to) return setPeriod(null, null);
  setPeriod(p.from, p.to);
}

function slide(key, day) {
  state[key] = day;
  if (state.from !== null && state.to !== null && state.from > state.to) state[key === "from" ? "to" : "from"] = day;
  $("period").textContent = periodText();
  later(() => changed({ redraw: false }));
}

// Plays month after month; what has no date stays.
function play() {
  if (playing) { stop(); drawTime(); return; }
  const list = counted.filter((p) => p.count);
  let n = Math.max(0, list.findIndex((p) => p.from === state.from));
  if (n >= list.length - 1) n = 0;
  const next = () => {
    setPeriod(list[n].from, list[n].to);
    n += 1;
    if (n >= list.length) { stop(); drawTime(); }
  };
  playing = setInterval(next, 1200);
  next();
}

function stop() {
  clearInterval(playing);
  playing = 0;
}
