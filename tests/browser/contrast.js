// Every text beside its ground, by WCAG 1.4.3: far quicker than axe, which asks what lies on what at each place.
(() => {
  const parts = (colour) => {
    const found = colour.match(/-?[\d.]+(e-?\d+)?/g).map(Number);
    const scale = colour.startsWith("color(") ? 1 : 255;
    return { rgb: found.slice(0, 3).map((each) => each / scale), alpha: found.length > 3 ? found[3] : 1 };
  };
  const cover = (under, over) => over.rgb.map((each, at) => each * over.alpha + under[at] * (1 - over.alpha));
  const shine = (rgb) => rgb.map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4))
    .reduce((sum, each, at) => sum + each * [0.2126, 0.7152, 0.0722][at], 0);
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const canvas = dark && getComputedStyle(document.documentElement).colorScheme.includes("dark") ? [0, 0, 0] : [1, 1, 1];
  const grounds = new Map();
  const ground = (element) => {
    if (!element) return canvas;
    if (!grounds.has(element)) {
      const own = parts(getComputedStyle(element).backgroundColor);
      grounds.set(element, own.alpha === 0 ? ground(element.parentElement) : cover(ground(element.parentElement), own));
    }
    return grounds.get(element);
  };
  const drawn = (text) => { // what of a drawing lies below a text: its own rim, or the last shape drawn there before it
    const style = getComputedStyle(text), rim = parts(style.stroke.replace("none", "0 0 0 0"));
    if (style.paintOrder.startsWith("stroke") && rim.alpha === 1) return rim.rgb;
    const box = text.getBBox(), middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
    const shapes = [...text.ownerSVGElement.querySelectorAll("path, rect, circle")].filter((each) =>
      each.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING && getComputedStyle(each).fill.startsWith("rgb")
      && each.isPointInFill(middle.matrixTransform(text.getCTM()).matrixTransform(each.getCTM().inverse())));
    const under = ground(text.ownerSVGElement);
    return shapes.reduce((rgb, each) => cover(rgb, parts(getComputedStyle(each).fill)), under);
  };
  const pale = [], seen = new Set(), words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const element = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || seen.has(element)) continue;
    seen.add(element);
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    const under = element instanceof SVGElement ? drawn(element.closest("text")) : ground(element);
    const ink = cover(under, parts(element instanceof SVGElement ? style.fill : style.color));
    const [low, high] = [shine(ink), shine(under)].sort((one, other) => one - other);
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < (large ? 3 : 4.5)) pale.push([ratio.toFixed(2), element.outerHTML.slice(0, 120)]);
  }
  return { looked: seen.size, pale };
})();
