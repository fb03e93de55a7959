// Search over the records, from a script file of their words: works from any folder and from file://.
// The pages are whole without it; the field appears only where this runs.
"use strict";
(() => {
  const MOST = 20;
  const box = document.querySelector(".search");
  if (!box) return;
  const input = box.querySelector("input");
  const list = box.querySelector("ul");
  const status = box.querySelector("[role=status]");
  const OTHER = { "ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ى": "ي", "ة": "ه", "ٱ": "ا", "ک": "ك", "ی": "ي", "ـ": "" };
  let rows = null; // of label, kind, address, other names, summary, and the label's language where it is another
  let words = []; // [word, number of the row, weight], in order of the word

  const fold = (text) =>
    text.toLowerCase().normalize("NFKD").replace(/\p{M}+/gu, "")
      .replace(/[ıøđłßæœىةٱکیـ]/g, (mark) => OTHER[mark])
      .replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660)
      .replace(/['’ʼʿʾ‘`´]/g, "");
  const split = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];
  // A word with the Arabic article is found without it as well.
  const variants = (word) => (/^ال\p{L}{2}/u.test(word) ? [word, word.slice(2)] : [word]);

  self.factsheetWords = (data) => {
    rows = data;
    const seen = new Map();
    data.forEach(([label, , , names, summary], number) => {
      [[label, 4], [names, 3], [summary, 1]].forEach(([text, weight]) =>
        split(text).flatMap(variants).forEach((word) => {
          const key = word + " " + number;
          seen.set(key, Math.max(weight, seen.get(key) || 0));
        }));
    });
    words = [...seen].map(([key, weight]) => {
      const at = key.indexOf(" ");
      return [key.slice(0, at), Number(key.slice(at + 1)), weight];
    }).sort((one, other) => (one[0] < other[0] ? -1 : one[0] > other[0] ? 1 : one[1] - other[1]));
    show();
  };

  // Return the weight of each row that has a word beginning so: a whole word counts double.
  const match = (start) => {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle][0] < start) low = middle + 1;
      else high = middle;
    }
    const found = new Map();
    for (; low < words.length && words[low][0].startsWith(start); low += 1) {
      const [word, number, weight] = words[low];
      found.set(number, Math.max(found.get(number) || 0, word === start ? 2 * weight : weight));
    }
    return found;
  };

  // Return how much of one of a record's names the query makes up: 1 where it is the whole name.
  const cover = (row, starts) => {
    const shares = [row[0], ...row[3].split("\n")].map((name) => {
      const own = split(name);
      const has = (start) => own.flatMap(variants).some((word) => word.startsWith(start));
      return starts.every(has) ? starts.length / Math.max(own.length, starts.length) : 0;
    });
    return Math.max(...shares);
  };

  const find = (query) => {
    const starts = split(query);
    const [first, ...others] = starts.map(match);
    if (!first) return [];
    return [...first].filter(([number]) => others.every((other) => other.has(number)))
      .map(([number, weight]) => {
        const weights = others.reduce((sum, other) => sum + other.get(number), weight);
        return [number, weights / starts.length + 20 * cover(rows[number], starts)];
      })
      .sort((one, other) => other[1] - one[1] || one[0] - other[0]).map(([number]) => rows[number]);
  };

  const show = () => {
    if (!rows) return;
    const asked = split(input.value).length > 0;
    const found = asked ? find(input.value) : [];
    list.replaceChildren(...found.slice(0, MOST).map(([label, kind, address, , , tag]) => {
      const link = document.createElement("a");
      link.href = box.dataset.root + address;
      link.textContent = label;
      if (tag) { link.lang = tag; link.dir = "auto"; }
      const note = document.createElement("span");
      note.textContent = kind;
      const item = document.createElement("li");
      item.append(link, " ", note);
      return item;
    }));
    list.hidden = found.length === 0;
    status.textContent = !asked ? "" : found.length ? box.dataset.found.replace("{count}", found.length) : box.dataset.none;
  };

  const close = () => { list.hidden = true; status.textContent = ""; };

  let asked = false;
  const load = () => {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.src = box.dataset.words;
    document.head.append(script);
  };

  const move = (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { input.focus(); close(); }
    else if (event.key === "Enter" && event.target === input && links.length && !list.hidden) links[0].click();
    else if (event.key === "ArrowDown" && !list.hidden && at + 1 < links.length) links[at + 1].focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] || input).focus();
    else return;
    event.preventDefault();
  };

  input.addEventListener("focus", load);
  input.addEventListener("input", () => { load(); show(); });
  box.addEventListener("keydown", move);
  box.addEventListener("focusout", (event) => { if (event.relatedTarget && !box.contains(event.relatedTarget)) close(); });
  document.addEventListener("click", (event) => { if (!box.contains(event.target)) close(); });
  box.hidden = false;
})();
