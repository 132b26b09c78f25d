// 填报: what the live check found, two texts side by side, and how the saving goes. Draws only; what is kept and sent is in reporting.js.
window.reportingShown = (function () {
  "use strict";

  const saved = document.getElementById("saved");

  function found(item, answer) {
    const readings = item.box.querySelector("[data-readings]");
    readings.textContent = "";
    if (answer.readings.length > 0) {
      readings.append("读出" + answer.readings.length + "个数：");
      answer.readings.forEach(words => readings.append(make("span", "ev", words), "　"));
    }
    const doubts = item.box.querySelector("[data-doubts]");
    doubts.textContent = "";
    const strong = answer.doubts.filter(doubt => doubt.isStrong);
    const weak = answer.doubts.filter(doubt => !doubt.isStrong);
    strong.forEach(doubt => doubts.append(ask("tag-doubt", doubt.message)));
    if (weak.length > 0) {
      const fold = make("details", "gap");
      fold.append(make("summary", "", "还有" + weak.length + "处可以看看"));
      weak.forEach(doubt => fold.append(ask("tag-weak", doubt.message)));
      doubts.append(fold);
    }
    item.card.querySelector("[data-pace]").replaceChildren(...answer.targets.map(pace));
    const from = item.card.querySelector("[data-from]");
    if (from) { from.remove(); }
    missing(item, answer.missing);
  }

  function missing(item, message) {
    const field = item.box.querySelector("[data-shortfall]");
    const error = field.querySelector("[data-missing]");
    field.classList.toggle("has-error", message !== null);
    error.hidden = message === null;
    error.textContent = message || "";
    if (message === null) { item.shortfall.removeAttribute("aria-invalid"); } else { item.shortfall.setAttribute("aria-invalid", "true"); }
  }

  function ask(tag, message) {
    const box = make("div", "ask gap");
    box.append(make("span", "tag " + tag, "请核实"), make("div", "", message));
    return box;
  }

  function pace(target) {
    const box = make("div", "verdict" + (target.isBehind ? " is-behind" : target.actual === null ? " is-na" : ""));
    box.title = target.reason;
    const head = make("div", "verdict-h");
    head.append(make("span", "", target.label), make("span", "tag tag-" + target.kind, target.verdict));
    box.append(head);
    if (target.actual !== null) { box.append(bar(target)); }
    const foot = make("div", "verdict-f");
    const figures = make("span", "");
    if (target.reading !== "") { figures.append(make("b", "", target.reading), " / "); }
    figures.append(target.aim);
    foot.append(figures);
    if (target.actual !== null && target.due !== null) {
      foot.append(make("span", "", "实际\u00a0" + share(target.actual)), make("span", "", "应达\u00a0" + share(target.due)), make("span", target.isBehind ? "bad" : "ok", target.gap));
    }
    box.append(foot);
    return box;
  }

  function bar(target) {
    const svg = draw("svg", { class: "pace", role: "img", "aria-label": target.label + "：" + target.reason });
    const [actual, due] = [clamp(target.actual), target.due === null ? null : clamp(target.due)];
    svg.append(draw("rect", { class: "pace-track", y: 6, width: "100%", height: 6 }));
    if (due !== null && due > actual) { svg.append(draw("rect", { class: "pace-gap", x: actual + "%", y: 6, width: (due - actual) + "%", height: 6 })); }
    svg.append(draw("rect", { class: "pace-fill", y: 6, width: actual + "%", height: 6 }));
    if (due !== null) { svg.append(draw("line", { class: "pace-mark", x1: due + "%", x2: due + "%", y1: 1, y2: 17 })); }
    return svg;
  }

  // Two texts, side by side; the person decides which one stands.
  function conflict(place, mine, theirs, choose) {
    place.textContent = "";
    const box = make("div", "ask gap");
    const inner = make("div", "");
    inner.append(make("p", "", "这一项刚刚被别人改过。您写的还在上面的框里，也留在本机；请选用哪一份："));
    const both = make("div", "conflict gap");
    both.append(version("您写的", mine), version("别人保存的", theirs));
    const actions = make("div", "actions gap");
    for (const [words, chosen] of [["用我写的", null], ["用别人保存的", theirs]]) {
      const button = make("button", "btn btn-s", words);
      button.type = "button";
      button.addEventListener("click", () => {
        place.textContent = "";
        choose(chosen);
      });
      actions.append(button);
    }
    inner.append(both, actions);
    box.append(make("span", "tag tag-back", "两份文字"), inner);
    place.append(box);
  }

  function version(name, text) {
    const box = make("div", "");
    box.append(make("h4", "", name), make("p", "lines", text.progress || "（空）"));
    if (text.planMet !== null && text.planMet !== undefined) { box.append(make("p", "mute", "自报“" + (text.planMet ? "是" : "否") + "”")); }
    if (text.shortfall) { box.append(make("p", "lines mute", text.shortfall)); }
    return box;
  }

  function say(kind, words, address, link) {
    if (!saved) { return; }
    saved.textContent = "";
    const tag = make("span", "tag tag-" + kind, words);
    if (address) {
      const way = make("a", "", link);
      way.href = address;
      tag.append(way);
    }
    saved.append(tag);
  }

  function make(name, className, text) {
    const element = document.createElement(name);
    if (className) { element.className = className; }
    if (text !== undefined && text !== null) { element.textContent = text; }
    return element;
  }

  function draw(name, attributes) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.keys(attributes).forEach(key => element.setAttribute(key, attributes[key]));
    return element;
  }

  function clamp(part) { return Math.round(Math.min(Math.max(part, 0), 1) * 10000) / 100; }

  function share(part) { return (Math.round(part * 1000) / 10).toFixed(1) + "%"; }

  return { found, conflict, say };
})();
