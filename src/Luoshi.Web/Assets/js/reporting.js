// 填报: keeps what is typed and asks about it while it is typed. Without this script the sheet is a plain form.
(function () {
  "use strict";

  const sheet = document.getElementById("sheet");
  if (!sheet) { return; }

  const PAUSE = 600;
  const SAVE_AFTER = 3000;
  const RETRY = 5000;
  const token = sheet.querySelector("input[name=__RequestVerificationToken]").value;
  const saved = document.getElementById("saved");
  const submit = document.getElementById("submit");
  const sheets = Array.from(sheet.querySelectorAll("[data-item]")).map(begin);

  // ---- one item: its fields, its copy on this machine, its timers ----
  function begin(box) {
    const item = {
      box,
      id: box.dataset.item,
      card: box.closest("details"),
      progress: box.querySelector("textarea"),
      shortfall: box.querySelector("[data-shortfall] textarea"),
      claims: Array.from(box.querySelectorAll("input[type=radio]")),
      stored: box.querySelector("input[type=hidden]"),
      version: Number(box.dataset.version),
      acknowledged: "",
      saving: false,
      conflict: false,
      checkTimer: 0,
      saveTimer: 0,
      checks: 0,
    };
    item.key = "luoshi:draft:" + sheet.dataset.person + ":" + item.id;
    item.acknowledged = JSON.stringify(textOf(item));
    restore(item);
    for (const field of [item.progress, item.shortfall]) {
      field.addEventListener("input", event => { if (!event.isComposing) { changed(item); } });
      field.addEventListener("compositionend", () => changed(item));
    }
    item.claims.forEach(claim => claim.addEventListener("change", () => changed(item)));
    enable(item.card.querySelector("[data-copy]"), () => put(item, item.card.querySelector("[data-last]").textContent));
    item.card.querySelectorAll("[data-merge]").forEach(button =>
      enable(button, () => put(item, button.closest("h3").nextElementSibling.textContent)));
    return item;
  }

  function enable(button, act) {
    if (button) {
      button.hidden = false;
      button.addEventListener("click", act);
    }
  }

  // Added to what is there: nothing typed is ever lost to a click.
  function put(item, text) {
    const own = item.progress.value.trim();
    item.progress.value = own === "" ? text.trim() : own + "\n" + text.trim();
    item.progress.focus();
    changed(item);
  }

  function textOf(item) {
    const claim = item.claims.find(choice => choice.checked);
    return { progress: item.progress.value, planMet: claim ? claim.value === "true" : null, shortfall: item.shortfall.value };
  }

  function setText(item, text) {
    item.progress.value = text.progress || "";
    item.shortfall.value = text.shortfall || "";
    item.claims.forEach(claim => { claim.checked = text.planMet !== null && claim.value === String(text.planMet); });
  }

  function same(one, other) {
    return (one.progress || "").trim() === (other.progress || "").trim()
      && (one.shortfall || "").trim() === (other.shortfall || "").trim()
      && (one.planMet === undefined ? null : one.planMet) === (other.planMet === undefined ? null : other.planMet);
  }

  function setVersion(item, version) {
    item.version = version;
    item.stored.value = version;
  }

  // ---- the copy on this machine: until the server has said that it has the text ----
  function keep(item) {
    try {
      localStorage.setItem(item.key, JSON.stringify({ base: item.acknowledged, text: textOf(item), at: Date.now() }));
      return true;
    } catch (full) {
      return false;
    }
  }

  function forget(item) {
    try { localStorage.removeItem(item.key); } catch (closed) { /* a browser that keeps nothing has nothing to forget */ }
  }

  function restore(item) {
    let copy = null;
    try { copy = JSON.parse(localStorage.getItem(item.key)); } catch (broken) { forget(item); }
    if (!copy || !copy.text) { return; }
    if (JSON.stringify(copy.text) === item.acknowledged) { forget(item); return; }
    item.card.open = true;
    if (copy.base === item.acknowledged) {
      setText(item, copy.text);
      say("due", "已恢复本机保存的文字（" + clock(copy.at) + "）");
      changed(item);
    } else {
      const theirs = textOf(item);
      setText(item, copy.text);
      showConflict(item, { version: item.version, progress: theirs.progress, planMet: theirs.planMet, shortfall: theirs.shortfall });
    }
  }

  // ---- while somebody writes ----
  function changed(item) {
    const kept = keep(item);
    if (!kept) { say("late", "本机存不下，请尽快保存草稿"); }
    clearTimeout(item.checkTimer);
    item.checkTimer = setTimeout(() => check(item), PAUSE);
    clearTimeout(item.saveTimer);
    item.saveTimer = setTimeout(() => save(item), SAVE_AFTER);
    count();
  }

  function count() {
    if (submit) {
      const filled = sheets.filter(item => item.progress.value.trim() !== "").length;
      submit.textContent = submit.dataset.words + "（" + filled + "项）";
    }
  }

  async function post(item, what, body) {
    const answer = await fetch("/reporting/" + item.id + "/" + what, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Form-Token": token },
      body: JSON.stringify(body),
      redirect: "manual",
      credentials: "same-origin",
    });
    // A redirect is the way to the sign-in page: the session is over.
    if (answer.type === "opaqueredirect" || answer.status === 401) { return { expired: true }; }
    const isJson = (answer.headers.get("Content-Type") || "").includes("json");
    return { status: answer.status, body: isJson ? await answer.json() : null };
  }

  async function check(item) {
    const turn = ++item.checks;
    const text = textOf(item);
    if (text.progress.trim() === "" && text.planMet !== false) { return; }
    let answer;
    try { answer = await post(item, "check", Object.assign({ version: item.version }, text)); } catch (offline) { return; }
    // An answer to a text that has changed since says nothing.
    if (turn === item.checks && answer.status === 200) { show(item, answer.body); }
  }

  async function save(item) {
    if (item.saving || item.conflict) { return; }
    clearTimeout(item.saveTimer);
    const text = textOf(item);
    const sent = JSON.stringify(text);
    if (sent === item.acknowledged) { forget(item); return; }
    item.saving = true;
    let answer = null;
    try { answer = await post(item, "draft", Object.assign({ version: item.version }, text)); } catch (offline) { answer = null; }
    item.saving = false;
    if (answer === null) {
      say("late", "网络不通，文字已留在本机，恢复后自动保存");
      item.saveTimer = setTimeout(() => save(item), RETRY);
    } else if (answer.expired) {
      say("late", "登录已过期，文字已留在本机。", "/account/sign-in?back=" + encodeURIComponent(location.pathname + location.search), "重新登录");
    } else if (answer.status === 200) {
      setVersion(item, answer.body.version);
      item.acknowledged = sent;
      if (JSON.stringify(textOf(item)) === sent) { forget(item); } else { keep(item); item.saveTimer = setTimeout(() => save(item), SAVE_AFTER); }
      say("done", "草稿已自动保存 " + clock(Date.now()));
    } else if (answer.status === 409 && same(answer.body.standing, JSON.parse(item.acknowledged || "{}"))) {
      // Only a file was added meanwhile: nobody else wrote.
      setVersion(item, answer.body.standing.version);
      await save(item);
    } else if (answer.status === 409) {
      showConflict(item, answer.body.standing);
    } else {
      say("late", (answer.body && answer.body.message) || "没有保存成功，文字已留在本机。");
    }
  }

  // ---- what is shown ----
  function show(item, found) {
    const readings = item.box.querySelector("[data-readings]");
    readings.textContent = "";
    if (found.readings.length > 0) {
      readings.append("读出" + found.readings.length + "个数：");
      found.readings.forEach(words => readings.append(make("span", "ev", words), "　"));
    }
    const doubts = item.box.querySelector("[data-doubts]");
    doubts.textContent = "";
    const strong = found.doubts.filter(doubt => doubt.isStrong);
    const weak = found.doubts.filter(doubt => !doubt.isStrong);
    strong.forEach(doubt => doubts.append(ask("tag-doubt", doubt.message)));
    if (weak.length > 0) {
      const fold = make("details", "gap");
      fold.append(make("summary", "", "还有" + weak.length + "处可以看看"));
      weak.forEach(doubt => fold.append(ask("tag-weak", doubt.message)));
      doubts.append(fold);
    }
    item.card.querySelector("[data-pace]").replaceChildren(...found.targets.map(pace));
    const from = item.card.querySelector("[data-from]");
    if (from) { from.remove(); }
    missing(item, found.missing);
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
  function showConflict(item, theirs) {
    item.conflict = true;
    keep(item);
    const place = item.box.querySelector("[data-conflict]");
    place.textContent = "";
    const box = make("div", "ask gap");
    const inner = make("div", "");
    inner.append(make("p", "", "这一项刚刚被别人改过。您写的还在上面的框里，也留在本机；请选用哪一份："));
    const both = make("div", "conflict gap");
    both.append(version("您写的", textOf(item)), version("别人保存的", theirs));
    const actions = make("div", "actions gap");
    const mine = make("button", "btn btn-s", "用我写的");
    const other = make("button", "btn btn-s", "用别人保存的");
    mine.type = other.type = "button";
    mine.addEventListener("click", () => settle(item, place, theirs.version, null));
    other.addEventListener("click", () => settle(item, place, theirs.version, theirs));
    actions.append(mine, other);
    inner.append(both, actions);
    box.append(make("span", "tag tag-back", "两份文字"), inner);
    place.append(box);
    say("late", "有一项被别人改过，请选用哪一份");
  }

  function version(name, text) {
    const box = make("div", "");
    box.append(make("h4", "", name), make("p", "lines", text.progress || "（空）"));
    if (text.planMet !== null && text.planMet !== undefined) { box.append(make("p", "mute", "自报“" + (text.planMet ? "是" : "否") + "”")); }
    if (text.shortfall) { box.append(make("p", "lines mute", text.shortfall)); }
    return box;
  }

  function settle(item, place, standing, theirs) {
    place.textContent = "";
    item.conflict = false;
    setVersion(item, standing);
    if (theirs) {
      setText(item, theirs);
      item.acknowledged = JSON.stringify(textOf(item));
      forget(item);
      check(item);
    } else {
      item.acknowledged = "";
      save(item);
    }
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

  function clock(time) {
    const at = new Date(time);
    return String(at.getHours()).padStart(2, "0") + ":" + String(at.getMinutes()).padStart(2, "0");
  }

  // ---- the whole sheet ----
  document.addEventListener("keydown", event => {
    if (!(event.ctrlKey || event.metaKey) || event.isComposing) { return; }
    if (event.key === "s") {
      event.preventDefault();
      sheets.forEach(save);
    } else if (event.key === "Enter" && submit) {
      event.preventDefault();
      submit.click();
    }
  });

  // What the form itself sends is acknowledged by the page that answers: if it never comes, the copy is still here.
  window.addEventListener("online", () => sheets.forEach(save));
  window.addEventListener("pagehide", () => sheets.forEach(item => { if (JSON.stringify(textOf(item)) !== item.acknowledged) { keep(item); } }));
  document.querySelectorAll("[data-jump]").forEach(link => link.addEventListener("click", () => {
    const card = document.getElementById("t-" + link.dataset.jump);
    if (card) { card.open = true; }
  }));
  sheets.filter(item => item.progress.value.trim() !== "").forEach(check);
  count();
})();
