// 填报: keeps what is typed and asks about it while it is typed. Without this script the sheet is a plain form.
(function () {
  "use strict";

  const sheet = document.getElementById("sheet");
  if (!sheet) { return; }

  const PAUSE = 600;
  const SAVE_AFTER = 3000;
  const RETRY = 5000;
  const token = sheet.querySelector("input[name=__RequestVerificationToken]").value;
  const submit = document.getElementById("submit");
  const shown = window.reportingShown;
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
    item.acknowledged = box.dataset.stored === "yes" ? JSON.stringify(servedTo(item)) : "";
    item.stored.value = item.version;
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

  // What the server sent, whatever the browser has put back into the fields since.
  function servedTo(item) {
    const claim = item.claims.find(choice => choice.defaultChecked);
    return { progress: item.progress.defaultValue, planMet: claim ? claim.value === "true" : null, shortfall: item.shortfall.defaultValue };
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
    if (!copy || !copy.text) {
      if (!same(textOf(item), servedTo(item))) { changed(item); }
      return;
    }
    if (same(copy.text, servedTo(item))) {
      // Shown back because it was refused, it is still nowhere but here.
      if (item.acknowledged !== "") { forget(item); }
      return;
    }
    item.card.open = true;
    if (copy.base === item.acknowledged) {
      setText(item, copy.text);
      shown.say("due", "已恢复本机保存的文字（" + clock(copy.at) + "）");
      changed(item);
    } else {
      setText(item, copy.text);
      showConflict(item, Object.assign({ version: item.version }, servedTo(item)));
    }
  }

  // ---- while somebody writes ----
  function changed(item) {
    const kept = keep(item);
    if (!kept) { shown.say("late", "本机存不下，请尽快保存草稿"); }
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
    if (turn === item.checks && answer.status === 200) { shown.found(item, answer.body); }
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
      shown.say("late", "网络不通，文字已留在本机，恢复后自动保存");
      item.saveTimer = setTimeout(() => save(item), RETRY);
    } else if (answer.expired) {
      shown.say("late", "登录已过期，文字已留在本机。", "/account/sign-in?back=" + encodeURIComponent(location.pathname + location.search), "重新登录");
    } else if (answer.status === 200) {
      setVersion(item, answer.body.version);
      item.acknowledged = sent;
      if (JSON.stringify(textOf(item)) === sent) { forget(item); } else { keep(item); item.saveTimer = setTimeout(() => save(item), SAVE_AFTER); }
      shown.say("done", "草稿已自动保存 " + clock(Date.now()));
    } else if (answer.status === 409 && same(answer.body.standing, JSON.parse(item.acknowledged || "{}"))) {
      // Only a file was added meanwhile: nobody else wrote.
      setVersion(item, answer.body.standing.version);
      await save(item);
    } else if (answer.status === 409) {
      showConflict(item, answer.body.standing);
    } else {
      shown.say("late", (answer.body && answer.body.message) || "没有保存成功，文字已留在本机。");
    }
  }

  // Two texts; the person decides which one stands.
  function showConflict(item, theirs) {
    item.conflict = true;
    keep(item);
    shown.conflict(item.box.querySelector("[data-conflict]"), textOf(item), theirs, chosen => settle(item, theirs.version, chosen));
    shown.say("late", "有一项被别人改过，请选用哪一份");
  }

  function settle(item, standing, theirs) {
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
  sheets.forEach(restore);
  sheets.filter(item => item.progress.value.trim() !== "").forEach(check);
  count();
})();
