// Elements are made here and nowhere else: text is always text, never markup.
const $ = (id) => document.getElementById(id);

// h("a", {class: "x", on: {click}}, child, "text"): null and false children are left out.
function h(tag, props, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
    else if (name === "colour") made.style.setProperty("--c", value);
    else if (name === "data") Object.assign(made.dataset, value);
    else if (name === "href") made.href = safeUrl(value) || "about:blank";
    else if (name in made && typeof made[name] !== "object" && !(typeof made[name] === "boolean" && typeof value === "string") && name !== "list" && name !== "role") made[name] = value;
    else made.setAttribute(name === "className" ? "class" : name, value === true ? "" : value);
  }
  add(made, children);
  return made;
}

function add(to, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    to.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return to;
}

function fill(host, ...children) {
  host.replaceChildren();
  return add(host, children);
}

// Only links into the web leave the page; javascript:, data: and file: do not.
function safeUrl(text) {
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

// Names come from texts that anybody may have written: no control or bidi characters
// (they turn the rest of a line around), no line breaks, no endless names.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/g;
function clean(text, limit = 300) {
  const line = String(text).slice(0, limit * 4).replace(UNSEEN, " ").replace(/\s+/g, " ").trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}

function button(label, act, props) {
  return h("button", { type: "button", on: { click: act }, ...props }, label);
}

// Icons as drawn paths: no font, no picture file.
const ICONS = {
  search: "M10.5 3a7.5 7.5 0 1 0 4.7 13.3l4.2 4.2 1.4-1.4-4.2-4.2A7.5 7.5 0 0 0 10.5 3Zm0 2a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Z",
  back: "m14.5 5 1.4 1.4-5.6 5.6 5.6 5.6-1.4 1.4-7-7Z", forward: "m9.5 5-1.4 1.4 5.6 5.6-5.6 5.6 1.4 1.4 7-7Z",
  filter: "M3 5h18v2H3Zm3 6h12v2H6Zm3 6h6v2H9Z", close: "m6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4Z",
  download: "M11 4h2v8.2l3.1-3.1 1.4 1.4L12 16l-5.5-5.5 1.4-1.4 3.1 3.1ZM5 18h14v2H5Z",
  link: "M10 7H7a5 5 0 0 0 0 10h3v-2H7a3 3 0 0 1 0-6h3Zm4 0v2h3a3 3 0 0 1 0 6h-3v2h3a5 5 0 0 0 0-10Zm-6 4v2h8v-2Z",
  theme: "M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9Z", plus: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6Z", minus: "M5 11h14v2H5Z",
  fit: "M4 4h6v2H6v4H4Zm10 0h6v6h-2V6h-4ZM4 14h2v4h4v2H4Zm14 0h2v6h-6v-2h4Z", play: "M7 4v16l13-8Z", pause: "M6 5h4v14H6Zm8 0h4v14h-4Z",
  list: "M4 6h16v2H4Zm0 5h16v2H4Zm0 5h16v2H4Z", graph: "M6 3a3 3 0 0 1 2.8 4L13 11a3 3 0 0 1 2.2-.3l1.4-2.5A3 3 0 1 1 18.400 9L17 11.600A3 3 0 1 1 12 13.200L7.600 8.600A3 3 0 1 1 6 3Zm1 12a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z",
  print: "M7 3h10v4H7Zm-3 5h16v8h-3v5H7v-5H4Zm5 6v5h6v-5Z", help: "M11 17h2v2h-2Zm1-12a4 4 0 0 0-4 4h2a2 2 0 1 1 2.600 1.900c-1 .4-1.600 1.300-1.600 2.300V15h2v-1.600A4 4 0 0 0 12 5Z",
};
function icon(name) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  made.setAttribute("viewBox", "0 0 24 24");
  made.setAttribute("aria-hidden", "true");
  made.classList.add("icon");
  path.setAttribute("d", ICONS[name]);
  made.append(path);
  return made;
}
