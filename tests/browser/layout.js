// Nothing is wider than the screen, no element hides a part of its words, no word lies over another.
(() => {
  const known = new Map();
  const shows = (element) => {
    if (!known.has(element)) {
      known.set(element, element.checkVisibility({ visibilityProperty: true })
        && !element.closest(".skip, thead, [hidden]") && getComputedStyle(element).clipPath === "none");
    }
    return known.get(element);
  };
  const tell = (element) => element.outerHTML.slice(0, 120);
  const faults = [];
  const over = document.scrollingElement.scrollWidth - innerWidth;
  if (over > 0) {
    const wide = [...document.querySelectorAll("body *")].filter((each) => {
      const box = each.getBoundingClientRect();
      return box.width > 0 && shows(each) && (box.right > innerWidth + 1 || box.left < -1);
    });
    faults.push(["wider than the screen", over, ...wide.slice(-3).map(tell)]);
  }
  for (const each of document.querySelectorAll("main *, header *, footer *")) {
    const across = each.scrollWidth > each.clientWidth + 1, down = each.scrollHeight > each.clientHeight + 1;
    if (each instanceof SVGElement || !each.clientWidth || !(across || down) || !shows(each)) continue;
    const style = getComputedStyle(each), hides = /hidden|clip/;
    if ((across && hides.test(style.overflowX)) || (down && hides.test(style.overflowY))) faults.push(["cut", tell(each)]);
  }
  for (const each of document.querySelectorAll("main :is(table, figure, dl, ul, pre)")) {
    const place = each.parentElement.getBoundingClientRect(), box = each.getBoundingClientRect();
    if (shows(each) && (box.right > place.right + 1 || box.left < place.left - 1)) faults.push(["wider than its place", tell(each)]);
  }
  const lines = [], range = document.createRange();
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const node = words.currentNode, element = node.parentElement;
    if (!node.data.trim() || !shows(element)) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    range.selectNodeContents(node);
    for (const box of element instanceof SVGElement ? [element.getBoundingClientRect()] : range.getClientRects()) {
      const middle = (box.top + box.bottom) / 2; // of a line only the height of its small letters is taken
      if (box.width > 3) lines.push({ node, element, left: box.left, right: box.right, top: middle - size / 5, bottom: middle + size / 5 });
    }
  }
  lines.sort((one, other) => one.top - other.top);
  lines.forEach((one, at) => {
    for (let next = at + 1; next < lines.length && lines[next].top < one.bottom; next += 1) {
      const other = lines[next];
      const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      if (shared > 2 && one.node !== other.node) faults.push(["one over another", tell(one.element), tell(other.element)]);
    }
  });
  return { looked: lines.length, faults: faults.slice(0, 10) };
})();
