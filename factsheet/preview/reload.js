// Only the preview server adds this: it reloads the page after a build, and shows what is wrong with the content.
"use strict";
(() => {
  const own = document.currentScript.dataset;
  let panel = null;

  function show(problems) {
    if (!problems) {
      if (panel) panel.remove();
      panel = null;
      return;
    }
    if (!panel) {
      panel = document.createElement("div");
      panel.setAttribute("role", "alert");
      panel.lang = "en";
      panel.dir = "ltr";
      Object.assign(panel.style, {
        position: "fixed", insetInline: "0", bottom: "0", maxHeight: "60vh", overflow: "auto", zIndex: "9999",
        background: "#221416", color: "#ffe9e6", borderTop: "4px solid #d0433a", padding: "1rem",
        font: "14px/1.45 ui-monospace, monospace", whiteSpace: "pre",
      });
      document.body.append(panel);
    }
    panel.textContent = "This can't be built as it is now; the page is the last that could.\n\n" + problems;
  }

  const events = new EventSource("/-/events");
  events.onmessage = (event) => {
    const outcome = JSON.parse(event.data);
    if (String(outcome.number) !== own.number) {
      events.close();
      location.reload();
    } else {
      show(outcome.problems);
    }
  };
})();
