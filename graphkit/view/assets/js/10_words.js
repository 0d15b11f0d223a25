// Words in the reader's language. `t` is for the interface, `say` for labels of any kind.
let language = "kk";
const LANGUAGES = ["kk", "ru", "en"];
const LOCALES = { kk: "kk-KZ", ru: "ru-RU", en: "en-GB" };

function t(key, values) {
  const text = say(WORDS.ui[key]) || key;
  return values ? text.replace(/\{(\w+)\}/g, (_, name) => String(values[name])) : text;
}

function say(label) {
  if (!label) return "";
  if (label[language]) return label[language];
  for (const other of ["en", "ru", "kk", ""]) if (label[other]) return label[other];
  return Object.values(label)[0] || "";
}

// Kazakh does not exist in every browser's Intl, and sorts wrongly where it does not.
const KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
const RANK = new Map([...KAZAKH].map((letter, i) => [letter, String.fromCharCode(0xe000 + i)]));
function sortKey(text) {
  let key = "";
  for (const letter of text.toLowerCase()) key += RANK.get(letter) || letter;
  return key;
}

// Days since 1970-01-01, as the data block counts them.
function dayText(day) {
  const date = new Date(day * 86400000);
  const two = (n) => String(n).padStart(2, "0");
  const [y, m, d] = [date.getUTCFullYear(), two(date.getUTCMonth() + 1), two(date.getUTCDate())];
  return language === "en" ? `${Number(d)} ${MONTHS[date.getUTCMonth()]} ${y}` : `${d}.${m}.${y}`;
}
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

// An ISO date, possibly cut short (2026-05) or without its year (--05-13).
function dateText(iso) {
  if (!iso) return "";
  const part = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso);
  if (part) return dayText(isoDay(iso));
  const month = /^(\d{4})-(\d\d)$/.exec(iso);
  if (month) return language === "en" ? `${MONTHS[month[2] - 1]} ${month[1]}` : `${month[2]}.${month[1]}`;
  const yearless = /^--(\d\d)-(\d\d)$/.exec(iso);
  if (yearless) return language === "en" ? `${Number(yearless[2])} ${MONTHS[yearless[1] - 1]}` : `${yearless[2]}.${yearless[1]}`;
  return iso;
}
const isoDay = (iso) => Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / 86400000);
const dayIso = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f");
